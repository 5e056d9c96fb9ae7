import { useTranslation } from 'react-i18next';
import { formatTime } from '../timeline/index.ts';
import type { PlayerControl } from './player-control.ts';
import styles from './TransportBar.module.css';
import { usePlayerState } from './use-player.ts';

/** Where the picture stands, in time and in frames; drawn again at every picture, so it is small. */
export function PlayerTime({ control }: { readonly control: PlayerControl }) {
  const { t, i18n } = useTranslation('player');
  const frame = usePlayerState(control, (state) => state.frame);
  const { clock } = control.source;
  const whole = formatTime(clock.timeOf(clock.frameCount), i18n.language, 'seconds');
  return (
    <p className={styles.time} data-frame={frame}>
      {formatTime(clock.timeOf(frame), i18n.language)}{' '}
      <span className={styles.rest}>{t('of-whole', { whole, frame })}</span>
    </p>
  );
}
