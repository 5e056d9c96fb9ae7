import styles from './drawings.module.css';

/** Three people round a laptop with a case on it. */
export function TableDrawing() {
  return (
    <svg viewBox="0 0 320 180" className={styles.drawing} aria-hidden>
      <ellipse className={styles.warm} cx="160" cy="166" rx="148" ry="10" />
      <path className={styles.softInk} d="M26 146c0-34 12-48 30-48s30 14 30 48Z" />
      <circle className={styles.paper} cx="56" cy="78" r="18" />
      <path className={styles.ink} d="M39 74c4-14 30-16 34-2" />
      <path className={styles.softInk} d="M234 146c0-34 12-48 30-48s30 14 30 48Z" />
      <circle className={styles.paper} cx="264" cy="78" r="18" />
      <path className={styles.ink} d="M247 72c2-6 10-12 18-12s16 6 17 14" />
      <path className={styles.softInk} d="M130 118c0-34 12-48 30-48s30 14 30 48Z" />
      <circle className={styles.paper} cx="160" cy="50" r="18" />
      <path className={styles.ink} d="M142 48c8-2 14-8 18-14 4 6 12 12 18 12" />
      <path className={styles.paper} d="M14 138h292l-8 14H22Z" />
      <rect className={styles.paper} x="116" y="92" width="88" height="46" rx="4" />
      <path className={styles.thin} d="M146 98v34M176 98v34" />
      <path className={styles.accent} d="M154 107v17l15-8.5Z" />
      <circle className={styles.observation} cx="131" cy="108" r="4" />
      <path className={styles.question} d="M131 116l5 5-5 5-5-5Z" />
      <path className={styles.thin} d="M182 106h16M182 114h12M182 122h16" />
      <path
        className={styles.paper}
        d="M78 22h46a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H98l-10 9v-9H78a6 6 0 0 1-6-6V28a6 6 0 0 1 6-6Z"
      />
      <path className={styles.thin} d="M84 31h32M84 39h20" />
      <path
        className={styles.paper}
        d="M204 30h34a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-2v8l-9-8h-23a6 6 0 0 1-6-6V36a6 6 0 0 1 6-6Z"
      />
      <path className={styles.tip} d="M221 35l5 10h-10Z" />
    </svg>
  );
}
