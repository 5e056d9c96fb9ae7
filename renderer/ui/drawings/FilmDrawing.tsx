import styles from './drawings.module.css';

/** A strip of film with scissors at the place to cut. */
export function FilmDrawing() {
  return (
    <svg viewBox="0 0 240 120" className={styles.drawing} aria-hidden>
      <ellipse className={styles.warm} cx="120" cy="110" rx="106" ry="7" />
      <rect className={styles.paper} x="14" y="34" width="212" height="58" rx="5" />
      <path className={styles.thin} d="M67 34v58M120 34v58M173 34v58" />
      <rect className={styles.soft} x="69" y="36" width="102" height="54" />
      <path className={styles.thin} d="M120 36v54" />
      <path className={styles.accent} d="M86 52v22l18-11Z" />
      <circle className={styles.ink} cx="146" cy="58" r="6" />
      <path className={styles.ink} d="M137 78c2-10 16-10 18 0" />
      <path className={styles.thin} d="M24 48h30M24 58h22M184 48h30M184 58h18" />
      <path className={styles.ink} d="M68 22v80M172 22v80" />
      <circle className={styles.softInk} cx="164" cy="14" r="6" />
      <circle className={styles.softInk} cx="180" cy="14" r="6" />
    </svg>
  );
}
