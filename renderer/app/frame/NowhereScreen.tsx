import { House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';

/** An address that leads nowhere, such as that of a recording that was removed. */
export function NowhereScreen() {
  const { t } = useTranslation('app');
  return (
    <Screen title={t('nowhere.title')}>
      <EmptyState
        title={t('nowhere.title')}
        action={
          <LinkButton to="/" icon={House} variant="primary">
            {t('nowhere.home')}
          </LinkButton>
        }
      >
        {t('nowhere.words')}
      </EmptyState>
    </Screen>
  );
}
