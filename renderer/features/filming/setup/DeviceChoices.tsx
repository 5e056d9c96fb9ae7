import { useTranslation } from 'react-i18next';
import type { FilmingSetup } from '../../../../shared/contract/filming.ts';
import { Switch } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { CameraPicture } from '../capture/capture.ts';
import { pictureOf } from '../capture/open-devices.ts';
import { without } from './chosen-devices.ts';
import { picturesOf } from './picture-choices.ts';
import type { PreviewState } from './preview.ts';
import styles from './SetUpScreen.module.css';

interface DeviceChoicesProps {
  readonly preview: PreviewState;
  readonly setup: FilmingSetup;
  readonly onKeep: (change: Partial<FilmingSetup>) => void;
}

const idOf = (track: MediaStreamTrack | null, kept: string | null): string | null =>
  kept === without ? without : (track?.getSettings().deviceId ?? null);
const sizeId = ({ width, height }: Pick<CameraPicture, 'width' | 'height'>): string => `${width}x${height}`;

/** Which camera, which microphone, and how large the picture is; only what the devices offer. */
export function DeviceChoices({ preview, setup, onKeep }: DeviceChoicesProps) {
  const { t } = useTranslation('filming');
  const { camera, microphone, cameras, microphones } = preview;
  const listOf = (devices: readonly MediaDeviceInfo[], withoutWords: string) => [
    ...devices.map(({ deviceId, label }, at) => ({
      id: deviceId,
      label: label || t('no-name', { number: at + 1 }),
    })),
    { id: without, label: withoutWords },
  ];
  return (
    <div className={styles.devices}>
      <Select
        label={t('camera')}
        choices={listOf(cameras, t('without-camera'))}
        value={idOf(camera, setup.cameraId)}
        onChange={(cameraId) => onKeep({ cameraId })}
      />
      <Select
        label={t('microphone')}
        choices={listOf(microphones, t('without-microphone'))}
        value={idOf(microphone, setup.microphoneId)}
        onChange={(microphoneId) => onKeep({ microphoneId })}
      />
      {camera && <PictureChoice camera={camera} setup={setup} onKeep={onKeep} />}
      <div className={styles.grid}>
        <Switch isSelected={setup.grid} onChange={(grid) => onKeep({ grid })}>
          {t('grid')}
        </Switch>
      </div>
    </div>
  );
}

interface PictureChoiceProps extends Pick<DeviceChoicesProps, 'setup' | 'onKeep'> {
  readonly camera: MediaStreamTrack;
}

function PictureChoice({ camera, setup, onKeep }: PictureChoiceProps) {
  const { t } = useTranslation('filming');
  const now = pictureOf(camera);
  const { sizes, rates } = picturesOf(camera.getCapabilities(), now);
  const cameraId = camera.getSettings().deviceId ?? '';
  const choose = (change: Partial<CameraPicture>): void =>
    onKeep({
      cameraId,
      pictures: {
        ...setup.pictures,
        [cameraId]: { ...now, frameRate: Math.max(1, Math.round(now.frameRate)), ...change },
      },
    });
  return (
    <>
      <Select
        label={t('size')}
        choices={sizes.map((size) => ({ id: sizeId(size), label: sizeWords(size) }))}
        value={sizeId(now)}
        onChange={(id) => choose(sizes.find((size) => sizeId(size) === id) ?? {})}
      />
      <Select
        label={t('rate')}
        choices={rates.map((rate) => ({ id: String(rate), label: String(rate) }))}
        value={String(Math.round(now.frameRate))}
        onChange={(rate) => choose({ frameRate: Number(rate) })}
      />
    </>
  );
}

/** `1920 × 1080`: as it stands on the camera's box. */
export function sizeWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}
