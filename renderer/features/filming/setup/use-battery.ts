import { useEffect, useState } from 'react';

interface BatteryManager extends EventTarget {
  readonly charging: boolean;
  readonly level: number;
  /** Seconds; infinite when not known. */
  readonly dischargingTime: number;
}

export interface Battery {
  readonly isCharging: boolean;
  /** 0–1. */
  readonly level: number;
  /** How long it lasts at this rate in ms; null when the system does not say. */
  readonly leftMs: number | null;
}

const changes = ['chargingchange', 'levelchange', 'dischargingtimechange'] as const;

/** The battery of the laptop, as Chromium tells; null where there is none, or nothing is said of it. */
export function useBattery(): Battery | null {
  const [battery, setBattery] = useState<Battery | null>(null);
  useEffect(() => {
    const laptop: Navigator & { readonly getBattery?: () => Promise<BatteryManager> } = navigator;
    if (!laptop.getBattery) return undefined;
    const asked = laptop.getBattery();
    let manager: BatteryManager | null = null;
    let isOver = false;
    const read = (): void => {
      if (!manager || isOver) return;
      const { charging, level, dischargingTime } = manager;
      const leftMs = Number.isFinite(dischargingTime) ? dischargingTime * 1000 : null;
      setBattery({ isCharging: charging, level, leftMs });
    };
    const ask = async (): Promise<void> => {
      manager = await asked;
      for (const change of changes) manager.addEventListener(change, read);
      read();
    };
    void ask();
    return () => {
      isOver = true;
      for (const change of changes) manager?.removeEventListener(change, read);
    };
  }, []);
  return battery;
}
