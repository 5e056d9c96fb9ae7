import styles from './drawings.module.css';

/** A camera on a tripod, looking at a board. */
export function CameraDrawing() {
  return (
    <svg viewBox="0 0 240 132" className={styles.drawing} aria-hidden>
      <ellipse className={styles.warm} cx="120" cy="122" rx="112" ry="8" />
      <path className={styles.ink} d="M78 66 58 120M86 66v54M94 66l20 54" />
      <path className={styles.ink} d="M78 66h18" />
      <rect className={styles.softInk} x="54" y="26" width="60" height="38" rx="7" />
      <path className={styles.softInk} d="M114 38l22-10v34l-22-10Z" />
      <circle className={styles.accent} cx="72" cy="45" r="8" />
      <path className={styles.thin} d="M92 39h12M92 49h8" />
      <path className={styles.thin} d="M146 36l10-4M148 45h11M146 54l10 4" />
      <rect className={styles.paper} x="172" y="22" width="58" height="42" rx="3" />
      <path className={styles.thin} d="M182 34h26M182 44h36M182 54h18" />
      <path className={styles.ink} d="M184 64l-6 56M218 64l6 56" />
    </svg>
  );
}
