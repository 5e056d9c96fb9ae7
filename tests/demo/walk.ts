import type { Page } from '@playwright/test';
import { AppError } from '../../shared/contract/errors.ts';
import { constantClock, rangeBetween, variableClock, type FrameClock } from '../../shared/domain/frames.ts';
import type { Recording } from '../../shared/contract/recordings.ts';
import type { DemoRequest } from './args.ts';
import { callInPage, jobDone } from './page-calls.ts';

export interface Walked {
  readonly recording: Recording;
  readonly fragmentId: string;
  readonly caseId: string;
  readonly range: { readonly inFrame: number; readonly outFrame: number };
  readonly clock: FrameClock;
  readonly stepsMs: Readonly<Record<string, number>>;
}

/** The main job in the running app: bring in, cut, note three things, plan, and open the case. */
export async function walk(page: Page, request: DemoRequest, input: string | null): Promise<Walked> {
  const stepsMs: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    stepsMs[step] = Math.round(performance.now() - started);
    return result;
  };
  const recording = await timed('import', () => bringIn(page, input));
  const recordingId = recording.id;
  const { frameTimesMs } = await callInPage(page, 'recordings', 'timeline', { id: recordingId });
  const clock = clockOf(recording, frameTimesMs);
  if (request.toMs > clock.timeOf(clock.frameCount) + 1) throw new AppError('range-outside');
  const range = rangeBetween(clock, request.fromMs, request.toMs);
  const fragmentId = await timed('cut', () => cut(page, recordingId, range));
  await timed('observe', () =>
    observe(page, recordingId, clock.timeOf(range.inFrame), clock.timeOf(range.outFrame)),
  );
  const caseId = await timed('plan', () =>
    plan(page, fragmentId, Math.round(clock.timeOf(range.inFrame) + 1000)),
  );
  await timed('settle', () => settled(page));
  return { recording, fragmentId, caseId, range, clock, stepsMs };
}

async function bringIn(page: Page, input: string | null): Promise<Recording> {
  const offer =
    input === null
      ? await callInPage(page, 'imports', 'sampleLesson', {})
      : await callInPage(page, 'imports', 'offerDropped', { paths: [input] });
  const [clip] = offer.clips;
  if (!clip) throw new AppError('folder-empty');
  const named = input === null ? { title: 'Voorbeeldles' } : {};
  const start = { offerId: offer.id, clipIds: [clip.id], ownerId: null, again: true, ...named };
  const { jobIds } = await callInPage(page, 'imports', 'start', start);
  const job = await jobDone(page, jobIds[0] ?? '');
  return callInPage(page, 'recordings', 'get', { id: job.resultId ?? '' });
}

async function cut(
  page: Page,
  recordingId: string,
  range: { inFrame: number; outFrame: number },
): Promise<string> {
  const { id } = await callInPage(page, 'fragments', 'create', {
    recordingId,
    name: 'Wachten na de vraag',
    ...range,
  });
  for (;;) {
    const fragment = await callInPage(page, 'fragments', 'get', { id });
    if (fragment.file === 'ready') return id;
    if (fragment.file === 'failed') throw new AppError('ffmpeg-failed');
    await page.waitForTimeout(50);
  }
}

async function observe(page: Page, recordingId: string, fromMs: number, toMs: number): Promise<void> {
  const noor = await callInPage(page, 'people', 'add', { name: 'Noor' });
  const sam = await callInPage(page, 'people', 'add', { name: 'Samira' });
  const at = (share: number): number => Math.round(fromMs + (toMs - fromMs) * share);
  const note = { recordingId, untilMs: null, tag: null, drawing: null };
  const notes = [
    {
      ...note,
      atMs: at(0.15),
      authorId: noor.id,
      kind: 'observation',
      text: 'Je stelt de vraag en kijkt de klas rond. Vier tellen stil.',
    },
    {
      ...note,
      atMs: at(0.4),
      untilMs: at(0.55),
      authorId: sam.id,
      kind: 'observation',
      text: 'Drie kinderen steken een vinger op; Sam als eerste.',
    },
    {
      ...note,
      atMs: at(0.75),
      authorId: noor.id,
      kind: 'question',
      text: 'Waar let je op voordat je iemand de beurt geeft?',
    },
  ] as const;
  for (const one of notes) await callInPage(page, 'observations', 'add', one);
  await callInPage(page, 'settings', 'update', { currentPersonId: noor.id });
}

async function plan(page: Page, fragmentId: string, citedMs: number): Promise<string> {
  const question = 'Hoeveel tijd geef ik na een open vraag?';
  const kase = await callInPage(page, 'cases', 'create', {
    title: 'Wachten na de vraag',
    ownerId: null,
    fragmentIds: [fragmentId],
    question,
  });
  const avp = await callInPage(page, 'avp', 'get', { caseId: kase.id });
  const fields = [
    ['situation', `Ik stel een vraag en wacht tot er drie vingers zijn. [[${fragmentId}@${citedMs}]]`],
    ['goal', 'Na een open vraag tel ik in stilte tot vijf.'],
    ['satisfied-when', 'Op de volgende opname kijk ik na drie vragen vijf tellen rond.'],
    ['what-comes-before', 'Ik schrijf vanavond drie vragen op een briefje.'],
    ['realistic', 'Bij rekenen lukt dat; daar begin ik mee.'],
  ] as const;
  for (const [field, text] of fields) await callInPage(page, 'avp', 'saveField', { id: avp.id, field, text });
  await callInPage(page, 'avp', 'addStep', {
    id: avp.id,
    text: 'Drie vragen op een briefje',
    day: '2026-12-01',
  });
  await callInPage(page, 'avp', 'giveMark', { id: avp.id, mark: 5 });
  return kase.id;
}

/** Filmstrip, waveform and proxy belong in the picture of the case. */
async function settled(page: Page): Promise<void> {
  for (;;) {
    const jobs = await callInPage(page, 'jobs', 'list', {});
    if (jobs.every((job) => job.state !== 'queued' && job.state !== 'running')) return;
    await page.waitForTimeout(50);
  }
}

function clockOf({ video, durationMs }: Recording, frameTimesMs: readonly number[] | null): FrameClock {
  return frameTimesMs
    ? variableClock(frameTimesMs, durationMs)
    : constantClock(video.frameRateNum, video.frameRateDen, video.frameCount);
}
