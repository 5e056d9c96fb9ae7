import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/**
 * Where the page is, kept behind the `#`: `#/recordings/<id>?at=12000`. Wouter's own keeps the question mark part
 * outside the hash, where it would stay behind on the next screen.
 */
function hash(): string {
  return location.hash.slice(1) || '/';
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const from = location.href;
  history[replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: from, newURL: location.href }));
}

const path = (): string => hash().split('?')[0] ?? '/';
const question = (): string => hash().split('?')[1] ?? '';

const useHashLocation: BaseLocationHook = () => [useSyncExternalStore(subscribe, path), go];
const useHashSearch = (): string => useSyncExternalStore(subscribe, question);

/** What wouter's Router needs to keep the place behind the `#`. */
export const hashRouting = {
  hook: useHashLocation,
  searchHook: useHashSearch,
  hrefs: (href: string): string => `#${href}`,
};
