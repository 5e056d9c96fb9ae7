import { Presentation } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Fragments.module.css';

interface NewCaseProps {
  readonly recording: Recording;
  readonly fragmentIds: readonly string[];
}

/** Puts the chosen fragments on the table: a case with a title and, if it is known already, the learning question. */
export function NewCase({ recording, fragmentIds }: NewCaseProps) {
  const { t } = useTranslation('fragments');
  const [, navigate] = useLocation();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(recording.title);
  const [question, setQuestion] = useState('');
  const create = useAction('cases', 'create');
  const make = (): void =>
    create.mutate(
      { title: title.trim(), ownerId: recording.ownerId, fragmentIds: [...fragmentIds], question },
      { onSuccess: ({ id }) => navigate(`/cases/${id}`) },
    );
  return (
    <>
      <Button icon={Presentation} isDisabled={fragmentIds.length === 0} onPress={() => setOpen(true)}>
        {t('case.make', { count: fragmentIds.length })}
      </Button>
      <Dialog
        title={t('case.title')}
        isOpen={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('case.cancel')}</Button>
            <Button variant="primary" isDisabled={title.trim() === '' || create.isPending} onPress={make}>
              {t('case.go')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <TextField label={t('case.name')} value={title} onChange={setTitle} maxLength={200} />
          <TextArea
            label={t('case.question')}
            description={t('case.question-words')}
            value={question}
            onChange={setQuestion}
            maxLength={20_000}
          />
          {create.error && <ErrorNote error={create.error} onRetry={make} />}
        </div>
      </Dialog>
    </>
  );
}
