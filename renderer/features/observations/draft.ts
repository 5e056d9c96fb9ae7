import type { Observation, ObservationKind } from '../../../shared/contract/observations.ts';

/** What is being written and not yet kept. */
export interface Draft {
  readonly text: string;
  readonly kind: ObservationKind;
  readonly tag: string | null;
  /** The moment of the first keystroke or of N; null until there is one. */
  readonly atMs: number | null;
  readonly untilMs: number | null;
  /** The moment was chosen (N, R, drawing) and must not follow the text. */
  readonly pinned: boolean;
  readonly drawing: Observation['drawing'];
}

export const emptyDraft: Draft = {
  text: '',
  kind: 'observation',
  tag: null,
  atMs: null,
  untilMs: null,
  pinned: false,
  drawing: null,
};

/** New words in the draft. The first keystroke takes the moment; wiping everything gives it back. */
export function typed(draft: Draft, text: string, nowMs: number): Draft {
  if (draft.pinned) return { ...draft, text };
  if (text === '') return { ...draft, text, atMs: null, untilMs: null };
  return { ...draft, text, atMs: draft.atMs ?? nowMs };
}

/** N: a note at this moment. What was already written stays. */
export function pinnedAt(draft: Draft, nowMs: number): Draft {
  if (draft.text !== '' && draft.atMs !== null) return draft;
  return { ...draft, atMs: nowMs, untilMs: null, pinned: true };
}

/** R once: the range begins here. R again: it ends here (the other way round when the person went back). */
export function rangeMarked(draft: Draft, nowMs: number, open: boolean): Draft {
  if (!open || draft.atMs === null) return { ...draft, atMs: nowMs, untilMs: null, pinned: true };
  const [from, until] = nowMs < draft.atMs ? [nowMs, draft.atMs] : [draft.atMs, nowMs];
  return { ...draft, atMs: from, untilMs: until > from ? until : null, pinned: true };
}

/** True when leaving the draft would lose something. */
export function holdsSomething(draft: Draft): boolean {
  return draft.text.trim() !== '' || (draft.drawing?.shapes.length ?? 0) > 0;
}

/** Where unfinished notes wait through a reload or a crash; the browser's storage, or a test's. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (recordingId: string): string => `drieluik.draft.${recordingId}`;

/** Keeps a draft at each keystroke; an empty one leaves nothing behind. */
export function keepDraft(storage: DraftStorage, recordingId: string, draft: Draft): void {
  if (holdsSomething(draft)) storage.setItem(keyOf(recordingId), JSON.stringify(draft));
  else storage.removeItem(keyOf(recordingId));
}

/** The draft that was left behind; an empty one when there is none or it cannot be read. */
export function keptDraft(storage: DraftStorage, recordingId: string): Draft {
  const found = storage.getItem(keyOf(recordingId));
  if (found === null) return emptyDraft;
  try {
    const draft = JSON.parse(found) as Partial<Draft>;
    return typeof draft.text === 'string' ? { ...emptyDraft, ...draft } : emptyDraft;
  } catch (error) {
    // Only another version of the program can have written this; the note itself was never kept as such.
    if (error instanceof SyntaxError) return emptyDraft;
    throw error;
  }
}
