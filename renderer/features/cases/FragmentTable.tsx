import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useCall } from '../../api/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import type { CitationDoor } from '../avp/index.ts';
import { ObservationPanel, useNoting, useNotingKeys, useObservations } from '../observations/index.ts';
import { Player, usePlayerControl, useSource, type PlayerSource } from '../player/index.ts';
import { formatTime, Timeline } from '../timeline/index.ts';
import { FragmentBar } from './FragmentBar.tsx';
import styles from './Cases.module.css';

type Panels = (video: ReactNode, observations: ReactNode, citations: CitationDoor) => ReactNode;

interface FragmentTableProps {
  readonly kase: CaseDetail;
  readonly fragment: Fragment;
  readonly onFragment: (id: string) => void;
  readonly children: Panels;
}

/** Gets what the fragment's recording needs before there is a player to speak of. */
export function FragmentTable({ kase, fragment, onFragment, children }: FragmentTableProps) {
  const recording = useCall('recordings', 'get', { id: fragment.recordingId });
  const timeline = useCall('recordings', 'timeline', { id: fragment.recordingId });
  const source = useSource(recording.data, timeline.data, fragment);
  if (recording.isError)
    return <ErrorNote error={recording.error} onRetry={() => void recording.refetch()} />;
  if (!recording.data || !source) return null;
  const loaded = { recording: recording.data, source, timeline: timeline.data };
  return (
    <Playing kase={kase} fragment={fragment} onFragment={onFragment} {...loaded}>
      {children}
    </Playing>
  );
}

interface PlayingProps extends FragmentTableProps {
  readonly recording: Recording;
  readonly source: PlayerSource;
  readonly timeline: Output<'recordings', 'timeline'> | undefined;
}

function Playing({ kase, fragment, onFragment, recording, source, timeline, children }: PlayingProps) {
  const { t, i18n } = useTranslation('cases');
  const settings = useCall('settings', 'get', {});
  const control = usePlayerControl(source, fragment.inFrame);
  const actions = useObservations(recording.id, { fromMs: fragment.inMs, toMs: fragment.outMs });
  const noting = useNoting(recording.id, control, settings.data);
  const [selected, setSelected] = useState<string | null>(null);
  useNotingKeys(noting, () => undefined);

  // Another fragment of the same recording: the picture goes to where it begins.
  const shown = useRef(fragment.id);
  useEffect(() => {
    if (shown.current === fragment.id) return;
    shown.current = fragment.id;
    control.seek(fragment.inFrame);
  }, [control, fragment.id, fragment.inFrame]);

  const playFrom = (at: number): void => {
    const next = kase.fragments[at];
    if (!next) return;
    onFragment(next.id);
    if (next.recordingId !== recording.id) return;
    control.playRange(next, { onEnd: () => playFrom(at + 1) });
  };
  const select = (id: string | null): void => {
    setSelected(id);
    const found = actions.observations.find((one) => one.id === id);
    if (found) control.seekMs(found.atMs);
  };
  const time = (ms: number): string => formatTime(ms, i18n.language);
  const citations: CitationDoor = {
    here: () => ({ fragmentId: fragment.id, atMs: Math.round(source.clock.timeOf(control.get().frame)) }),
    nameOf: ({ fragmentId, atMs }) => {
      const found = kase.fragments.find((one) => one.id === fragmentId);
      return found ? `${found.name} · ${time(atMs - found.inMs)}` : null;
    },
    signOf: ({ fragmentId, atMs }) => {
      const found = kase.fragments.find((one) => one.id === fragmentId);
      return time(atMs - (found?.inMs ?? 0));
    },
    go: ({ fragmentId, atMs }) => {
      if (kase.fragments.some((one) => one.id === fragmentId)) onFragment(fragmentId);
      control.seekMs(atMs);
    },
  };
  const video = (
    <div className={styles.video}>
      <FragmentBar
        kase={kase}
        fragment={fragment}
        onFragment={onFragment}
        onPlayThis={() => control.playRange(fragment)}
        onPlayAll={() => playFrom(0)}
      />
      <div className={styles.stage}>
        <Player control={control} recording={recording} />
      </div>
      <Timeline
        playhead={control}
        data={timeline}
        spans={kase.fragments.filter((one) => one.recordingId === recording.id)}
        selectedSpanId={fragment.id}
        onSelectSpan={onFragment}
        marks={actions.observations}
        selectedMarkId={selected}
        onSelectMark={select}
        range={null}
      />
    </div>
  );
  const observations = (
    <ObservationPanel
      port={control}
      noting={noting}
      actions={actions}
      selectedId={selected}
      onSelect={select}
    />
  );
  return (
    <>
      {children(video, observations, citations)}
      <p className={styles.spoken} aria-live="polite">
        {t('panels.video')}: {fragment.name}
      </p>
    </>
  );
}
