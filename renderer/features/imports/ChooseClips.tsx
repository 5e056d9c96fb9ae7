import { ArrowLeft, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/contract/imports.ts';
import { useAction } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatBytes } from '../../ui/format.ts';
import { OwnerSelect, usePeople } from '../people/index.ts';
import { bytesNeeded, firstChoice } from './choice.ts';
import styles from './ChooseClips.module.css';
import { ClipCard } from './ClipCard.tsx';
import { beginAgain, showStarted } from './offer-store.ts';

/** Which of the clips come along, and whose they are. */
export function ChooseClips({ offer }: { readonly offer: Offer }) {
  const { t, i18n } = useTranslation(['imports', 'common']);
  const { current } = usePeople();
  const start = useAction('imports', 'start');
  const [chosen, setChosen] = useState(() => firstChoice(offer));
  const [owner, setOwner] = useState<string | null | undefined>(undefined);
  const ownerId = owner === undefined ? (current?.id ?? null) : owner;
  const needed = bytesNeeded(offer, chosen);
  const tooFull = offer.freeBytes !== null && needed > offer.freeBytes;
  const possible = offer.clips.filter(({ refusal }) => refusal === null);
  const allChosen = possible.length > 0 && chosen.size === possible.length;
  const choose = (id: string, isChosen: boolean): void =>
    setChosen((old) => new Set([...old, id].filter((one) => one !== id || isChosen)));
  const begin = (): void => {
    const again = offer.clips.some(
      ({ id, alreadyImportedAs }) => chosen.has(id) && alreadyImportedAs !== null,
    );
    start.mutate(
      { offerId: offer.id, clipIds: [...chosen], ownerId, again },
      {
        onSuccess: ({ jobIds }) => {
          showStarted(jobIds);
          announce(t('started', { count: jobIds.length }));
        },
      },
    );
  };
  return (
    <div className={styles.choose}>
      <header className={styles.head}>
        <Button icon={ArrowLeft} variant="quiet" onPress={beginAgain}>
          {t('other-source')}
        </Button>
        <p className={styles.label}>{offer.label}</p>
        <p className={styles.kind}>{t(`sources.${offer.kind}`)}</p>
        {possible.length > 1 && (
          <Button
            variant="quiet"
            onPress={() => setChosen(allChosen ? new Set() : new Set(possible.map(({ id }) => id)))}
          >
            {allChosen ? t('choose-none') : t('choose-all')}
          </Button>
        )}
      </header>
      <ul className={styles.clips}>
        {offer.clips.map((clip) => (
          <li key={clip.id}>
            <ClipCard
              offerId={offer.id}
              clip={clip}
              isChosen={chosen.has(clip.id)}
              onChoose={(isChosen) => choose(clip.id, isChosen)}
            />
          </li>
        ))}
      </ul>
      <footer className={styles.bar}>
        {start.isError && <ErrorNote error={start.error} />}
        {tooFull && <ErrorNote error={{ code: 'disk-full', params: {} }} />}
        <div className={styles.line}>
          <div className={styles.owner}>
            <OwnerSelect label={t('whose')} value={ownerId} onChange={setOwner} />
          </div>
          <p className={styles.room}>
            {[
              chosen.size > 0 && t('room', { needed: formatBytes(needed, i18n.language) }),
              offer.freeBytes !== null && t('free', { free: formatBytes(offer.freeBytes, i18n.language) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Button
            variant="primary"
            size="l"
            icon={Download}
            isDisabled={chosen.size === 0 || tooFull || start.isPending}
            onPress={begin}
          >
            {chosen.size === 0 ? t('choose-first') : t('begin', { count: chosen.size })}
          </Button>
        </div>
      </footer>
    </div>
  );
}
