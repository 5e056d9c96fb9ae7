import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatBytes } from '../../ui/format.ts';
import { toast } from '../../ui/toasts.ts';
import styles from './SettingsScreen.module.css';

/** Versions and places, for who helps when something does not work. */
export function Diagnostics() {
  const { t, i18n } = useTranslation('settings');
  const { data, error, refetch } = useCall('settings', 'diagnostics', {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const free = data.libraryFreeBytes;
  const facts: readonly (readonly [string, string])[] = [
    [t('version'), data.appVersion],
    [t('free'), free === null ? t('unknown') : formatBytes(free, i18n.language)],
    ...data.binaries.map(
      ({ tool, version, year, origin, path }) =>
        [tool, `${[version, year, t(`origins.${origin}`)].filter(Boolean).join(' · ')}\n${path}`] as const,
    ),
  ];
  const copy = (): void => {
    const text = facts.map(([name, value]) => `${name}: ${value.replaceAll('\n', ' · ')}`).join('\n');
    void navigator.clipboard.writeText(text).then(
      () => toast(t('copied')),
      () => toast(t('not-copied'), { tone: 'trouble' }),
    );
  };
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button icon={Copy} onPress={copy}>
        {t('copy')}
      </Button>
    </>
  );
}
