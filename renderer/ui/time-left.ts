import type { TFunction } from 'i18next';

/** The time that work still takes, rounded the way people say it; empty while it is not known. */
export function timeLeft(ms: number | null, t: TFunction<'common'>): string {
  if (ms === null) return '';
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 5) return t('left.moment');
  if (seconds < 60) return t('left.seconds', { count: Math.ceil(seconds / 5) * 5 });
  return t('left.minutes', { count: Math.round(seconds / 60) });
}
