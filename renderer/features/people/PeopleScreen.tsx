import { Archive, ArchiveRestore, UserRoundPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PeopleScreen.module.css';
import { PersonRow } from './PersonRow.tsx';
import { usePeople } from './use-people.ts';

/** The names that things can belong to. Names only: no addresses, no passwords. */
export function PeopleScreen() {
  const { t } = useTranslation('people');
  const { all, present } = usePeople();
  const archived = all.filter((person) => person.archived);
  const add = useAction('people', 'add');
  const archive = useAction('people', 'archive');
  const [name, setName] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate(
      { name },
      {
        onSuccess: (person) => {
          setName('');
          announce(t('added', { name: person.name }));
        },
      },
    );
  };
  return (
    <Screen title={t('title')}>
      <div className={styles.people}>
        <p className={styles.intro}>{t('intro')}</p>
        <form className={styles.add} onSubmit={keep}>
          <TextField
            label={t('name')}
            value={name}
            onChange={setName}
            maxLength={200}
            placeholder={t('example')}
          />
          <Button type="submit" variant="primary" icon={UserRoundPlus} isDisabled={add.isPending}>
            {t('add')}
          </Button>
        </form>
        {add.isError && <ErrorNote error={add.error} />}
        <ul className={styles.list}>
          {present.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              action={{
                label: t('archive'),
                icon: Archive,
                run: () => archive.mutate({ id: person.id, archived: true }),
              }}
            />
          ))}
        </ul>
        {archived.length > 0 && (
          <section>
            <h2 className={styles.heading}>{t('archived')}</h2>
            <ul className={styles.list}>
              {archived.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  action={{
                    label: t('bring-back'),
                    icon: ArchiveRestore,
                    run: () => archive.mutate({ id: person.id, archived: false }),
                  }}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  );
}
