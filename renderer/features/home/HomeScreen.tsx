import { Download, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/queries.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { TableDrawing } from '../../ui/drawings/TableDrawing.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { SampleLessonButton } from '../imports/index.ts';
import { usePeople } from '../people/index.ts';
import { Continue } from './Continue.tsx';
import styles from './HomeScreen.module.css';
import { LatestCases } from './LatestCases.tsx';
import { LatestRecordings } from './LatestRecordings.tsx';
import { StartUpNote } from './StartUpNote.tsx';

/** What now? Film a lesson, bring in a file, go on where one was, or open a case or a recording. */
export function HomeScreen() {
  const { t } = useTranslation('home');
  const { current } = usePeople();
  const recordings = useCall('recordings', 'list', { limit: 6, offset: 0 });
  const cases = useCall('cases', 'list', { limit: 3, offset: 0 });
  const isNew = recordings.data?.total === 0 && (cases.data?.total ?? 0) === 0;
  const title = current ? t('hello', { name: current.name.split(' ')[0] }) : t('title');
  if (recordings.isPending) return null;
  return (
    <Screen title={title}>
      <div className={styles.home}>
        <StartUpNote />
        {recordings.error && <ErrorNote error={recordings.error} onRetry={() => void recordings.refetch()} />}
        {isNew ? (
          <Welcome />
        ) : (
          <>
            <div className={styles.top}>
              <Continue recordings={recordings.data?.items ?? []} cases={cases.data?.items ?? []} />
              <section className={styles.bring}>
                <h2>{t('new-lesson')}</h2>
                <p>{t('new-lesson-words')}</p>
                <div className={styles.buttons}>
                  <LinkButton to="/film" icon={Video} variant="primary" size="l">
                    {t('film')}
                  </LinkButton>
                  <LinkButton to="/bring-in" icon={Download} size="l">
                    {t('bring-in')}
                  </LinkButton>
                </div>
              </section>
            </div>
            <LatestCases cases={cases.data?.items ?? []} total={cases.data?.total ?? 0} />
            <LatestRecordings recordings={recordings.data?.items ?? []} total={recordings.data?.total ?? 0} />
          </>
        )}
      </div>
    </Screen>
  );
}

/** The first time: what this is for, the way in, and something to try it on. */
function Welcome() {
  const { t } = useTranslation('home');
  return (
    <section className={styles.welcome}>
      <div className={styles.drawing}>
        <TableDrawing />
      </div>
      <div className={styles.words}>
        <h2>{t('welcome')}</h2>
        <p>{t('welcome-words')}</p>
        <div className={styles.buttons}>
          <LinkButton to="/film" icon={Video} variant="primary" size="l">
            {t('film')}
          </LinkButton>
          <LinkButton to="/bring-in" icon={Download} size="l">
            {t('bring-in')}
          </LinkButton>
          <SampleLessonButton />
        </div>
      </div>
    </section>
  );
}
