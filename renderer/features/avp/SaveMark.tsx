import { Check, CloudOff, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Avp.module.css';
import type { SaveState } from './autosave.ts';

const looks = {
  saved: { icon: Check, words: 'saved' },
  waiting: { icon: PencilLine, words: 'saving' },
  saving: { icon: PencilLine, words: 'saving' },
  failed: { icon: CloudOff, words: 'not-saved' },
} as const;

/** Says whether what is typed has been kept. */
export function SaveMark({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('avp');
  const { icon: Icon, words } = looks[state];
  return (
    <span className={styles.saved} data-state={state}>
      <Icon aria-hidden />
      {t(words)}
    </span>
  );
}
