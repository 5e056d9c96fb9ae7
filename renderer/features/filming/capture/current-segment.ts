import type { SegmentReason } from '../../../../shared/contract/filming.ts';
import type { CaptureFormat } from './capture.ts';
import type { LessonClock } from './lesson-clock.ts';
import type { FilmingMain } from './main-port.ts';
import { recordSegment, type Segment, type SegmentEvents, type SegmentPorts } from './record-segment.ts';

export interface SegmentMaker extends Omit<SegmentPorts, 'append'> {
  readonly main: FilmingMain;
  readonly formatFor: (stream: MediaStream) => Promise<CaptureFormat>;
}

export interface CurrentSegment {
  /** @throws ApiError of `openSegment`, CaptureError `no-format`, what the recorder throws. */
  open(
    filmingId: string,
    stream: MediaStream,
    reason: SegmentReason,
  ): Promise<{ readonly segmentId: string; readonly format: CaptureFormat }>;
  /** Ends it; `letGo` is run as soon as the recorder was told to stop. Settles when main has every chunk. */
  close(letGo: () => void): Promise<void>;
  /** The segment and the moment in it; null when none runs. */
  moment(): { readonly segmentId: string; readonly offsetMs: number } | null;
}

/** The one segment that is being recorded, here and in main. */
export function createCurrentSegment(
  ports: SegmentMaker,
  clock: () => LessonClock,
  events: SegmentEvents,
): CurrentSegment {
  const { main } = ports;
  let current: Segment | null = null;
  return {
    async open(filmingId, stream, reason) {
      const format = await ports.formatFor(stream);
      const { segmentId } = await main.openSegment({ filmingId, mimeType: format.mimeType, reason });
      const isCurrent = (): boolean => current?.id === segmentId;
      current = recordSegment(
        segmentId,
        stream,
        format,
        { ...ports, append: (seq, bytes) => main.append({ segmentId, seq, bytes }) },
        {
          ...events,
          onStarted() {
            if (!isCurrent()) return;
            clock().run();
            events.onStarted();
          },
        },
      );
      return { segmentId, format };
    },
    async close(letGo) {
      const closing = current;
      current = null;
      clock().halt();
      const finished = closing?.finish();
      letGo();
      await finished;
      if (closing) await main.closeSegment({ segmentId: closing.id });
    },
    moment: () => (current ? { segmentId: current.id, offsetMs: current.offsetMs() } : null),
  };
}
