import { useTranslation } from 'react-i18next';
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { cx } from './cx.ts';
import styles from './ProgressBar.module.css';
import { timeLeft } from './time-left.ts';

interface ProgressBarProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** 0–1; leave out while nothing is known. */
  readonly value?: number;
  /** Time left in ms, shown in words. */
  readonly leftMs?: number | null;
}

/** How far work is, with the time it still takes once that can be said. */
export function ProgressBar({ label, hideLabel, value, leftMs }: ProgressBarProps) {
  const { t } = useTranslation('common');
  const left = timeLeft(leftMs ?? null, t);
  return (
    <AriaProgressBar
      className={styles.bar ?? ''}
      isIndeterminate={value === undefined}
      {...(value === undefined ? {} : { value: value * 100 })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {({ percentage, isIndeterminate, valueText }) => (
        <>
          <div className={styles.words}>
            {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
            <span className={styles.left}>{[valueText, left].filter(Boolean).join(' · ')}</span>
          </div>
          <div className={styles.track}>
            <div
              className={cx(styles.fill, isIndeterminate && styles.unknown)}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
