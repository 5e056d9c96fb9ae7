import { PanelLeftClose, PanelLeftOpen, type LucideIcon } from 'lucide-react';
import { Fragment, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announcer.tsx';
import { cx } from '../cx.ts';
import { IconButton } from '../IconButton.tsx';
import { useKeys } from '../keys/registry.ts';
import { Divider } from './Divider.tsx';
import { movedDivider, toggledPanel } from './layout.ts';
import styles from './Triptych.module.css';
import { useLayout } from './use-layout.ts';

export interface TriptychPanel {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly content: ReactNode;
  /** Controls in the head of the panel. */
  readonly actions?: ReactNode;
  /** No head and no padding: the picture fills its panel. */
  readonly bare?: boolean;
  /** Its usual share of the width. */
  readonly share: number;
}

interface TriptychProps {
  /** Screens with the same name share widths. */
  readonly name: string;
  readonly panels: readonly TriptychPanel[];
}

/** Two or three panels that keep their places: drag or use arrow keys between them, fold with Mod+1, 2, 3. */
export function Triptych({ name, panels }: TriptychProps) {
  const { t } = useTranslation('common');
  const frame = useRef<HTMLDivElement>(null);
  const { layout, change } = useLayout(
    `${name}.${panels.length}`,
    panels.map(({ share }) => share),
  );
  const toggle = (at: number): void => {
    const next = toggledPanel(layout, at);
    change(() => next);
    const title = panels[at]?.title ?? '';
    if (next !== layout)
      announce(next.folded[at] ? t('panel.folded', { title }) : t('panel.opened', { title }));
  };
  useKeys(
    panels.map(({ id, title }, at) => ({
      id: `panel-${id}`,
      keys: [`Mod+${at + 1}`],
      label: t('panel.toggle', { title }),
      group: t('keys.window'),
      whileTyping: true,
      run: () => toggle(at),
    })),
  );
  const openWidth = (): number => {
    const width = frame.current?.clientWidth ?? 1;
    return Math.max(
      1,
      width * layout.shares.reduce((sum, share, at) => sum + (layout.folded[at] ? 0 : share), 0),
    );
  };
  const columns = panels.flatMap((_panel, at) => {
    const own = layout.folded[at] ? 'var(--fold)' : `minmax(0, ${layout.shares[at] ?? 1}fr)`;
    return at === 0 ? [own] : ['var(--gap)', own];
  });
  return (
    <div ref={frame} className={styles.triptych} style={{ gridTemplateColumns: columns.join(' ') }}>
      {panels.map((panel, at) => (
        <Fragment key={panel.id}>
          {at > 0 && (
            <Divider
              label={t('panel.divider', { left: panels[at - 1]?.title, right: panel.title })}
              share={layout.shares[at - 1] ?? 0}
              fixed={layout.folded[at - 1] === true || layout.folded[at] === true}
              openWidth={openWidth}
              onMove={(by) => change((old) => movedDivider(old, at - 1, by))}
              onFold={() => toggle(at)}
            />
          )}
          <Panel panel={panel} folded={layout.folded[at] === true} onToggle={() => toggle(at)} />
        </Fragment>
      ))}
    </div>
  );
}

interface PanelProps {
  readonly panel: TriptychPanel;
  readonly folded: boolean;
  readonly onToggle: () => void;
}

function Panel({ panel, folded, onToggle }: PanelProps) {
  const { t } = useTranslation('common');
  const { title, icon: Icon, bare, content, actions } = panel;
  const label = folded ? t('panel.open', { title }) : t('panel.fold', { title });
  const toggle = (
    <IconButton icon={folded ? PanelLeftOpen : PanelLeftClose} label={label} size="s" onPress={onToggle} />
  );
  return (
    <section aria-label={title} className={cx(styles.panel, folded && styles.folded, bare && styles.bare)}>
      {(!bare || folded) && (
        <header className={styles.head}>
          {folded && toggle}
          <Icon className={styles.icon} aria-hidden />
          <h2 className={styles.title}>{title}</h2>
          {!folded && (
            <div className={styles.actions}>
              {actions}
              {toggle}
            </div>
          )}
        </header>
      )}
      <div className={styles.content} hidden={folded}>
        {content}
      </div>
    </section>
  );
}
