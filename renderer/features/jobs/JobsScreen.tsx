import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { JobCard } from './JobCard.tsx';
import styles from './JobsScreen.module.css';
import { useJobs } from './use-jobs.ts';

/** All work that goes on in the background, in one place. */
export function JobsScreen() {
  const { t } = useTranslation('jobs');
  const { going, waiting, ended } = useJobs();
  return (
    <Screen title={t('title')}>
      {waiting.length + going.length + ended.length === 0 ? (
        <EmptyState title={t('none')}>{t('none-words')}</EmptyState>
      ) : (
        <div className={styles.groups}>
          <JobGroup title={t('groups.waiting')} jobs={waiting} />
          <JobGroup title={t('groups.going')} jobs={going} />
          <JobGroup title={t('groups.ended')} jobs={ended} />
        </div>
      )}
    </Screen>
  );
}

function JobGroup({ title, jobs }: { readonly title: string; readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}
