import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { settings, type Settings } from '../../shared/contract/settings.ts';
import { useCall } from '../api/queries.ts';

const look = settings.pick({ language: true, theme: true, bigMode: true });
export type Look = z.infer<typeof look>;

const place = 'drieluik.look';
const usual: Look = { language: 'nl', theme: 'system', bigMode: false };

/** The look of last time, so that the first paint already has it; main's settings follow in a moment. */
export function keptLook(): Look {
  try {
    return look.parse(JSON.parse(localStorage.getItem(place) ?? 'null'));
  } catch (error) {
    // Nothing was kept yet, or by another version; the settings come anyway.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return usual;
    throw error;
  }
}

/** Puts theme and size on the page. */
export function showLook({ theme, bigMode }: Look): void {
  const dark = theme === 'dark' || (theme === 'system' && darkOutside().matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  document.documentElement.dataset['big'] = String(bigMode);
}

/** Keeps language, theme and size in step with the settings and with the system. */
export function useLook(): Settings | undefined {
  const { data } = useCall('settings', 'get', {});
  const { i18n } = useTranslation();
  useEffect(() => {
    if (!data) return undefined;
    const { language, theme, bigMode } = data;
    localStorage.setItem(place, JSON.stringify({ language, theme, bigMode }));
    const show = (): void => showLook(data);
    show();
    if (i18n.language !== language) void i18n.changeLanguage(language);
    const outside = darkOutside();
    outside.addEventListener('change', show);
    return () => outside.removeEventListener('change', show);
  }, [data, i18n]);
  return data;
}

function darkOutside(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
