import { ArrowRight, Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useCall } from '../../api/queries.ts';
import { RecordingStill } from '../recordings/index.ts';
import styles from './Continue.module.css';
import { lastPlace } from './last-place.ts';

interface ContinueProps {
  readonly recordings: readonly Recording[];
  readonly cases: readonly CaseSummary[];
}

/** Back to the recording or case one was at last; else to what came in last. */
export function Continue({ recordings, cases }: ContinueProps) {
  const { t } = useTranslation('home');
  const last = lastPlace();
  const wanted = (kind: 'recordings' | 'cases', known: readonly { id: string }[]) =>
    last?.kind === kind && !known.some(({ id }) => id === last.id) ? { id: last.id } : null;
  const { data: older } = useCall('recordings', 'get', wanted('recordings', recordings));
  const { data: olderCase } = useCall('cases', 'get', wanted('cases', cases));
  const lastCase = last?.kind === 'cases' ? (cases.find(({ id }) => id === last.id) ?? olderCase) : undefined;
  const lastRecording = recordings.find(({ id }) => id === last?.id) ?? older ?? recordings[0];
  const to = lastCase ? `/cases/${lastCase.id}` : `/recordings/${lastRecording?.id ?? ''}`;
  if (!lastCase && !lastRecording) return null;
  return (
    <Link href={to} className={styles.card}>
      <span className={styles.picture}>
        {lastCase || !lastRecording ? <Layers aria-hidden /> : <RecordingStill recording={lastRecording} />}
      </span>
      <span className={styles.words}>
        <span className={styles.over}>{t('continue')}</span>
        <span className={styles.title}>{lastCase?.title ?? lastRecording?.title}</span>
        <span className={styles.more}>
          {lastCase ? lastCase.question : t('fragments', { count: lastRecording?.fragmentCount ?? 0 })}
        </span>
        <span className={styles.go}>
          {t('go-on')}
          <ArrowRight aria-hidden />
        </span>
      </span>
    </Link>
  );
}
