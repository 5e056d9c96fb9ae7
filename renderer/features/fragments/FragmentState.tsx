import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { useCall } from '../../api/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Fragments.module.css';

interface FragmentStateProps {
  readonly fragment: Fragment;
  readonly onAgain: () => void;
}

/** What happens to the file of a fragment, in words. The fragment itself plays all the while. */
export function FragmentState({ fragment, onAgain }: FragmentStateProps) {
  const { t } = useTranslation('fragments');
  const jobs = useCall('jobs', 'list', {});
  const job = jobs.data?.find(({ kind, subjectId }) => kind === 'cut' && subjectId === fragment.id);
  if (fragment.file === 'ready')
    return <p className={styles.state}>{t(`state.ready-${fragment.mode ?? 'encode'}`)}</p>;
  if (fragment.file === 'failed')
    return <ErrorNote error={job?.error ?? new Error('cut')} onRetry={onAgain} />;
  if (fragment.file === 'virtual') return <p className={styles.state}>{t('state.virtual')}</p>;
  return (
    <ProgressBar
      label={t('state.cutting')}
      {...(job?.state === 'running' ? { value: job.progress } : {})}
      leftMs={job?.leftMs ?? null}
    />
  );
}
