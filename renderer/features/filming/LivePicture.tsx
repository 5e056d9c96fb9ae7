import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './LivePicture.module.css';

interface LivePictureProps {
  readonly stream: MediaStream | null;
  /** Lines on the thirds, for framing. */
  readonly hasGrid?: boolean;
  /** What stands in the frame while there is no picture. */
  readonly children?: ReactNode;
}

/** What the camera sees now, as it is filmed: never mirrored, or the board would read backwards. */
export function LivePicture({ stream, hasGrid = false, children }: LivePictureProps) {
  const { t } = useTranslation('filming');
  const video = useRef<HTMLVideoElement>(null);
  const hasPicture = (stream?.getVideoTracks().length ?? 0) > 0;
  const { width = 16, height = 9 } = stream?.getVideoTracks()[0]?.getSettings() ?? {};
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={styles.frame}>
      <video ref={video} muted autoPlay playsInline hidden={!hasPicture} aria-label={t('picture.label')} />
      {hasPicture && hasGrid && (
        <svg className={styles.grid} viewBox={`0 0 ${width} ${height}`} aria-hidden data-grid>
          {[1 / 3, 2 / 3].map((third) => (
            <g key={third}>
              <line x1={width * third} x2={width * third} y1={0} y2={height} />
              <line x1={0} x2={width} y1={height * third} y2={height * third} />
            </g>
          ))}
        </svg>
      )}
      {!hasPicture && children}
    </div>
  );
}
