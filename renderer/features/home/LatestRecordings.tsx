import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { formatDay } from '../../ui/format.ts';
import { usePeople } from '../people/index.ts';
import { RecordingStill } from '../recordings/index.ts';
import styles from './Latest.module.css';

interface LatestRecordingsProps {
  readonly recordings: readonly Recording[];
  readonly total: number;
}

/** The recordings that came in last, as pictures. */
export function LatestRecordings({ recordings, total }: LatestRecordingsProps) {
  const { t, i18n } = useTranslation('home');
  const { nameOf } = usePeople();
  if (recordings.length === 0) return null;
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('recordings')}</h2>
        {total > recordings.length && <Link href="/recordings">{t('all-recordings', { count: total })}</Link>}
      </header>
      <ul className={styles.recordings}>
        {recordings.map((recording) => (
          <li key={recording.id}>
            <Link href={`/recordings/${recording.id}`} className={styles.recording}>
              <RecordingStill recording={recording} />
              <span className={styles.title}>{recording.title}</span>
              <span className={styles.facts}>
                {[
                  formatDay(recording.recordedAt ?? recording.importedAt, i18n.language),
                  nameOf(recording.ownerId),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
