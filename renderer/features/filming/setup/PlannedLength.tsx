import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/Select.tsx';
import { lengthWords } from './lesson-words.ts';

const minuteMs = 60_000;
/** Lengths of Dutch lessons, and twice that. */
const lessonMinutes = [20, 30, 40, 45, 50, 60, 90, 100] as const;
const open = 'open';

interface PlannedLengthProps {
  /** In ms; null goes on until someone stops. */
  readonly value: number | null;
  readonly onChange: (plannedMs: number | null) => void;
}

/** After how long it stops by itself. */
export function PlannedLength({ value, onChange }: PlannedLengthProps) {
  const { t } = useTranslation('filming');
  return (
    <Select
      label={t('length.label')}
      choices={[
        { id: open, label: t('length.open') },
        ...lessonMinutes.map((minutes) => ({
          id: String(minutes * minuteMs),
          label: lengthWords(minutes * minuteMs, t),
        })),
      ]}
      value={value === null ? open : String(value)}
      onChange={(id) => onChange(id === open ? null : Number(id))}
    />
  );
}
