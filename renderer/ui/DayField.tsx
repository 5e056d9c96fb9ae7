import { useId } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';

interface DayFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** `YYYY-MM-DD`, or null for no day yet. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A calendar day by the system's own picker: it speaks the person's language and can be typed into. */
export function DayField({ label, hideLabel, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={cx(styles.label, hideLabel && styles.hidden)}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
