import {
  Check,
  ChevronLeft,
  ChevronRight,
  Gauge,
  Pause,
  Play,
  Repeat,
  Search,
  Volume2,
  VolumeX,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { IconButton, IconToggle } from '../../ui/IconButton.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import type { PlayerControl } from './player-control.ts';
import { PlayerTime } from './PlayerTime.tsx';
import { speeds } from './speeds.ts';
import styles from './TransportBar.module.css';
import { usePlayerState } from './use-player.ts';
import type { PictureZooming } from './use-picture-zoom.ts';

interface TransportBarProps {
  readonly control: PlayerControl;
  readonly zooming: PictureZooming;
  readonly boostDb: number;
  readonly onBoost: (db: number) => void;
  /** Further buttons of the screen: still, draw. */
  readonly children?: ReactNode;
}

const boosts = [0, 6, 12, 18, 24];
const chosen = (is: boolean): { icon?: LucideIcon } => (is ? { icon: Check } : {});

/** The few buttons of the player, under its picture. */
export function TransportBar({ control, zooming, boostDb, onBoost, children }: TransportBarProps) {
  const { t, i18n } = useTranslation('player');
  const playing = usePlayerState(control, (state) => state.playing);
  const rate = usePlayerState(control, (state) => state.rate);
  const muted = usePlayerState(control, (state) => state.muted);
  const hasRange = usePlayerState(control, (state) => state.range !== null);
  const looping = usePlayerState(control, (state) => state.looping);
  const speed = (value: number): string =>
    t('speed', { value: new Intl.NumberFormat(i18n.language).format(value) });
  const choices: MenuAction[] = speeds.map((value) => ({
    id: String(value),
    label: speed(value),
    ...chosen(value === rate),
    run: () => control.setRate(value),
  }));
  const loudness: MenuAction[] = boosts.map((db) => ({
    id: String(db),
    label: db === 0 ? t('boost.none') : t('boost.some', { db }),
    ...chosen(db === boostDb),
    run: () => onBoost(db),
  }));
  return (
    <section className={styles.bar} aria-label={t('controls')}>
      <IconButton icon={ChevronLeft} label={t('frame-back')} shortcut="←" onPress={() => control.step(-1)} />
      <IconButton
        icon={playing ? Pause : Play}
        size="l"
        label={playing ? t('pause') : t('play')}
        shortcut="K"
        onPress={control.toggle}
      />
      <IconButton icon={ChevronRight} label={t('frame-on')} shortcut="→" onPress={() => control.step(1)} />
      <PlayerTime control={control} />
      <span className={styles.gap} />
      <IconToggle
        icon={Repeat}
        label={t('loop')}
        shortcut="⇧ L"
        isSelected={looping}
        isDisabled={!hasRange}
        onChange={control.setLooping}
      />
      <Menu
        label={t('speed-menu')}
        actions={choices}
        trigger={
          <Button variant="quiet" size="s" icon={Gauge} aria-label={t('speed-now', { speed: speed(rate) })}>
            {speed(rate)}
          </Button>
        }
      />
      <IconToggle
        icon={muted ? VolumeX : Volume2}
        label={t('mute')}
        shortcut="M"
        isSelected={muted}
        onChange={control.setMuted}
      />
      <Menu
        label={t('boost.menu')}
        actions={loudness}
        trigger={
          <Button variant="quiet" size="s">
            {boostDb === 0 ? t('boost.short') : t('boost.some', { db: boostDb })}
          </Button>
        }
      />
      {zooming.zoom.scale > 1 && (
        <Button variant="quiet" size="s" icon={Search} onPress={zooming.reset}>
          {t('zoom.whole')}
        </Button>
      )}
      {children}
    </section>
  );
}
