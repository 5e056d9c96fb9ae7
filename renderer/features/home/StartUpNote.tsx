import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { toast } from '../../ui/toasts.ts';
import { useJobs } from '../jobs/index.ts';
import styles from './StartUpNote.module.css';

/** What stopped halfway last time, with the offer to take it up again. */
export function StartUpNote() {
  const { t } = useTranslation('home');
  const [closed, setClosed] = useState(false);
  const { data: report } = useCall('settings', 'startUpReport', {});
  const { waiting } = useJobs();
  const sentence = useErrorSentence();
  const resume = useAction('jobs', 'resume');
  const interrupted = waiting.filter(({ state }) => state === 'interrupted');
  const orphans = report?.orphans ?? 0;
  if (closed || (interrupted.length === 0 && orphans === 0)) return null;
  const resumeAll = (): void => {
    for (const { id } of interrupted)
      resume.mutate({ id }, { onError: (error) => toast(sentence(error), { tone: 'trouble' }) });
  };
  return (
    <aside className={styles.note}>
      <History className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {interrupted.length > 0 && (
          <p>{t('interrupted', { count: interrupted.length, label: interrupted[0]?.label })}</p>
        )}
        {orphans > 0 && <p className={styles.small}>{t('orphans', { count: orphans })}</p>}
      </div>
      {interrupted.length > 0 && (
        <>
          <LinkButton to="/jobs" variant="quiet">
            {t('see-work')}
          </LinkButton>
          <Button onPress={resumeAll}>{t('resume')}</Button>
        </>
      )}
      {interrupted.length === 0 && (
        <Button variant="quiet" onPress={() => setClosed(true)}>
          {t('understood')}
        </Button>
      )}
    </aside>
  );
}
