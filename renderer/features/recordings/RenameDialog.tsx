import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OwnerSelect } from '../people/index.ts';
import styles from './RenameDialog.module.css';

interface RenameDialogProps {
  readonly recording: Recording;
  readonly onClose: () => void;
}

/** The name of a recording, and whose it is. */
export function RenameDialog({ recording, onClose }: RenameDialogProps) {
  const { t } = useTranslation(['recordings', 'common', 'imports']);
  const [title, setTitle] = useState(recording.title);
  const [ownerId, setOwner] = useState(recording.ownerId);
  const rename = useAction('recordings', 'rename');
  const setWhose = useAction('recordings', 'setOwner');
  const { id } = recording;
  const keep = async (): Promise<void> => {
    if (title.trim() !== recording.title) await rename.mutateAsync({ id, title });
    if (ownerId !== recording.ownerId) await setWhose.mutateAsync({ id, ownerId });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A failure is shown by the mutation's own state; nothing is left to do with the promise.
    if (title.trim() !== '') void keep().catch(() => undefined);
  };
  const error = rename.error ?? setWhose.error;
  return (
    <Dialog title={t('rename-title')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label={t('name')} value={title} onChange={setTitle} maxLength={200} />
        <OwnerSelect label={t('imports:whose')} value={ownerId} onChange={setOwner} />
        {error && <ErrorNote error={error} />}
        <div className={styles.buttons}>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={title.trim() === ''}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
