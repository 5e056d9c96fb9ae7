import { useQuery } from '@tanstack/react-query';
import { Camera, FileVideo, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { asking } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { CameraDrawing } from '../../ui/drawings/CameraDrawing.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './ChooseSource.module.css';
import { takeOffer, useBringingIn } from './offer-store.ts';
import { SampleLessonButton } from './SampleLessonButton.tsx';

/** A card is plugged in while this screen is open: look again often enough to seem at once. */
const lookAgainMs = 3000;

/** Where the video comes from: dropped, chosen, or a camera that was plugged in. */
export function ChooseSource() {
  const { t } = useTranslation('imports');
  const { reading, error } = useBringingIn();
  const { data: volumes = [] } = useQuery({
    ...asking('imports', 'volumes', {}),
    refetchInterval: lookAgainMs,
  });
  return (
    <div className={styles.source}>
      {error !== null && <ErrorNote error={error} />}
      <section className={styles.zone}>
        <div className={styles.drawing}>
          <CameraDrawing />
        </div>
        <h2>{t('drop-title')}</h2>
        <p>{t('drop-words')}</p>
        {reading ? (
          <div className={styles.reading}>
            <ProgressBar label={t('reading')} />
          </div>
        ) : (
          <div className={styles.buttons}>
            <Button variant="primary" size="l" icon={FileVideo} onPress={() => pick('files')}>
              {t('pick-files')}
            </Button>
            <Button size="l" icon={FolderOpen} onPress={() => pick('folder')}>
              {t('pick-folder')}
            </Button>
          </div>
        )}
      </section>
      <section aria-live="polite">
        <h2 className={styles.heading}>{t('cameras')}</h2>
        {volumes.length === 0 ? (
          <p className={styles.none}>{t('no-cameras')}</p>
        ) : (
          <ul className={styles.volumes}>
            {volumes.map(({ id, label, kind }) => (
              <li key={id} className={styles.volume}>
                <Camera aria-hidden />
                <div className={styles.words}>
                  <p className={styles.name}>{label}</p>
                  <p className={styles.kind}>{t(`sources.${kind}`)}</p>
                </div>
                <Button
                  isDisabled={reading}
                  onPress={() => void takeOffer(call('imports', 'openVolume', { volumeId: id }))}
                >
                  {t('see-clips')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.sample}>
        <p>{t('sample-words')}</p>
        <SampleLessonButton />
      </section>
    </div>
  );
}

function pick(what: 'files' | 'folder'): void {
  void takeOffer(call('imports', 'pick', { what }));
}
