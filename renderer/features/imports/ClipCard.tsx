import { Check, Film } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from 'react-aria-components/Checkbox';
import type { OfferedClip } from '../../../shared/contract/imports.ts';
import { mediaUrl } from '../../api/media-url.ts';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { formatBytes, formatDuration, formatMoment } from '../../ui/format.ts';
import styles from './ClipCard.module.css';

interface ClipCardProps {
  readonly offerId: string;
  readonly clip: OfferedClip;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One clip on the card: what it looks like, when it was made, how long it is, and whether it comes along. */
export function ClipCard({ offerId, clip, isChosen, onChoose }: ClipCardProps) {
  const { t, i18n } = useTranslation('imports');
  const sentence = useErrorSentence();
  const [still, setStill] = useState(clip.refusal === null);
  const refused = clip.refusal !== null;
  const facts = [
    clip.recordedAt === null ? null : formatMoment(clip.recordedAt, i18n.language),
    formatBytes(clip.sizeBytes, i18n.language),
    clip.parts > 1 ? t('parts', { count: clip.parts }) : null,
  ];
  return (
    <Checkbox className={styles.card ?? ''} isSelected={isChosen} isDisabled={refused} onChange={onChoose}>
      <span className={styles.still}>
        {still ? (
          <img
            src={mediaUrl('still', offerId, clip.id)}
            alt=""
            loading="lazy"
            decoding="async"
            onError={() => setStill(false)}
          />
        ) : (
          <Film className={styles.noStill} aria-hidden />
        )}
        {clip.durationMs !== null && <span className={styles.length}>{formatDuration(clip.durationMs)}</span>}
        {!refused && (
          <span className={styles.box}>
            <Check aria-hidden />
          </span>
        )}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{clip.name}</span>
        <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {clip.refusal && <span className={styles.refusal}>{sentence(clip.refusal)}</span>}
        {clip.alreadyImportedAs !== null && <span className={styles.known}>{t('already')}</span>}
      </span>
    </Checkbox>
  );
}
