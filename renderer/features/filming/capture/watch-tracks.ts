export type TrackKind = 'camera' | 'microphone';

/** A device that gives nothing for this long is not coming back by itself (a lid, a switch, a loose plug). */
const mutedForMs = 5000;

export const kindOf = (track: MediaStreamTrack): TrackKind =>
  track.kind === 'video' ? 'camera' : 'microphone';

/**
 * Tells when a track is over, or gives nothing for long. A device that was muted once already is left alone: opening
 * it over and over would tear the lesson to pieces. @returns how to stop watching.
 */
export function watchTracks(
  tracks: readonly MediaStreamTrack[],
  mutedBefore: ReadonlySet<string>,
  onGone: (kind: TrackKind, track: MediaStreamTrack, why: 'ended' | 'muted') => void,
): () => void {
  const stops = tracks.map((track) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ended = (): void => onGone(kindOf(track), track, 'ended');
    const muted = (): void => {
      if (mutedBefore.has(track.label)) return;
      timer = setTimeout(() => onGone(kindOf(track), track, 'muted'), mutedForMs);
    };
    const unmuted = (): void => clearTimeout(timer);
    track.addEventListener('ended', ended);
    track.addEventListener('mute', muted);
    track.addEventListener('unmute', unmuted);
    return () => {
      clearTimeout(timer);
      track.removeEventListener('ended', ended);
      track.removeEventListener('mute', muted);
      track.removeEventListener('unmute', unmuted);
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}
