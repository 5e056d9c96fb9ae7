import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { TableDrawing } from '../../ui/drawings/TableDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { GroupCard } from './GroupCard.tsx';
import styles from './Groups.module.css';

/** The groups that are taught, and who of them stays out of the picture. */
export function GroupsScreen() {
  const { t } = useTranslation('privacy');
  const { data: groups, error } = useCall('privacy', 'groups', {});
  const add = useAction('privacy', 'addGroup');
  const [name, setName] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate(
      { name },
      {
        onSuccess: (group) => {
          setName('');
          announce(t('group-added', { name: group.name }));
        },
      },
    );
  };
  const failure = error ?? add.error;
  return (
    <Screen title={t('title')} audience={t('audience')} back={{ to: '/settings', label: t('back') }}>
      <div className={styles.groups}>
        <p className={styles.intro}>{t('intro')}</p>
        <form className={styles.add} onSubmit={keep}>
          <TextField
            label={t('new-group')}
            value={name}
            onChange={setName}
            maxLength={200}
            placeholder={t('example')}
          />
          <Button type="submit" variant="primary" icon={Plus} isDisabled={add.isPending}>
            {t('add-group')}
          </Button>
        </form>
        {failure && <ErrorNote error={failure} />}
        {groups?.length === 0 && (
          <EmptyState drawing={<TableDrawing />} title={t('none')}>
            {t('none-words')}
          </EmptyState>
        )}
        {groups?.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
      </div>
    </Screen>
  );
}
