import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/contract/observations.ts';
import { usePlayhead, type PlayheadPort } from '../timeline/index.ts';
import { indexAt } from './filter.ts';
import { ObservationItem } from './ObservationItem.tsx';
import styles from './Observations.module.css';
import type { ObservationsOfRecording } from './use-observations.ts';

interface ObservationListProps {
  readonly observations: readonly Observation[];
  readonly playhead: PlayheadPort;
  readonly selectedId: string | null;
  readonly onSelect: (observation: Observation) => void;
  readonly names: ReadonlyMap<string, string>;
  readonly changes: ObservationsOfRecording['changes'];
}

const restMs = 100;
/** A moment lies within the frame it was taken on; that frame has reached it. */
const sameMs = 25;

/** The notes in order of time; only those in sight are in the page, so that thousands scroll as one. */
export function ObservationList(props: ObservationListProps) {
  const { observations, playhead, selectedId, names, changes } = props;
  const { t } = useTranslation('observations');
  const scroller = useRef<HTMLDivElement>(null);
  const now = usePlayhead(playhead, (ms) => indexAt(observations, ms + sameMs));
  // oxlint-disable-next-line react/incompatible-library -- not memoised here: no compiler runs over this page
  const virtual = useVirtualizer({
    count: observations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
    getItemKey: (index) => observations[index]?.id ?? index,
  });
  useEffect(() => {
    // Whoever is reading or editing in the list is not pulled away by the playhead.
    const element = scroller.current;
    if (now < 0 || !element || element.matches(':hover, :focus-within')) return undefined;
    // Dragging along the timeline passes hundreds: the list follows when the hand rests.
    const timer = setTimeout(() => virtual.scrollToIndex(now, { align: 'auto' }), restMs);
    return () => clearTimeout(timer);
  }, [now, virtual]);
  const at = observations.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={t('list')}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const observation = observations[index];
          if (!observation) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={observations.length}
              aria-posinset={index + 1}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ObservationItem
                observation={observation}
                authorName={names.get(observation.authorId ?? '') ?? null}
                now={index === now}
                selected={observation.id === selectedId}
                onJump={props.onSelect}
                changes={changes}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
