import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { CameraDrawing } from '../../ui/drawings/CameraDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { JobCard, useJobs } from '../jobs/index.ts';
import type { EndReason } from './capture/capture.ts';
import { capture } from './capture/the-capture.ts';
import styles from './EndedScreen.module.css';

interface EndedScreenProps {
  readonly jobId: string;
  readonly reason: EndReason;
}

/** The lesson is filmed and safe: how far its recording is, and the way to it. */
export function EndedScreen({ jobId, reason }: EndedScreenProps) {
  const { t } = useTranslation('filming');
  const { all } = useJobs();
  const job = all.find(({ id }) => id === jobId);
  const why = reason === 'planned' || reason === 'disk-full' ? t(`ended.reasons.${reason}`) : '';
  return (
    <Screen title={t('ended.title')} audience={t('audience')}>
      <div className={styles.ended}>
        <EmptyState
          drawing={<CameraDrawing />}
          title={t('ended.title')}
          action={
            <Button icon={Video} onPress={() => capture.seenEnd()}>
              {t('ended.again')}
            </Button>
          }
        >
          {[why, t('ended.words')].filter(Boolean).join(' ')}
        </EmptyState>
        {job && <JobCard job={job} leads />}
      </div>
    </Screen>
  );
}
