import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SoundVerdict } from '../../../shared/domain/sound-level.ts';
import { useSoundLevel } from './capture/level-meter.ts';
import styles from './SoundMeter.module.css';

/** The quiet of an empty room stands at the left end, in dBFS. */
const leftEndDb = -60;

const warns = (verdict: SoundVerdict): boolean => /^(silent|clipping|too-soft)$/.test(verdict);

interface SoundMeterProps {
  readonly stream: MediaStream | null;
  /** The words are left out where the screen must be quiet; who listens still hears them. */
  readonly isQuiet?: boolean;
}

/** How loud it is now, and in words when nobody would understand it later. Shows nothing without a microphone. */
export function SoundMeter({ stream, isQuiet = false }: SoundMeterProps) {
  const { t } = useTranslation('filming');
  const level = useSoundLevel(stream);
  if ((stream?.getAudioTracks().length ?? 0) === 0) return null;
  const verdict = level?.verdict ?? 'listening';
  const share = Math.round(100 * Math.min(1, Math.max(0, 1 - (level?.now.peakDb ?? leftEndDb) / leftEndDb)));
  const words = t(`sound.${verdict}`);
  return (
    <div className={styles.meter} data-verdict={verdict}>
      <Mic aria-hidden />
      <div
        className={styles.track}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the meter element cannot be drawn in our tokens
        role="meter"
        aria-label={t('sound.label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={words}
      >
        <div
          className={styles.level}
          data-warns={warns(verdict) || undefined}
          style={{ width: `${share}%` }}
        />
      </div>
      {(!isQuiet || warns(verdict)) && (
        <output className={styles.words} data-warns={warns(verdict) || undefined}>
          {words}
        </output>
      )}
    </div>
  );
}
