import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { mediaUrl } from '../../api/media-url.ts';
import { peaksOf, type Peaks } from './peaks.ts';

type TimelineData = Output<'recordings', 'timeline'>;

/** Something that was fetched for one recording and must not show for the next. */
interface Of<T> {
  readonly id: string;
  readonly value: T;
}

const none: readonly HTMLImageElement[] = [];

/** Sheets of stills as they arrive; a place is empty until its sheet is there. */
export function useSheets(data: TimelineData | undefined): readonly (HTMLImageElement | undefined)[] {
  const [loaded, setLoaded] = useState<Of<readonly (HTMLImageElement | undefined)[]>>({ id: '', value: [] });
  const id = data?.recordingId;
  const count = data?.filmstrip?.sheets ?? 0;
  useEffect(() => {
    if (id === undefined) return undefined;
    let wanted = true;
    for (let sheet = 0; sheet < count; sheet += 1) {
      const image = new Image();
      image.addEventListener('load', () => {
        if (!wanted) return;
        setLoaded((before) => ({
          id,
          value: Object.assign(before.id === id ? [...before.value] : [], { [sheet]: image }),
        }));
      });
      image.src = mediaUrl('filmstrip', id, sheet);
    }
    return () => {
      wanted = false;
    };
  }, [id, count]);
  return loaded.id === id ? loaded.value : none;
}

/** The waveform once it is made; null before, and for a recording without sound. */
export function usePeaks(data: TimelineData | undefined): Peaks | null {
  const [peaks, setPeaks] = useState<Of<Peaks> | null>(null);
  const id = data?.recordingId;
  const perSecond = data?.waveform?.peaksPerSecond;
  useEffect(() => {
    if (id === undefined || perSecond === undefined) return undefined;
    const stop = new AbortController();
    const load = async (): Promise<void> => {
      const answer = await fetch(mediaUrl('waveform', id), { signal: stop.signal });
      if (answer.ok) setPeaks({ id, value: peaksOf(new Uint8Array(await answer.arrayBuffer()), perSecond) });
    };
    // Without it the strip stays flat; the timeline works all the same, and the next change asks again.
    load().catch(() => setPeaks(null));
    return () => stop.abort();
  }, [id, perSecond]);
  return peaks !== null && peaks.id === id ? peaks.value : null;
}
