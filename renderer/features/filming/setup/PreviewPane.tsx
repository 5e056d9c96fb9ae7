import { RotateCw, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FilmingSetup } from '../../../../shared/contract/filming.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CaptureFormat } from '../capture/capture.ts';
import { pictureOf } from '../capture/open-devices.ts';
import { LivePicture } from '../LivePicture.tsx';
import { SoundMeter } from '../SoundMeter.tsx';
import { usualPicture, without } from './chosen-devices.ts';
import { DeviceChoices, sizeWords } from './DeviceChoices.tsx';
import styles from './SetUpScreen.module.css';
import type { usePreview } from './use-preview.ts';

interface PreviewPaneProps {
  readonly preview: ReturnType<typeof usePreview>;
  readonly setup: FilmingSetup;
  readonly format: CaptureFormat | null;
  readonly onKeep: (change: Partial<FilmingSetup>) => void;
}

/** The picture as it will be filmed, large; under it how it sounds and with what. */
export function PreviewPane({ preview, setup, format, onKeep }: PreviewPaneProps) {
  const { t } = useTranslation(['filming', 'common']);
  const { stream, camera, isOpening, cameraTrouble } = preview;
  return (
    <section className={styles.pane} aria-label={t('picture.label')}>
      <div className={styles.stage}>
        <LivePicture stream={stream} hasGrid={setup.grid}>
          <div className={styles.instead}>
            <VideoOff aria-hidden />
            <p>
              {isOpening
                ? t('picture.opening')
                : cameraTrouble
                  ? t(`device-trouble.${cameraTrouble}`)
                  : t('picture.sound-only')}
            </p>
            {cameraTrouble && (
              <Button icon={RotateCw} onPress={preview.desk.tryAgain}>
                {t('common:try-again')}
              </Button>
            )}
          </div>
        </LivePicture>
      </div>
      <SoundMeter stream={stream} />
      <DeviceNotes preview={preview} setup={setup} />
      <DeviceChoices preview={preview} setup={setup} onKeep={onKeep} />
      {camera && <GotNote camera={camera} setup={setup} format={format} />}
    </section>
  );
}

/** What of the chosen devices does not work; the picture itself says it of a camera. */
function DeviceNotes({ preview, setup }: Pick<PreviewPaneProps, 'preview' | 'setup'>) {
  const { t } = useTranslation('filming');
  const { camera, microphone, isOpening, cameraTrouble, microphoneTrouble } = preview;
  if (isOpening) return null;
  const notes = [
    camera && cameraTrouble && t('replaced-camera'),
    microphone && microphoneTrouble && t('replaced-microphone'),
    !microphone &&
      setup.microphoneId !== without &&
      microphoneTrouble &&
      `${t('no-microphone')} ${t(`device-trouble.${microphoneTrouble}`)}`,
  ].filter((note) => typeof note === 'string');
  return notes.map((note) => (
    <output key={note} className={styles.caution}>
      {note}
    </output>
  ));
}

/** What the camera really gives, and who does the work of it. */
function GotNote({
  camera,
  setup,
  format,
}: Pick<PreviewPaneProps, 'setup' | 'format'> & { readonly camera: MediaStreamTrack }) {
  const { t } = useTranslation('filming');
  const got = pictureOf(camera);
  const asked = setup.pictures[camera.getSettings().deviceId ?? ''] ?? usualPicture;
  const isLess = got.width * got.height < asked.width * asked.height;
  const encoder =
    format === null || format.inHardware === null
      ? null
      : t(`encoder.${format.inHardware ? 'hardware' : 'software'}`);
  const words = { size: sizeWords(got), rate: Math.round(got.frameRate) };
  return (
    <p className={styles.small}>
      {[isLess ? t('got-less', words) : t('got', words), encoder].filter(Boolean).join(' ')}
    </p>
  );
}
