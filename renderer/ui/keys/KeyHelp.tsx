import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { isMac, shownChord } from './chord.ts';
import styles from './KeyHelp.module.css';
import { useKeyLayers, type KeyBinding } from './registry.ts';

interface KeyHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All keys that work on the screen in sight, by group. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  const { t } = useTranslation('common');
  const { layers } = useKeyLayers();
  const groups = Map.groupBy(
    layers.flatMap(({ bindings }) => bindings),
    ({ group }) => group,
  );
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose} wide>
      <div className={styles.groups}>
        {[...groups].map(([group, bindings]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.title}>{group}</h3>
            <dl>
              {bindings.map((binding) => (
                <KeyLine key={binding.id} binding={binding} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyLine({ binding }: { readonly binding: KeyBinding }) {
  const { t } = useTranslation('common');
  const mac = isMac();
  return (
    <div className={styles.line}>
      <dt>{binding.label}</dt>
      <dd className={styles.keys}>
        {binding.keys.map((chord) => (
          <kbd key={chord}>{shownChord(chord, { space: t('keys.space') }, mac)}</kbd>
        ))}
      </dd>
    </div>
  );
}
