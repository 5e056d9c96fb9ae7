import { Film } from 'lucide-react';
import { useState } from 'react';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { mediaUrl } from '../../api/media-url.ts';
import { formatDuration } from '../../ui/format.ts';
import styles from './RecordingStill.module.css';

interface RecordingStillProps {
  readonly recording: Recording;
  /** Leave the length off where it stands beside it. */
  readonly hideLength?: boolean;
}

/** A filmstrip sheet holds this many stills beside one another; main lays it out so. */
const columns = 10;

/** A picture out of the recording, from its filmstrip: the fourth still, because lessons begin with a tripod being set. */
export function RecordingStill({ recording, hideLength }: RecordingStillProps) {
  const [failed, setFailed] = useState(false);
  const place = Math.min(3, Math.max(0, Math.floor(recording.durationMs / 1000) - 1));
  return (
    <span className={styles.still}>
      {recording.hasFilmstrip && !failed ? (
        <img
          src={mediaUrl('filmstrip', recording.id, 0)}
          alt=""
          loading="lazy"
          decoding="async"
          style={{ width: `${columns * 100}%`, left: `${place * -100}%` }}
          onError={() => setFailed(true)}
        />
      ) : (
        <Film className={styles.none} aria-hidden />
      )}
      {!hideLength && <span className={styles.length}>{formatDuration(recording.durationMs)}</span>}
    </span>
  );
}
