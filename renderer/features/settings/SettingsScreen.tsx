import { EyeOff, FolderOpen, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Segmented, Switch } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import styles from './SettingsScreen.module.css';
import { VolumeBoost } from './VolumeBoost.tsx';

/** What can be set; every change counts at once. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { data: settings, error } = useCall('settings', 'get', {});
  const update = useAction('settings', 'update');
  const showFolder = useAction('settings', 'showLibraryFolder');
  const failure = error ?? update.error ?? showFolder.error;
  return (
    <Screen title={t('title')}>
      <div className={styles.settings}>
        {failure && <ErrorNote error={failure} />}
        {settings && (
          <>
            <Group title={t('look')}>
              <Segmented
                label={t('language')}
                choices={[
                  { id: 'nl', label: t('languages.nl') },
                  { id: 'en', label: t('languages.en') },
                ]}
                value={settings.language}
                onChange={(language) => update.mutate({ language })}
              />
              <Segmented
                label={t('theme')}
                choices={[
                  { id: 'system', label: t('themes.system') },
                  { id: 'light', label: t('themes.light') },
                  { id: 'dark', label: t('themes.dark') },
                ]}
                value={settings.theme}
                onChange={(theme) => update.mutate({ theme })}
              />
              <Switch isSelected={settings.bigMode} onChange={(bigMode) => update.mutate({ bigMode })}>
                {t('big')}
              </Switch>
            </Group>
            <Group title={t('noting')}>
              <Segmented
                label={t('while-typing')}
                choices={[
                  { id: 'play-on', label: t('typing.play-on') },
                  { id: 'pause', label: t('typing.pause') },
                  { id: 'replay-3s', label: t('typing.replay-3s') },
                ]}
                value={settings.whileTyping}
                onChange={(whileTyping) => update.mutate({ whileTyping })}
              />
              <VolumeBoost
                value={settings.volumeBoostDb}
                onKeep={(volumeBoostDb) => update.mutate({ volumeBoostDb })}
              />
            </Group>
          </>
        )}
        <Group title={t('people')}>
          <p className={styles.words}>{t('people-words')}</p>
          <LinkButton to="/people" icon={UsersRound}>
            {t('people-open')}
          </LinkButton>
        </Group>
        <Group title={t('groups')}>
          <p className={styles.words}>{t('groups-words')}</p>
          <LinkButton to="/groups" icon={EyeOff}>
            {t('groups-open')}
          </LinkButton>
        </Group>
        <Group title={t('library')}>
          <p className={styles.words}>{t('library-words')}</p>
          <Button icon={FolderOpen} onPress={() => showFolder.mutate({})}>
            {t('library-open')}
          </Button>
        </Group>
        <Group title={t('about')}>
          <Diagnostics />
        </Group>
      </div>
    </Screen>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
