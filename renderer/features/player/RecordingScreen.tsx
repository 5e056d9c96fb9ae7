import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { useCall } from '../../api/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { RecordingDesk } from './RecordingDesk.tsx';
import { useSource } from './use-source.ts';

/** The trim screen of a recording; `?at=<ms>` opens it at a moment. */
export function RecordingScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('player');
  const recording = useCall('recordings', 'get', { id });
  const timeline = useCall('recordings', 'timeline', { id });
  // When the recording is gone, a fragment still plays from its own file.
  const [own, setOwn] = useState<Fragment | null>(null);
  const source = useSource(recording.data, timeline.data, own);
  const asked = new URLSearchParams(useSearch()).get('at');
  const at = asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : null;
  const error = recording.error ?? timeline.error;
  const again = (): void => {
    void recording.refetch();
    void timeline.refetch();
  };
  return (
    <Screen
      title={recording.data?.title ?? t('screen.loading')}
      back={{ to: '/recordings', label: t('screen.back') }}
      fills
    >
      {error && <ErrorNote error={error} onRetry={again} />}
      {recording.data && source && (
        <RecordingDesk
          key={id}
          recording={recording.data}
          timeline={timeline.data}
          source={source}
          at={at}
          own={own}
          onOwnFile={setOwn}
        />
      )}
      {!error && !source && <ProgressBar label={t('screen.loading')} />}
    </Screen>
  );
}
