import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClassGroup } from '../../../../shared/contract/privacy.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import styles from './PolicyReminder.module.css';

interface PolicyReminderProps {
  /** The group that was chosen; null for none. */
  readonly group: ClassGroup | null;
  readonly hasGroups: boolean;
  readonly isSeen: boolean;
  readonly onSeen: (seen: boolean) => void;
}

/** What the school agreed on for this group: who stays out of the picture, where they sit, and the note. */
export function PolicyReminder({ group, hasGroups, isSeen, onSeen }: PolicyReminderProps) {
  const { t } = useTranslation('filming');
  if (!group || group.doNotFilm.length === 0)
    return (
      <p className={styles.sentence}>
        {group
          ? t('policy.none', { group: group.name })
          : hasGroups
            ? t('policy.choose')
            : t('policy.no-groups')}{' '}
        {group?.note} {!hasGroups && <Link href="/groups">{t('policy.make')}</Link>}
      </p>
    );
  return (
    <div className={styles.reminder}>
      <h3 className={styles.title}>
        <EyeOff aria-hidden />
        {t('policy.title', { count: group.doNotFilm.length })}
      </h3>
      <ul className={styles.pupils}>
        {group.doNotFilm.map(({ id, initials, seat }) => (
          <li key={id}>
            <strong>{initials}</strong> {seat || t('policy.seat-unknown')}
          </li>
        ))}
      </ul>
      {group.note && <p className={styles.note}>{group.note}</p>}
      <Checkbox isSelected={isSeen} onChange={onSeen}>
        {t('policy.seen')}
      </Checkbox>
    </div>
  );
}
