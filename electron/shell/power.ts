import { powerMonitor, powerSaveBlocker } from 'electron';
import { onSessionEnd } from './window.ts';

/** What happens to the laptop. `away`: asleep, locked, another user's turn, or going down; nobody films then. */
export type PowerChange = 'away' | 'back' | 'on-battery' | 'on-mains';

/** The laptop's power, as filming needs to know it; a test hands in its own. */
export interface PowerPort {
  onBattery(): boolean;
  /** @returns how to stop hearing. */
  onChange(heard: (change: PowerChange) => void): () => void;
  /**
   * Keeps the laptop and its screen awake: on many laptops a screen that goes off locks or suspends them, and the
   * camera with them. The dark screen while filming is our own. @returns how to let go.
   */
  keepAwake(): () => void;
}

const changes: Readonly<Record<string, PowerChange>> = {
  suspend: 'away',
  'lock-screen': 'away',
  'user-did-resign-active': 'away',
  shutdown: 'away',
  resume: 'back',
  'unlock-screen': 'back',
  'user-did-become-active': 'back',
  'on-battery': 'on-battery',
  'on-ac': 'on-mains',
};

/** The system's own power. */
export function systemPower(): PowerPort {
  const monitor: NodeJS.EventEmitter = powerMonitor;
  return {
    onBattery: () => powerMonitor.isOnBatteryPower(),
    onChange(heard) {
      const listeners = Object.entries(changes).map(
        ([event, change]) => [event, (): void => heard(change)] as const,
      );
      for (const [event, listener] of listeners) monitor.on(event, listener);
      const deafen = onSessionEnd(() => heard('away'));
      return () => {
        deafen();
        for (const [event, listener] of listeners) monitor.off(event, listener);
      };
    },
    keepAwake() {
      const blocker = powerSaveBlocker.start('prevent-display-sleep');
      return () => {
        if (powerSaveBlocker.isStarted(blocker)) powerSaveBlocker.stop(blocker);
      };
    },
  };
}
