import { useTranslation } from 'react-i18next';
import { Screen } from '../../ui/Screen.tsx';
import { ChooseClips } from './ChooseClips.tsx';
import { ChooseSource } from './ChooseSource.tsx';
import { useBringingIn } from './offer-store.ts';
import { Started } from './Started.tsx';

/** From camera to library: where from, which clips, whose, and how far it is. */
export function BringInScreen() {
  const { t } = useTranslation('imports');
  const { offer, jobIds } = useBringingIn();
  return (
    <Screen title={t('title')} audience={t('audience')}>
      {jobIds.length > 0 ? (
        <Started jobIds={jobIds} />
      ) : offer ? (
        <ChooseClips key={offer.id} offer={offer} />
      ) : (
        <ChooseSource />
      )}
    </Screen>
  );
}
