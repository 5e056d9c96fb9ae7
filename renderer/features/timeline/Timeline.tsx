import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeys } from '../../ui/keys/registry.ts';
import { useColours } from './colours.ts';
import { Layer } from './Layer.tsx';
import { Marks, type TimelineMark } from './Marks.tsx';
import { paintFilm, paintRuler, paintWave } from './paint.ts';
import { Playhead } from './Playhead.tsx';
import type { PlayheadPort } from './playhead-port.ts';
import { RangeHandles, type MarkedRange } from './RangeHandles.tsx';
import { Spans, type Span } from './Spans.tsx';
import styles from './Timeline.module.css';
import { usePeaks, useSheets } from './use-timeline-media.ts';
import { useView } from './use-view.ts';
import { msAt } from './view.ts';

interface TimelineProps {
  readonly playhead: PlayheadPort;
  readonly data: Output<'recordings', 'timeline'> | undefined;
  readonly spans: readonly Span[];
  readonly selectedSpanId: string | null;
  readonly onSelectSpan: (id: string) => void;
  /** In order of time. */
  readonly marks: readonly TimelineMark[];
  readonly selectedMarkId: string | null;
  readonly onSelectMark: (id: string) => void;
  /** The ends being marked or adjusted; null where nothing can be marked. */
  readonly range: MarkedRange | null;
  readonly onRange?: (range: MarkedRange, done: boolean) => void;
}

const heights = { ruler: 20, film: 44, wave: 34 };

/** Filmstrip above, waveform below, one ruler; marks, fragments and the ends being set on the same time. */
export function Timeline(props: TimelineProps) {
  const { playhead, data, spans, marks, range, onRange } = props;
  const { t, i18n } = useTranslation('timeline');
  const { clock } = playhead.source;
  const box = useRef<HTMLDivElement>(null);
  const { view, zoom, whole } = useView(box, clock.timeOf(clock.frameCount), playhead);
  const colours = useColours();
  const sheets = useSheets(data);
  const peaks = usePeaks(data);
  const film = data?.filmstrip ?? null;
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;

  const group = t('keys');
  useKeys([
    { id: 'timeline.in', keys: ['+', '='], label: t('zoom-in'), group, run: () => zoom(1.6), repeats: true },
    { id: 'timeline.out', keys: ['-'], label: t('zoom-out'), group, run: () => zoom(1 / 1.6), repeats: true },
    { id: 'timeline.whole', keys: ['0'], label: t('zoom-whole'), group, run: whole },
  ]);
  const ruler = useCallback(
    (brush: CanvasRenderingContext2D) =>
      paintRuler(brush, view, heights.ruler, colours, { font, language: i18n.language }),
    [view, colours, font, i18n.language],
  );
  const strip = useCallback(
    (brush: CanvasRenderingContext2D) => film && paintFilm(brush, view, heights.film, film, sheets),
    [view, film, sheets],
  );
  const wave = useCallback(
    (brush: CanvasRenderingContext2D) => peaks && paintWave(brush, view, heights.wave, peaks, colours),
    [view, peaks, colours],
  );
  const seekTo = (event: PointerEvent<HTMLDivElement>): void => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    playhead.seek(clock.frameAt(msAt(view, event.clientX - left)));
  };
  const dragged = (after: MarkedRange, before: MarkedRange): void => {
    // The picture shows the frame that is chosen: the first one, or the last one that is still seen.
    if (after.inFrame !== before.inFrame && after.inFrame !== null) playhead.seek(after.inFrame);
    if (after.outFrame !== before.outFrame && after.outFrame !== null) playhead.seek(after.outFrame - 1);
    onRange?.(after, false);
  };
  return (
    <section className={styles.timeline} aria-label={t('label')}>
      <div
        ref={box}
        className={styles.box}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekTo(event)}
      >
        <Layer width={view.widthPx} height={heights.ruler} paint={ruler} />
        <div className={styles.film}>
          {film === null && <span className={styles.empty}>{t('film-soon')}</span>}
          <Layer width={view.widthPx} height={heights.film} paint={strip} />
        </div>
        <div className={styles.wave}>
          <Layer width={view.widthPx} height={heights.wave} paint={wave} />
        </div>
        <Spans
          view={view}
          clock={clock}
          spans={spans}
          selectedId={props.selectedSpanId}
          onSelect={props.onSelectSpan}
        />
        <Marks
          view={view}
          marks={marks}
          selectedId={props.selectedMarkId}
          onSelect={props.onSelectMark}
          colours={colours}
          font={font}
        />
        {range && (
          <RangeHandles
            view={view}
            clock={clock}
            range={range}
            box={() => box.current?.getBoundingClientRect()}
            onDrag={(after) => dragged(after, range)}
            onChange={(after) => onRange?.(after, true)}
          />
        )}
        <Playhead view={view} playhead={playhead} />
      </div>
      <div className={styles.tools}>
        <IconButton icon={ZoomIn} size="s" label={t('zoom-in')} shortcut="+" onPress={() => zoom(1.6)} />
        <IconButton
          icon={ZoomOut}
          size="s"
          label={t('zoom-out')}
          shortcut="−"
          onPress={() => zoom(1 / 1.6)}
        />
        <IconButton icon={Maximize2} size="s" label={t('zoom-whole')} shortcut="0" onPress={whole} />
      </div>
    </section>
  );
}
