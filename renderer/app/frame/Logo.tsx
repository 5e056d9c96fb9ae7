import styles from './Logo.module.css';

/** Three panels, the middle one with a play sign. Drawn by us; `app/icon.svg` is the same with colours of its own. */
export function Logo() {
  return (
    <svg viewBox="0 0 64 64" className={styles.logo} aria-hidden>
      <path className={styles.wing} d="M6 18.5 18 13v38L6 45.5a2 2 0 0 1-1-1.8V20.3a2 2 0 0 1 1-1.8Z" />
      <path className={styles.wing} d="M58 18.5 46 13v38l12-5.5a2 2 0 0 0 1-1.8V20.3a2 2 0 0 0-1-1.8Z" />
      <rect className={styles.middle} x="20" y="11" width="24" height="42" rx="2.5" />
      <path
        className={styles.play}
        d="M28.5 24.6v14.8a1 1 0 0 0 1.5.86l12-7.4a1 1 0 0 0 0-1.7l-12-7.4a1 1 0 0 0-1.5.84Z"
        transform="translate(-2.4 0)"
      />
    </svg>
  );
}
