import { AppError } from '../../../shared/contract/errors.ts';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { rangeProblem, type FrameRange } from '../../../shared/domain/frames.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { JobManager } from '../../jobs/job-manager.ts';
import { clockOf } from '../../media/frames/frame-index.ts';
import type { RecordingMedia } from '../../media/recording-media.ts';
import type { FragmentEnds, FragmentsRepo } from './fragments.repo.ts';

export interface FragmentsDependencies {
  readonly repo: FragmentsRepo;
  readonly jobs: Pick<JobManager, 'enqueue' | 'cancelOf'>;
  readonly recordings: Pick<RecordingMedia, 'getMedia'>;
  readonly broadcast: Broadcast;
}

/** Fragments play at once as a range of their recording; their file is cut in the background. */
export function createFragmentsService({ repo, jobs, recordings, broadcast }: FragmentsDependencies) {
  /** @throws AppError `not-found`. */
  const get = (id: string): Fragment => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const changed = (id: string): Fragment => {
    const fragment = get(id);
    broadcast.changed('fragments', [id, fragment.recordingId]);
    return fragment;
  };
  /** @throws AppError `range-empty`, `range-outside`. */
  const endsOf = (recordingId: string, range: FrameRange): FragmentEnds => {
    const clock = clockOf(recordings.getMedia(recordingId).index);
    const problem = rangeProblem(range, clock.frameCount);
    if (problem) throw new AppError(problem);
    return {
      ...range,
      inMs: Math.round(clock.timeOf(range.inFrame)),
      outMs: Math.round(clock.timeOf(range.outFrame)),
    };
  };
  const cut = (fragment: Fragment): void => {
    jobs.enqueue({
      kind: 'cut',
      subjectId: fragment.id,
      label: fragment.name,
      params: { fragmentId: fragment.id },
    });
  };

  return {
    list: (recordingId: string) => repo.list(recordingId),
    get,
    create({ recordingId, name, inFrame, outFrame }: Parsed<'fragments', 'create'>): Fragment {
      const id = newId();
      repo.insert({ id, recordingId, name, now: Date.now(), ...endsOf(recordingId, { inFrame, outFrame }) });
      cut(get(id));
      return changed(id);
    },
    /** Moves the ends or renames. A cut under way is stopped; the old file stays until the new one is whole. */
    async update({ id, name, inFrame, outFrame }: Parsed<'fragments', 'update'>): Promise<Fragment> {
      const before = get(id);
      if (name !== undefined && name !== before.name) repo.rename(id, name);
      const range = { inFrame: inFrame ?? before.inFrame, outFrame: outFrame ?? before.outFrame };
      if (range.inFrame !== before.inFrame || range.outFrame !== before.outFrame) {
        repo.move(id, endsOf(before.recordingId, range));
        changed(id);
        await jobs.cancelOf('cut', id);
        cut(get(id));
      }
      return changed(id);
    },
    cutAgain(id: string): Fragment {
      const fragment = get(id);
      if (fragment.file === 'failed' || fragment.file === 'virtual') {
        repo.setState(id, 'virtual');
        cut(fragment);
      }
      return changed(id);
    },
    async remove(id: string): Promise<void> {
      const { recordingId } = get(id);
      await jobs.cancelOf('cut', id);
      repo.remove(id, Date.now());
      broadcast.changed('fragments', [id, recordingId]);
    },
    restore(id: string): Fragment {
      repo.restore(id);
      const fragment = changed(id);
      if (fragment.file !== 'ready') cut(fragment);
      return fragment;
    },
    byIds: (ids: readonly string[]) => repo.byIds(ids),
    report: (id: string) => repo.report(id),
  };
}

export type FragmentsService = ReturnType<typeof createFragmentsService>;
