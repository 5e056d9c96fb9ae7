import { Pause, Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { capture, useCapture } from '../capture/the-capture.ts';
import { LivePicture } from '../LivePicture.tsx';
import { SoundMeter } from '../SoundMeter.tsx';
import styles from './LiveScreen.module.css';

/** How often the clock is read, in ms: a second never seems to be skipped. */
const tickMs = 250;

/** What fails stands in the capture's state, and beside the buttons. */
const said = (): undefined => undefined;

/** While a lesson is filmed: what is seen and heard, how long it is, and how to pause and stop. */
export function LiveScreen() {
  const { t } = useTranslation('filming');
  const { filming, stream, phase, error } = useCapture((state) => state);
  const [elapsed, setElapsed] = useState(() => capture.elapsedMs());
  useEffect(() => {
    const timer = setInterval(() => setElapsed(capture.elapsedMs()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Screen title={filming?.title ?? ''} audience={t('audience')} fills>
      <div className={styles.live}>
        <LivePicture stream={stream} />
        <div className={styles.bar}>
          <p className={styles.time} data-elapsed={elapsed}>
            {formatDuration(elapsed)}
          </p>
          <div className={styles.sound}>
            <SoundMeter stream={stream} />
          </div>
          {error !== null && <ErrorNote error={error} />}
          {phase === 'paused' ? (
            <Button icon={Play} size="l" onPress={() => void capture.resume().catch(said)}>
              {t('live.resume')}
            </Button>
          ) : (
            <Button icon={Pause} size="l" onPress={() => void capture.pause().catch(said)}>
              {t('live.pause')}
            </Button>
          )}
          <Button
            icon={Square}
            variant="primary"
            size="l"
            onPress={() => void capture.stop('key').catch(said)}
          >
            {t('live.stop')}
          </Button>
        </div>
      </div>
    </Screen>
  );
}
