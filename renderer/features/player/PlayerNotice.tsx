import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Player.module.css';
import type { PlayerControl } from './player-control.ts';

interface PlayerNoticeProps {
  readonly control: PlayerControl;
  readonly recording: Recording;
  readonly failed: boolean;
  readonly waiting: boolean;
}

/** Says why there is no picture, and what can be done meanwhile; nothing when there is one. */
export function PlayerNotice({ control, recording, failed, waiting }: PlayerNoticeProps) {
  const { t } = useTranslation('player');
  const { playability } = recording;
  if (control.source.url !== null && !failed) return waiting ? <WaitingNote /> : null;
  if (playability === 'preparing') return <Preparing recordingId={recording.id} />;
  const what = playability === 'missing' ? 'missing' : playability === 'failed' ? 'proxy-failed' : 'broken';
  return (
    <output className={styles.notice}>
      <h2 className={styles.title}>{t(`notice.${what}.title`)}</h2>
      <p>{t(`notice.${what}.words`)}</p>
      {playability === 'failed' && <TryAgain recordingId={recording.id} />}
    </output>
  );
}

function Preparing({ recordingId }: { readonly recordingId: string }) {
  const { t } = useTranslation('player');
  const jobs = useCall('jobs', 'list', {});
  const job = jobs.data?.find(({ kind, subjectId }) => kind === 'proxy' && subjectId === recordingId);
  return (
    <output className={styles.notice}>
      <h2 className={styles.title}>{t('notice.preparing.title')}</h2>
      <p>{t('notice.preparing.words')}</p>
      <ProgressBar
        label={t('notice.preparing.progress')}
        hideLabel
        {...(job?.state === 'running' ? { value: job.progress } : {})}
        leftMs={job?.leftMs ?? null}
      />
    </output>
  );
}

function TryAgain({ recordingId }: { readonly recordingId: string }) {
  const { t } = useTranslation('player');
  const jobs = useCall('jobs', 'list', {});
  const resume = useAction('jobs', 'resume');
  const job = jobs.data?.find(({ kind, subjectId }) => kind === 'proxy' && subjectId === recordingId);
  if (!job) return null;
  if (job.error) return <ErrorNote error={job.error} onRetry={() => resume.mutate({ id: job.id })} />;
  return <Button onPress={() => resume.mutate({ id: job.id })}>{t('notice.try-again')}</Button>;
}

/** A short wait is not worth a word; after 300 ms it is. */
function WaitingNote() {
  const { t } = useTranslation('player');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return long ? <p className={styles.waiting}>{t('notice.waiting')}</p> : null;
}
