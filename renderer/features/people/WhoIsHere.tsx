import { UserRound, UsersRound, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { useLocation } from 'wouter';
import { Avatar } from '../../ui/Avatar.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { usePeople } from './use-people.ts';
import styles from './WhoIsHere.module.css';

/** Who sits behind the laptop, always in sight; one press to change. What is noted now gets this name. */
export function WhoIsHere() {
  const { t } = useTranslation('people');
  const [, go] = useLocation();
  const { present, current, setCurrent } = usePeople();
  const actions: MenuAction[] = [
    ...present.map(({ id, name }) => ({ id, label: name, icon: UserRound, run: () => setCurrent(id) })),
    ...(current ? [{ id: 'nobody', label: t('nobody'), icon: UserRoundX, run: () => setCurrent(null) }] : []),
    {
      id: 'manage',
      label: t('manage'),
      icon: UsersRound,
      takesAway: present.length > 0,
      run: () => go('/people'),
    },
  ];
  const name = current?.name ?? null;
  const label = name === null ? t('who') : t('here', { name });
  return (
    <Menu
      label={label}
      actions={actions}
      trigger={
        <Button className={styles.chip ?? ''} aria-label={label}>
          {name === null ? <UserRound className={styles.unknown} aria-hidden /> : <Avatar name={name} />}
          <span className={styles.name}>{name?.split(' ')[0] ?? t('who-short')}</span>
        </Button>
      }
    />
  );
}
