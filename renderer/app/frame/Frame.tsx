import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { GoesOnFilming } from '../../features/filming/index.ts';
import { DropAnywhere } from '../../features/imports/index.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { cx } from '../../ui/cx.ts';
import { KeyHelp } from '../../ui/keys/KeyHelp.tsx';
import { useKeys } from '../../ui/keys/registry.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { rememberPlace } from '../last-place.ts';
import { routes } from '../routes.tsx';
import { Curtain } from './Curtain.tsx';
import styles from './Frame.module.css';
import { NowhereScreen } from './NowhereScreen.tsx';
import { Rail } from './Rail.tsx';

/** What stands around every screen: the rail, the curtain, notices, keys, and the whole window as a drop zone. */
export function Frame() {
  const { t } = useTranslation(['app', 'common']);
  const [location, go] = useLocation();
  const [curtain, setCurtain] = useState(false);
  const [help, setHelp] = useState(false);
  useEffect(() => rememberPlace(location), [location]);
  const group = t('common:keys.window');
  useKeys([
    { id: 'search', keys: ['/'], label: t('keys.search'), group, run: () => go('/search') },
    { id: 'home', keys: ['Alt+Home'], label: t('keys.home'), group, run: () => go('/') },
    {
      id: 'curtain',
      keys: ['F9', 'Mod+.'],
      label: t('keys.curtain'),
      group,
      whileTyping: true,
      inDialogs: true,
      run: () => setCurtain((drawn) => !drawn),
    },
    { id: 'help', keys: ['?'], label: t('keys.help'), group, run: () => setHelp(true) },
  ]);
  return (
    <>
      <div className={cx(styles.frame, curtain && styles.behind)} inert={curtain}>
        <Rail onCurtain={() => setCurtain(true)} onHelp={() => setHelp(true)} />
        <main className={styles.main}>
          <ErrorBoundary key={location}>
            <Suspense>
              <Switch>
                {routes.map(({ path, screen: Screen }) => (
                  <Route key={path} path={path}>
                    {({ id }: { readonly id?: string }) => <Screen id={id ?? ''} key={id ?? ''} />}
                  </Route>
                ))}
                <Route>
                  <NowhereScreen />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </main>
        <Toasts />
      </div>
      <Announcer />
      <DropAnywhere />
      <GoesOnFilming />
      <KeyHelp isOpen={help} onClose={() => setHelp(false)} />
      <Curtain isDrawn={curtain} onOpen={() => setCurtain(false)} />
    </>
  );
}
