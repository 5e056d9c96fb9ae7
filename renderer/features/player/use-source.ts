import { useMemo } from 'react';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { mediaUrl } from '../../api/media-url.ts';
import { clockOf, type PlayerSource } from './player-source.ts';

type Timeline = Output<'recordings', 'timeline'>;

/**
 * What the player plays of a recording. When the recording is gone and the fragment has its own file, that one;
 * while a proxy is made there is no address yet, but frames can be counted and marks set.
 */
export function useSource(
  recording: Recording | undefined,
  timeline: Timeline | undefined,
  fragment?: Fragment | null,
): PlayerSource | null {
  // Progress and names change often; the source only when what is played does.
  const timing = recording && JSON.stringify([recording.video, recording.durationMs, recording.playability]);
  const own = fragment?.file === 'ready' && recording?.playability === 'missing' ? fragment : null;
  return useMemo(() => {
    if (!recording || !timeline) return null;
    const clock = clockOf(recording, timeline.frameTimesMs);
    if (own) {
      return {
        url: mediaUrl('fragment', own.id),
        clock,
        firstFrame: own.inFrame,
        endFrame: own.outFrame,
      };
    }
    const plays = recording.playability === 'direct' || recording.playability === 'proxy';
    const url = plays ? mediaUrl('recording', recording.id) : null;
    return { url, clock, firstFrame: 0, endFrame: clock.frameCount };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [recording?.id, timing, timeline?.frameTimesMs, own?.id, own?.inFrame, own?.outFrame]);
}
