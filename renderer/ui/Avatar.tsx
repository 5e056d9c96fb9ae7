import { initialsOf } from './initials.ts';
import styles from './Avatar.module.css';

/** Someone's initials in a round. Decorative: the name stands beside it or in the label of its button. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={styles.avatar} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
