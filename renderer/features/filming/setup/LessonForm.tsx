import { useTranslation } from 'react-i18next';
import type { ClassGroup } from '../../../../shared/contract/privacy.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { OwnerSelect, usePeople } from '../../people/index.ts';
import { PolicyReminder } from './PolicyReminder.tsx';
import styles from './SetUpScreen.module.css';

/** Whose lesson it is, what it is called, and for which group. */
export interface Lesson {
  readonly title: string;
  readonly ownerId: string | null;
  readonly groupId: string | null;
  readonly policySeen: boolean;
}

interface LessonFormProps {
  readonly lesson: Lesson;
  readonly groups: readonly ClassGroup[];
  readonly onChange: (change: Partial<Lesson>) => void;
}

const noGroup = 'none';

/** What is said of the lesson before it is filmed. */
export function LessonForm({ lesson, groups, onChange }: LessonFormProps) {
  const { t } = useTranslation('filming');
  const { current, nameOf } = usePeople();
  const group = groups.find(({ id }) => id === lesson.groupId) ?? null;
  const colleague = lesson.ownerId !== null && lesson.ownerId !== current?.id ? nameOf(lesson.ownerId) : null;
  return (
    <div className={styles.lesson}>
      <TextField
        label={t('lesson-title')}
        value={lesson.title}
        maxLength={200}
        onChange={(title) => onChange({ title })}
      />
      <OwnerSelect label={t('whose')} value={lesson.ownerId} onChange={(ownerId) => onChange({ ownerId })} />
      {colleague && current && <p className={styles.small}>{t('for-colleague', { name: colleague })}</p>}
      {groups.length > 0 && (
        <Select
          label={t('group')}
          choices={[
            { id: noGroup, label: t('no-group') },
            ...groups.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={lesson.groupId ?? noGroup}
          onChange={(id) => onChange({ groupId: id === noGroup ? null : id, policySeen: false })}
        />
      )}
      <PolicyReminder
        group={group}
        hasGroups={groups.length > 0}
        isSeen={lesson.policySeen}
        onSeen={(policySeen) => onChange({ policySeen })}
      />
    </div>
  );
}
