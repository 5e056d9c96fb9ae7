import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './JobsIndicator.module.css';
import { useJobs } from './use-jobs.ts';

const round = 2 * Math.PI * 9;

/** A small ring in the frame while something is being worked on, or a sign when someone is needed. */
export function JobsIndicator() {
  const { t } = useTranslation('jobs');
  const { going, waiting, progress } = useJobs();
  if (going.length === 0 && waiting.length === 0) return null;
  const words =
    going.length > 0 ? t('going', { count: going.length }) : t('waiting', { count: waiting.length });
  return (
    <Link href="/jobs" className={styles.indicator}>
      {going.length > 0 ? (
        <svg viewBox="0 0 24 24" className={styles.ring} aria-hidden>
          <circle className={styles.track} cx="12" cy="12" r="9" />
          <circle
            className={styles.done}
            cx="12"
            cy="12"
            r="9"
            strokeDasharray={round}
            strokeDashoffset={round * (1 - progress)}
          />
        </svg>
      ) : (
        <CircleAlert className={styles.needed} aria-hidden />
      )}
      {words}
    </Link>
  );
}
