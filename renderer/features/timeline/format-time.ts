/** How finely a time is written. `tenths` for people, `seconds` for the ruler. */
export type Precision = 'seconds' | 'tenths';

/**
 * Writes recording time as `0:12,4` (Dutch) or `0:12.4` (English); hours only where there are any.
 * @param ms rounded down, so that a clock never runs ahead of the picture.
 */
export function formatTime(ms: number, language: string, precision: Precision = 'tenths'): string {
  // A frame that begins at 12.3999… is shown at 12.4: half a millisecond forward before rounding down.
  const tenths = Math.max(0, Math.floor((ms + 0.5) / 100));
  const seconds = Math.floor(tenths / 10);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  const head = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : String(minutes);
  const decimal = language.startsWith('en') ? '.' : ',';
  return precision === 'seconds' ? `${head}:${rest}` : `${head}:${rest}${decimal}${tenths % 10}`;
}

/** Writes a length as `12,4 s` below a minute and `1:02,5` from there. */
export function formatLength(ms: number, language: string): string {
  if (ms >= 60_000) return formatTime(ms, language);
  const decimal = language.startsWith('en') ? '.' : ',';
  return `${(Math.max(0, ms) / 1000).toFixed(1).replace('.', decimal)} s`;
}
