import styles from './drawings.module.css';

/** A memory card on its way into the triptych. */
export function ImportDrawing() {
  return (
    <svg viewBox="0 0 200 120" className={styles.drawing} aria-hidden>
      <ellipse className={styles.warm} cx="104" cy="110" rx="92" ry="7" />
      <path
        className={styles.softInk}
        d="M18 42h22l12 12v42a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4V46a4 4 0 0 1 4-4Z"
      />
      <path className={styles.ink} d="M22 50v10M30 50v10M38 52v8" />
      <path className={styles.ink} d="M66 72h30M86 60l12 12-12 12" />
      <path className={styles.paper} d="M112 36l22-8v76l-22-8Z" />
      <path className={styles.paper} d="M196 36l-22-8v76l22-8Z" />
      <rect className={styles.softInk} x="134" y="24" width="40" height="84" rx="3" />
      <path className={styles.accent} d="M147 54v24l20-12Z" />
    </svg>
  );
}
