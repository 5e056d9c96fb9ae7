import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './frame/Frame.tsx';
import { hashRouting } from './hash-location.ts';
import { useLook } from './look.ts';

/** The page: one frame, one screen in it. */
export function App() {
  const { i18n } = useTranslation();
  useLook();
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-GB' : 'nl-NL'}>
      <Router {...hashRouting}>
        <ErrorBoundary>
          <Frame />
        </ErrorBoundary>
      </Router>
    </I18nProvider>
  );
}
