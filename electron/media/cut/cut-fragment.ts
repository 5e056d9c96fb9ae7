import { AppError, isAppError } from '../../../shared/contract/errors.ts';
import { rangeProblem, type FrameRange } from '../../../shared/domain/frames.ts';
import { fileUrl } from '../ffmpeg/args.ts';
import type { Prober } from '../ffmpeg/ffprobe.ts';
import { clockOf, type FrameIndex } from '../frames/frame-index.ts';
import { planCut, type CutMode, type CutPlan } from './cut-plan.ts';
import type { CutSource } from './cut-source.ts';
import { encodeRange } from './encode.ts';
import { smartCut } from './smart.ts';
import { verifyCut, type CutProof } from './verify.ts';

export interface CutRequest extends CutSource {
  readonly prober: Prober;
  readonly range: FrameRange;
  /** Private folder for pieces, on the library's own volume. */
  readonly workFolder: string;
  /** Path of the part file to write. */
  readonly target: string;
  readonly onProgress?: (fraction: number) => void;
}

export interface CutEnds extends FrameRange {
  readonly inMs: number;
  readonly outMs: number;
}

export interface CutReport {
  readonly mode: CutMode;
  readonly requested: CutEnds;
  /** What came out, measured on the written file. */
  readonly actual: CutEnds;
  /** Why less was copied than hoped: a plan's obstacle, or the step at which a copied cut failed its verification. */
  readonly fallbackReason: string | null;
  readonly avOffsetMs: number;
  readonly stepsMs: Readonly<Record<string, number>>;
}

/**
 * Cuts a fragment on the frame: copies what can be copied, encodes what must be, looks at what came out, and encodes
 * everything when that is not exactly what was asked for.
 * @throws AppError `range-empty`, `range-outside`, `cut-verification-failed`, and what ffmpeg's runner throws.
 */
export async function cutFragment(request: CutRequest): Promise<CutReport> {
  const problem = rangeProblem(request.range, request.index.times.length);
  if (problem) throw new AppError(problem);
  const stepsMs: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    stepsMs[step] = Math.round(performance.now() - started);
    return result;
  };
  const verify = (joints: readonly number[]): Promise<CutProof> =>
    verifyCut(request, request.prober, request.range, fileUrl(request.target), joints);
  const plan = planCut(request.info, request.index, request.range);
  let fallbackReason = plan.mode === 'encode' ? plan.reason : null;
  if (plan.mode !== 'encode') {
    try {
      await timed('cut', () =>
        smartCut(request, plan, request.workFolder, fileUrl(request.target), request.onProgress),
      );
      const proof = await timed('verify', () => verify(jointsOf(plan)));
      return report(request, plan.mode, proof, null, stepsMs);
    } catch (error) {
      if (!isAppError(error) || !mendable.has(error.code)) throw error;
      fallbackReason = String(error.params['step'] ?? error.code);
    }
  }
  await timed('encode', () =>
    encodeRange(request, request.range, request.workFolder, fileUrl(request.target), request.onProgress),
  );
  return report(request, 'encode', await timed('verify', () => verify([])), fallbackReason, stepsMs);
}

/** Troubles of a copied cut that encoding does not share; a full disk or a cancel is not among them. */
const mendable = new Set(['cut-verification-failed', 'ffmpeg-failed', 'file-damaged', 'file-no-frames']);

function jointsOf({ head, middle, tail }: Extract<CutPlan, { mode: 'copy' | 'smart' }>): number[] {
  const joints: number[] = [];
  if (head.outFrame > head.inFrame) joints.push(middle.inFrame);
  if (tail.outFrame > tail.inFrame) joints.push(tail.inFrame);
  return joints;
}

function report(
  request: CutRequest,
  mode: CutMode,
  proof: CutProof,
  fallbackReason: string | null,
  stepsMs: Record<string, number>,
): CutReport {
  const { range } = request;
  const requested = endsOf(request.index, range);
  const outFrame = range.inFrame + proof.frames;
  const actual = {
    inFrame: range.inFrame,
    outFrame,
    inMs: requested.inMs,
    outMs: requested.inMs + proof.durationMs,
  };
  return { mode, requested, actual, fallbackReason, avOffsetMs: proof.avOffsetMs, stepsMs };
}

function endsOf(index: FrameIndex, range: FrameRange): CutEnds {
  const clock = clockOf(index);
  return { ...range, inMs: clock.timeOf(range.inFrame), outMs: clock.timeOf(range.outFrame) };
}
