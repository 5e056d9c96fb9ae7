import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly words: string;
  /** `trouble` stays until it is closed. */
  readonly tone: 'done' | 'trouble';
  readonly undo: (() => void) | undefined;
}

/** Long enough to read, find the button and decide. */
const stayMs = 8000;
let latest = 0;

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Says that something happened, at the bottom of the window; `undo` puts it back. At most three stay in sight. */
export function toast(words: string, options: { undo?: () => void; tone?: Toast['tone'] } = {}): void {
  latest += 1;
  const shown: Toast = { id: latest, words, tone: options.tone ?? 'done', undo: options.undo };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), shown] }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}

/** When a toast leaves by itself, in ms; null for one that waits to be closed. */
export function stayOf(shown: Toast): number | null {
  return shown.tone === 'trouble' ? null : stayMs;
}
