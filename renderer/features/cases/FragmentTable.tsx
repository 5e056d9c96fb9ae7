import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useCall } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import type { CitationDoor } from '../avp/index.ts';
import { ObservationPanel, useNoting, useNotingKeys, useObservations } from '../observations/index.ts';
import {
  aspectOf,
  playInARow,
  Player,
  usePlayerControl,
  useSource,
  type PlayerSource,
} from '../player/index.ts';
import { NoteDrawing } from '../drawing/index.ts';
import { formatTime, Timeline } from '../timeline/index.ts';
import { FragmentBar } from './FragmentBar.tsx';
import styles from './Cases.module.css';

type Panels = (video: ReactNode, observations: ReactNode, citations: CitationDoor) => ReactNode;

/** How a fragment comes up: playing on in a row, or at a moment that was cited. */
export interface Opening {
  readonly playOn?: boolean;
  readonly startMs?: number;
}

interface FragmentTableProps {
  readonly kase: CaseDetail;
  readonly fragment: Fragment;
  readonly onFragment: (id: string, how?: Opening) => void;
  /** This recording comes up while all fragments are played in a row. */
  readonly playOn: boolean;
  /** Where to open, in ms of its recording; null for where the fragment begins. */
  readonly startMs: number | null;
  readonly children: Panels;
}

/** Gets what the fragment's recording needs before there is a player to speak of. */
export function FragmentTable({ kase, fragment, onFragment, playOn, startMs, children }: FragmentTableProps) {
  const recording = useCall('recordings', 'get', { id: fragment.recordingId });
  const timeline = useCall('recordings', 'timeline', { id: fragment.recordingId });
  const source = useSource(recording.data, timeline.data, fragment);
  if (recording.isError)
    return <ErrorNote error={recording.error} onRetry={() => void recording.refetch()} />;
  if (!recording.data || !source) return null;
  const loaded = { recording: recording.data, source, timeline: timeline.data };
  return (
    <Playing
      kase={kase}
      fragment={fragment}
      onFragment={onFragment}
      playOn={playOn}
      startMs={startMs}
      {...loaded}
    >
      {children}
    </Playing>
  );
}

interface PlayingProps extends FragmentTableProps {
  readonly recording: Recording;
  readonly source: PlayerSource;
  readonly timeline: Output<'recordings', 'timeline'> | undefined;
}

function Playing({
  kase,
  fragment,
  onFragment,
  playOn,
  startMs,
  recording,
  source,
  timeline,
  children,
}: PlayingProps) {
  const { i18n } = useTranslation('cases');
  const settings = useCall('settings', 'get', {});
  // One control for all fragments of this recording: a new one would stop what is playing.
  const [startFrame] = useState(startMs === null ? fragment.inFrame : source.clock.frameAt(startMs));
  const control = usePlayerControl(source, startFrame);
  const actions = useObservations(recording.id, { fromMs: fragment.inMs, toMs: fragment.outMs });
  const noting = useNoting(recording.id, control, settings.data);
  const [selected, setSelected] = useState<string | null>(null);
  useNotingKeys(noting, () => undefined);

  // Another fragment of the same recording: the picture goes to where it begins, unless it is in it already.
  const shown = useRef(fragment.id);
  useEffect(() => {
    if (shown.current === fragment.id) return;
    shown.current = fragment.id;
    const { frame } = control.get();
    if (frame < fragment.inFrame || frame >= fragment.outFrame) control.seek(fragment.inFrame);
    announce(fragment.name);
  }, [control, fragment]);

  // Those that follow one another in this recording; the row goes on in the next recording's own player.
  const playFrom = (at: number): void => {
    const rest = kase.fragments.slice(at);
    const elsewhere = rest.findIndex((one) => one.recordingId !== recording.id);
    const here = elsewhere < 0 ? rest : rest.slice(0, elsewhere);
    const next = rest[here.length];
    const goOn = (): void => (next ? onFragment(next.id, { playOn: true }) : undefined);
    playInARow(control, here, (place) => onFragment(here[place]?.id ?? fragment.id), goOn);
  };
  const playing = useRef(playOn);
  const place = kase.fragments.findIndex((one) => one.id === fragment.id);
  useEffect(() => {
    if (!playing.current) return;
    playing.current = false;
    playFrom(place);
  });
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
      const cited = kase.fragments.find((one) => one.id === fragmentId);
      if (cited?.recordingId === recording.id) control.seekMs(atMs);
      if (cited) onFragment(fragmentId, { startMs: atMs });
    },
  };
  const video = (
    <div className={styles.video}>
      <FragmentBar
        kase={kase}
        fragment={fragment}
        onFragment={(id) => onFragment(id)}
        onPlayThis={() => control.playRange(fragment)}
        onPlayAll={() =>
          kase.fragments[0]?.recordingId === recording.id
            ? playFrom(0)
            : onFragment(kase.fragments[0]?.id ?? '', { playOn: true })
        }
      />
      <div className={styles.stage}>
        <Player
          control={control}
          recording={recording}
          overlay={
            <NoteDrawing
              playhead={control}
              observations={actions.observations}
              selectedId={selected}
              aspect={aspectOf(recording)}
            />
          }
        />
      </div>
      <Timeline
        playhead={control}
        data={timeline}
        spans={kase.fragments.filter((one) => one.recordingId === recording.id)}
        selectedSpanId={fragment.id}
        onSelectSpan={(id) => onFragment(id)}
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
  return children(video, observations, citations);
}
