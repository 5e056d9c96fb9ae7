import { Check, Pencil } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/people.ts';
import { useAction } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PeopleScreen.module.css';

interface PersonRowProps {
  readonly person: Person;
  readonly action: Omit<MenuAction, 'id'>;
}

/** One person, whose name can be corrected in place. */
export function PersonRow({ person, action }: PersonRowProps) {
  const { t } = useTranslation(['people', 'common']);
  const rename = useAction('people', 'rename');
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (draft?.trim()) rename.mutate({ id: person.id, name: draft }, { onSuccess: () => setDraft(null) });
  };
  if (draft !== null)
    return (
      <li className={styles.row}>
        <form className={styles.edit} onSubmit={keep}>
          <TextField
            label={t('name')}
            hideLabel
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field replaces what was pressed
            autoFocus
            value={draft}
            onChange={setDraft}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(null);
            }}
          />
          <Button type="submit" icon={Check}>
            {t('common:save')}
          </Button>
        </form>
      </li>
    );
  return (
    <li className={styles.row}>
      <Avatar name={person.name} />
      <span className={styles.name}>{person.name}</span>
      <Menu
        label={t('actions', { name: person.name })}
        actions={[
          { id: 'rename', label: t('common:rename'), icon: Pencil, run: () => setDraft(person.name) },
          { id: 'archive', ...action },
        ]}
      />
    </li>
  );
}
