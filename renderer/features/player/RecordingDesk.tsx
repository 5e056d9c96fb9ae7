import { Film, PanelRight, Scissors, StickyNote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useCall } from '../../api/queries.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Triptych } from '../../ui/triptych/Triptych.tsx';
import { DrawingLayer, DrawingTools } from '../drawing/index.ts';
import { FragmentsPanel } from '../fragments/index.ts';
import { ObservationPanel, useNoting, useNotingKeys, useObservations } from '../observations/index.ts';
import { Timeline } from '../timeline/index.ts';
import { DeskButtons } from './DeskButtons.tsx';
import { Player } from './Player.tsx';
import { aspectOf, type PlayerSource } from './player-source.ts';
import styles from './RecordingDesk.module.css';
import { useCutting } from './use-cutting.ts';
import { useDrawing } from './use-drawing.ts';
import { usePlayerControl } from './use-player.ts';

interface RecordingDeskProps {
  readonly recording: Recording;
  readonly timeline: Output<'recordings', 'timeline'> | undefined;
  readonly source: PlayerSource;
  /** A moment to open at, in ms. */
  readonly at: number | null;
  /** The fragment whose own file is played because the recording is gone. */
  readonly own: Fragment | null;
  readonly onOwnFile: (fragment: Fragment) => void;
}

/** Everything that is done with one recording: looking, cutting, noting, drawing. */
export function RecordingDesk({ recording, timeline, source, at, own, onOwnFile }: RecordingDeskProps) {
  const { t } = useTranslation('player');
  const { id } = recording;
  const control = usePlayerControl(source);
  const settings = useCall('settings', 'get', {});
  const notes = useObservations(id);
  const noting = useNoting(id, control, settings.data);
  const cutting = useCutting(control, id);
  const [tab, setTab] = useState(at === null ? 'fragments' : 'observations');
  const [selectedNote, selectNote] = useState<string | null>(null);
  const drawing = useDrawing(control, noting, notes.observations, selectedNote);
  useNotingKeys(noting, () => setTab('observations'));
  useEffect(() => {
    if (at !== null) control.seekMs(at);
  }, [control, at]);

  useEffect(() => {
    if (own) control.playRange(own);
  }, [control, own]);

  const aspect = aspectOf(recording);
  const jumpTo = (noteId: string): void => {
    const note = notes.observations.find((one) => one.id === noteId);
    if (note) control.seekMs(note.atMs);
    selectNote(noteId);
    setTab('observations');
  };
  const picture = (
    <div className={styles.desk}>
      <Player
        control={control}
        recording={recording}
        drawing={drawing.tool !== null}
        overlay={
          <DrawingLayer shapes={drawing.shapes} aspect={aspect} tool={drawing.tool} onDrawn={drawing.add} />
        }
        buttons={
          <DeskButtons
            control={control}
            recordingId={id}
            drawing={drawing.tool !== null}
            onDrawing={(on) => (on ? drawing.begin() : drawing.end())}
          />
        }
      />
      {drawing.tool !== null && (
        <DrawingTools
          shapes={drawing.drawn}
          onShapes={drawing.setShapes}
          tool={drawing.tool}
          onTool={drawing.setTool}
          onDone={() => {
            drawing.end();
            setTab('observations');
          }}
        />
      )}
      <Timeline
        playhead={control}
        data={timeline}
        spans={cutting.actions.fragments}
        selectedSpanId={cutting.selectedId}
        onSelectSpan={(fragmentId) => {
          cutting.select(fragmentId);
          setTab('fragments');
        }}
        marks={notes.observations}
        selectedMarkId={selectedNote}
        onSelectMark={jumpTo}
        range={cutting.marks.range}
        onRange={(range, done) => {
          cutting.marks.set(range);
          const { fragment } = cutting.marks;
          if (done && fragment && range.inFrame !== null && range.outFrame !== null)
            cutting.actions.adjust(fragment, range.inFrame, range.outFrame);
        }}
      />
    </div>
  );
  const fragments = (
    <FragmentsPanel
      recording={recording}
      clock={source.clock}
      marks={cutting.marks}
      actions={cutting.actions}
      selectedId={cutting.selectedId}
      onSelect={cutting.select}
      onCreate={() => void cutting.create()}
      onPlay={(fragment, loop) => {
        if (recording.playability === 'missing' && fragment.file === 'ready') onOwnFile(fragment);
        cutting.play(fragment, loop);
      }}
      onPlayAll={cutting.playAll}
    />
  );
  const observations = (
    <ObservationPanel
      port={control}
      noting={noting}
      actions={notes}
      selectedId={selectedNote}
      onSelect={selectNote}
    />
  );
  const side = (
    <Tabs
      label={t('screen.panel')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'fragments', label: t('screen.fragments'), icon: Scissors, content: fragments },
        { id: 'observations', label: t('screen.observations'), icon: StickyNote, content: observations },
      ]}
    />
  );
  return (
    <Triptych
      name="recording"
      panels={[
        { id: 'picture', title: t('screen.picture'), icon: Film, content: picture, bare: true, share: 0.68 },
        { id: 'side', title: t('screen.panel'), icon: PanelRight, content: side, bare: true, share: 0.32 },
      ]}
    />
  );
}
