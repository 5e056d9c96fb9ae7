import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ImportDrawing } from '../../ui/drawings/ImportDrawing.tsx';
import { JobCard, useJobs } from '../jobs/index.ts';
import { beginAgain } from './offer-store.ts';
import styles from './Started.module.css';

/** How far the started clips are; what is ready can be looked at while the rest goes on. */
export function Started({ jobIds }: { readonly jobIds: readonly string[] }) {
  const { t } = useTranslation('imports');
  const { all } = useJobs();
  const jobs = jobIds.flatMap((id) => all.find((job) => job.id === id) ?? []);
  const firstReady = jobs.find(({ state }) => state === 'done')?.id;
  const going = jobs.some(({ state }) => state === 'queued' || state === 'running');
  return (
    <div className={styles.started}>
      <header className={styles.head}>
        <div className={styles.drawing}>
          <ImportDrawing />
        </div>
        <div>
          <h2>{going || jobs.length === 0 ? t('coming-in') : t('came-in')}</h2>
          <p>{going || jobs.length === 0 ? t('coming-in-words') : t('came-in-words')}</p>
        </div>
      </header>
      <ul className={styles.list}>
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard job={job} leads={job.id === firstReady} />
          </li>
        ))}
      </ul>
      <Button icon={Plus} variant="quiet" onPress={beginAgain}>
        {t('more')}
      </Button>
    </div>
  );
}
