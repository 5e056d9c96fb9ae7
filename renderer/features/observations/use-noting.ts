import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingShape, ObservationKind } from '../../../shared/contract/observations.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useAction } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { formatTime } from '../timeline/index.ts';
import {
  emptyDraft,
  holdsSomething,
  keepDraft,
  keptDraft,
  pinnedAt,
  rangeMarked,
  typed,
  type Draft,
} from './draft.ts';
import { nowMs, type NotingPort } from './noting-port.ts';

/** The note being written and what can be done with it. */
export interface Noting {
  readonly draft: Draft;
  readonly rangeOpen: boolean;
  readonly error: unknown;
  readonly saving: boolean;
  /** The field of the words, so that N can put the cursor there. */
  readonly bindField: (field: HTMLTextAreaElement | null) => void;
  readonly type: (text: string) => void;
  readonly setKind: (kind: ObservationKind) => void;
  readonly setTag: (tag: string) => void;
  readonly setShapes: (shapes: DrawingShape[]) => void;
  /** N: a note at this moment. */
  readonly noteHere: () => void;
  /** R: a range begins, or ends. */
  readonly markRange: () => void;
  readonly clear: () => void;
  readonly save: () => void;
}

const replayMs = 3000;

/** Writing observations on a recording. The words wait in the browser's storage until they are kept. */
export function useNoting(
  recordingId: string,
  port: NotingPort | null,
  settings: Pick<Settings, 'whileTyping' | 'currentPersonId'> | undefined,
): Noting {
  const { t, i18n } = useTranslation('observations');
  const [draft, setDraft] = useState(() => keptDraft(localStorage, recordingId));
  const [rangeOpen, setRangeOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const bindField = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
  }, []);
  // What typing did to the player, to be undone when the note is kept.
  const held = useRef<'paused' | 'replaying' | null>(null);
  const add = useAction('observations', 'add');

  useEffect(() => keepDraft(localStorage, recordingId, draft), [recordingId, draft]);

  const begin = (atMs: number): void => {
    if (!port || held.current || !port.get().playing) return;
    if (settings?.whileTyping === 'pause') {
      held.current = 'paused';
      port.pause();
    }
    if (settings?.whileTyping === 'replay-3s') {
      held.current = 'replaying';
      const { clock } = port.source;
      const outFrame = clock.frameAt(atMs) + 1;
      port.playRange({ inFrame: clock.frameAt(Math.max(0, atMs - replayMs)), outFrame }, { loop: true });
    }
  };
  const goOn = (): void => {
    if (held.current === 'replaying') port?.clearRange();
    if (held.current === 'paused') port?.play();
    held.current = null;
  };
  const focus = (): void => field.current?.focus();
  const clear = (): void => {
    setDraft((now) => ({ ...emptyDraft, kind: now.kind }));
    setRangeOpen(false);
    goOn();
  };

  return {
    draft,
    rangeOpen,
    error: add.error,
    saving: add.isPending,
    bindField,
    type(text) {
      if (!port) return;
      if (draft.text === '' && text !== '') begin(nowMs(port));
      setDraft(typed(draft, text, nowMs(port)));
    },
    setKind: (kind) => setDraft({ ...draft, kind }),
    setTag: (tag) => setDraft({ ...draft, tag: tag.trim() === '' ? null : tag }),
    setShapes(shapes) {
      const pinned = port ? pinnedAt(draft, nowMs(port)) : draft;
      setDraft({ ...pinned, drawing: shapes.length > 0 ? { shapes } : null });
    },
    noteHere() {
      if (port) setDraft(pinnedAt(draft, nowMs(port)));
      focus();
    },
    markRange() {
      if (!port) return;
      const marked = rangeMarked(draft, nowMs(port), rangeOpen);
      setDraft(marked);
      setRangeOpen(!rangeOpen);
      announce(
        t(rangeOpen ? 'range-ended' : 'range-begun', { time: formatTime(nowMs(port), i18n.language) }),
      );
      if (rangeOpen) focus();
    },
    clear,
    save() {
      if (!port || add.isPending || !holdsSomething(draft)) return;
      const { text, kind, tag, untilMs, drawing } = draft;
      const atMs = draft.atMs ?? nowMs(port);
      const authorId = settings?.currentPersonId ?? null;
      add.mutate(
        { recordingId, atMs, untilMs, kind, text, tag, authorId, drawing },
        {
          onSuccess: () => {
            clear();
            announce(t('kept', { time: formatTime(atMs, i18n.language) }));
            focus();
          },
        },
      );
    },
  };
}
