import { BatteryMedium, HardDrive, Plug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FilmingRoom } from '../../../../shared/contract/filming.ts';
import { lengthWords } from './lesson-words.ts';
import styles from './SetUpScreen.module.css';
import { useBattery } from './use-battery.ts';

interface RoomNotesProps {
  readonly room: FilmingRoom | undefined;
  /** Null: until someone stops. */
  readonly plannedMs: number | null;
}

/** Whether disk and battery last as long as the lesson. */
export function RoomNotes({ room, plannedMs }: RoomNotesProps) {
  const { t } = useTranslation('filming');
  if (!room) return null;
  const left = lengthWords(room.leftMs, t);
  const verdict = room.verdict === 'stop' ? 'refuse' : room.verdict;
  return (
    <ul className={styles.notes}>
      <li data-warns={verdict === 'enough' ? undefined : true} data-room={verdict}>
        <HardDrive aria-hidden />
        <output>{t(`room.${verdict}`, { left })}</output>
      </li>
      <Power onBattery={room.onBattery} plannedMs={plannedMs} />
    </ul>
  );
}

function Power({ onBattery, plannedMs }: { readonly onBattery: boolean; readonly plannedMs: number | null }) {
  const { t, i18n } = useTranslation('filming');
  const battery = useBattery();
  const isOn = onBattery || battery?.isCharging === false;
  if (!isOn)
    return (
      <li>
        <Plug aria-hidden />
        {t('power.mains')}
      </li>
    );
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const level = battery ? percent.format(battery.level) : '?';
  const leftMs = battery?.leftMs ?? null;
  const isShort = leftMs !== null && plannedMs !== null && leftMs < plannedMs;
  const left = leftMs === null ? '' : lengthWords(leftMs, t);
  const key = isShort ? 'battery-short' : leftMs === null ? 'battery' : 'battery-left';
  return (
    <li data-warns={isShort || undefined}>
      <BatteryMedium aria-hidden />
      {t(`power.${key}`, { level, left })}
    </li>
  );
}
