const place = 'drieluik.last';

/** Remembers the recording or case someone was at, for "continue where I was". */
export function rememberPlace(location: string): void {
  if (/^\/(recordings|cases)\/[^/]+$/.test(location)) localStorage.setItem(place, location);
}
