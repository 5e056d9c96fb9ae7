import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Slider } from '../../ui/Choices.tsx';

interface VolumeBoostProps {
  readonly value: number;
  readonly onKeep: (db: number) => void;
}

/** How much louder soft voices are played, in decibel; kept when the handle is let go. */
export function VolumeBoost({ value, onKeep }: VolumeBoostProps) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<number | null>(null);
  return (
    <Slider
      label={t('boost')}
      value={draft ?? value}
      min={0}
      max={24}
      step={1}
      suffix=" dB"
      onChange={setDraft}
      onChangeEnd={(db) => {
        setDraft(null);
        onKeep(db);
      }}
    />
  );
}
