import { create } from 'zustand';
import styles from './Field.module.css';

interface Announced {
  readonly words: string;
  readonly turn: number;
}

const useAnnounced = create<Announced>(() => ({ words: '', turn: 0 }));

/** Says a change of state to who listens: "Fragment bewaard". Not for what has focus already. */
export function announce(words: string): void {
  useAnnounced.setState(({ turn }) => ({ words, turn: turn + 1 }));
}

/** The live region; once in the frame. Two places take turns, so that the same words are said again. */
export function Announcer() {
  const { words, turn } = useAnnounced();
  return (
    <div className={styles.hidden} aria-live="polite" data-announcer>
      <p>{turn % 2 === 0 ? words : ''}</p>
      <p>{turn % 2 === 1 ? words : ''}</p>
    </div>
  );
}
