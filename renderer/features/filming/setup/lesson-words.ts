import type { TFunction } from 'i18next';

const minuteMs = 60_000;

/** What a lesson is called until someone gives it a name: «Les dinsdag 24 november 10:15». */
export function lessonTitle(at: number, language: string, t: TFunction<'filming'>): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    at,
  );
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at);
  return t('default-title', { day, time });
}

/** A length of time in words, in minutes up to two hours and whole hours above; rounded down, never promising more. */
export function lengthWords(ms: number, t: TFunction<'filming'>): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  return minutes < 120
    ? t('length.minutes', { count: minutes })
    : t('length.hours', { count: Math.floor(minutes / 60) });
}
