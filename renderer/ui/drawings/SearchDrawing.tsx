import styles from './drawings.module.css';

/** A looking glass over a timeline with marks. */
export function SearchDrawing() {
  return (
    <svg viewBox="0 0 240 120" className={styles.drawing} aria-hidden>
      <ellipse className={styles.warm} cx="120" cy="110" rx="106" ry="7" />
      <rect className={styles.paper} x="16" y="52" width="208" height="34" rx="4" />
      <path className={styles.thin} d="M30 69h6l4-9 6 18 6-14 5 10 6-16 6 20 5-12 5 6 6-10 6 12h10" />
      <circle className={styles.observation} cx="58" cy="38" r="6" />
      <path className={styles.question} d="M100 31l7 7-7 7-7-7Z" />
      <path className={styles.tip} d="M204 32l7 12h-14Z" />
      <path className={styles.ink} d="M176 84l24 22" />
      <circle className={styles.softInk} cx="156" cy="62" r="30" />
      <path className={styles.ink} d="M138 62h6l4-11 7 22 7-18 5 9h7" />
    </svg>
  );
}
