import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAction, useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

/** Asks for a name and the learning question; fragments are chosen on the case itself. */
export function NewCase({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('cases');
  const [, navigate] = useLocation();
  const settings = useCall('settings', 'get', {});
  const create = useAction('cases', 'create');
  const [title, setTitle] = useState(() =>
    t('default-name', {
      date: new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' }).format(new Date()),
    }),
  );
  const [question, setQuestion] = useState('');
  const make = (): void => {
    const ownerId = settings.data?.currentPersonId ?? null;
    create.mutate(
      { title, question, ownerId, fragmentIds: [] },
      { onSuccess: ({ id }) => navigate(`/cases/${id}`) },
    );
  };
  return (
    <Dialog
      title={t('create-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={title.trim() === ''} onPress={make}>
            {t('create')}
          </Button>
        </>
      }
    >
      <TextField label={t('create-name')} value={title} onChange={setTitle} maxLength={200} />
      <TextArea
        label={t('question')}
        placeholder={t('question-placeholder')}
        value={question}
        onChange={setQuestion}
        maxLength={20_000}
      />
      {create.isError && <ErrorNote error={create.error} />}
    </Dialog>
  );
}
