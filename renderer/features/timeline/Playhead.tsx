import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from './format-time.ts';
import type { PlayheadPort } from './playhead-port.ts';
import styles from './Timeline.module.css';
import { xOf, type View } from './view.ts';

/** The line that shows where the picture stands. Moved without React: it moves with every picture. */
export function Playhead({ view, playhead }: { readonly view: View; readonly playhead: PlayheadPort }) {
  const { t, i18n } = useTranslation('timeline');
  const element = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    const { frame } = playhead.get();
    const { clock } = playhead.source;
    const ms = clock.timeOf(frame);
    const line = element.current;
    if (!line) return;
    const x = xOf(view, ms);
    line.style.transform = `translateX(${x}px)`;
    line.hidden = x < -1 || x > view.widthPx + 1;
    line.setAttribute('aria-valuenow', String(frame));
    line.setAttribute('aria-valuetext', t('at', { time: formatTime(ms, i18n.language), frame }));
  }, [playhead, view, t, i18n.language]);

  useEffect(() => {
    place();
    return playhead.subscribe(place);
  }, [place, playhead]);

  const pressed = (event: KeyboardEvent): void => {
    const whole = playhead.source.clock.frameCount;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => (event.shiftKey ? playhead.stepMs(-1000) : playhead.step(-1)),
      ArrowRight: () => (event.shiftKey ? playhead.stepMs(1000) : playhead.step(1)),
      ArrowDown: () => playhead.step(-1),
      ArrowUp: () => playhead.step(1),
      PageUp: () => playhead.stepMs(10_000),
      PageDown: () => playhead.stepMs(-10_000),
      Home: () => playhead.seek(0),
      End: () => playhead.seek(whole - 1),
    };
    const move = moves[event.key];
    if (!move || event.altKey) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      ref={element}
      className={styles.playhead}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input's thumb cannot lie over these canvases
      role="slider"
      tabIndex={0}
      aria-label={t('playhead')}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, playhead.source.clock.frameCount - 1)}
      aria-valuenow={0}
      onKeyDown={pressed}
    />
  );
}
