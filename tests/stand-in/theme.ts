import { EventEmitter } from 'node:events';
import { answered } from './answered.ts';
import type { Params } from './cdp.ts';

type ThemeSource = 'system' | 'light' | 'dark';
type Ask = (method: string, params: Params) => Promise<Params>;

const events = new EventEmitter();
let pages: readonly Ask[] = [];
let source: ThemeSource = 'system';
let systemIsDark = false;

async function apply(ask: Ask): Promise<void> {
  // An empty value gives the page back to the system.
  const features = [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }];
  await ask('Emulation.setEmulatedMedia', { features });
}

/** Lets a page follow `nativeTheme.themeSource`. */
export async function themePage(ask: Ask): Promise<void> {
  pages = [...pages, ask];
  if (source !== 'system') await apply(ask);
}

/** What a page sees of the system; while a theme is forced it sees that one, which is no news. */
export function toldByPage(isDark: boolean): void {
  if (source !== 'system' || isDark === systemIsDark) return;
  systemIsDark = isDark;
  events.emit('updated');
}

/** `nativeTheme`: the system's choice is known from the moment a page is open; before that it counts as light. */
export const nativeTheme = answered(
  'nativeTheme',
  Object.defineProperties(
    events as EventEmitter & { themeSource: ThemeSource; shouldUseDarkColors: boolean },
    {
      themeSource: {
        get: () => source,
        set: (wanted: ThemeSource) => {
          if (wanted === source) return;
          source = wanted;
          // A page that is gone needs no theme.
          for (const ask of pages) apply(ask).catch(() => undefined);
          events.emit('updated');
        },
      },
      shouldUseDarkColors: { get: () => (source === 'system' ? systemIsDark : source === 'dark') },
    },
  ),
);
