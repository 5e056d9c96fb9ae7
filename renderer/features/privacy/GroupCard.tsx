import { Check, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassGroup } from '../../../shared/contract/privacy.ts';
import { useAction } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toasts.ts';
import { DoNotFilmList } from './DoNotFilmList.tsx';
import styles from './Groups.module.css';

/** One group: its name and note can be corrected in place, its list of who is not filmed stands below. */
export function GroupCard({ group }: { readonly group: ClassGroup }) {
  const { t } = useTranslation(['privacy', 'common']);
  const heading = useId();
  const update = useAction('privacy', 'updateGroup');
  const remove = useAction('privacy', 'removeGroup');
  const restore = useAction('privacy', 'restoreGroup');
  const [draft, setDraft] = useState<{ readonly name: string; readonly note: string } | null>(null);
  const { name, note } = draft ?? group;
  const keep = (): void =>
    update.mutate(
      { id: group.id, name, note },
      {
        onSuccess: () => {
          setDraft(null);
          announce(t('saved'));
        },
      },
    );
  const takeAway = (): void =>
    remove.mutate(
      { id: group.id },
      {
        onSuccess: () =>
          toast(t('group-removed', { name: group.name }), { undo: () => restore.mutate({ id: group.id }) }),
      },
    );
  const failure = update.error ?? remove.error ?? restore.error;
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>{group.name}</h2>
        <IconButton icon={Trash2} label={t('remove-group', { name: group.name })} onPress={takeAway} />
      </header>
      {failure && <ErrorNote error={failure} />}
      <DoNotFilmList group={group} />
      <TextField
        label={t('name')}
        value={name}
        maxLength={200}
        onChange={(changed) => setDraft({ name: changed, note })}
      />
      <TextArea
        label={t('note')}
        value={note}
        rows={2}
        maxLength={2000}
        placeholder={t('note-example')}
        onChange={(changed) => setDraft({ name, note: changed })}
      />
      {draft && (
        <div>
          <Button icon={Check} isDisabled={name.trim() === '' || update.isPending} onPress={keep}>
            {t('common:save')}
          </Button>
        </div>
      )}
    </section>
  );
}
