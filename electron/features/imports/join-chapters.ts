import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { containers, fileUrl, output, seconds } from '../../media/ffmpeg/args.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import { readFrames } from '../../media/frames/read-frames.ts';
import { probeMedia } from '../../media/probe.ts';
import { copyVerified, type Copied, type CopyControl } from './copy-verified.ts';
import type { SourceFile } from './sources/spanned.ts';

export interface JoinTools {
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
}

/**
 * Chapters of one take that are each a whole file (GoPro, 4 GB clips): copied and verified one by one, then laid end
 * to end without encoding, and counted: every frame of every chapter, none twice.
 * @param folder private to this job. @param target path of the part file to write.
 * @throws AppError `parts-do-not-join` when the counts differ, and what copying throws.
 */
export async function joinChapters(
  tools: JoinTools,
  parts: readonly SourceFile[],
  folder: string,
  target: string,
  control: CopyControl,
): Promise<Omit<Copied, 'sizeBytes'>> {
  const lines = ['ffconcat version 1.0'];
  const hashes: string[] = [];
  let before = 0;
  let frames = 0;
  for (const [place, part] of parts.entries()) {
    const copy = join(folder, `part-${place}`);
    const done = before;
    const onBytes = (bytes: number): void => control.onBytes(done + bytes);
    const { sha256, sizeBytes } = await copyVerified([part], copy, { signal: control.signal, onBytes });
    before += 2 * sizeBytes;
    hashes.push(sha256);
    const pictures = await picturesOf(tools.prober, copy, control.signal);
    // A chapter's sound runs on a little after its last picture; by its own length the next would begin late.
    lines.push(`file part-${place}`, `duration ${seconds(pictures.lengthMs)}`);
    frames += pictures.count;
  }
  const list = join(folder, 'chapters.txt');
  // Names of our own making, so nothing in them needs escaping; relative, so no path is in the file.
  await writeFile(list, [...lines, ''].join('\n'));
  await tools.runner.run({
    inputs: [
      {
        options: [
          '-protocol_whitelist',
          'file,pipe',
          '-format_whitelist',
          `concat,${containers}`,
          '-f',
          'concat',
        ],
        url: fileUrl(list),
      },
    ],
    outputs: [
      output(
        fileUrl(target),
        '-map',
        '0:v:0',
        '-map',
        '0:a?',
        '-c',
        'copy',
        '-map_metadata',
        '0',
        '-dn',
        '-f',
        'mov',
      ),
    ],
    signal: control.signal,
  });
  if ((await picturesOf(tools.prober, target, control.signal)).count !== frames)
    throw new AppError('parts-do-not-join');
  return { sha256: hashes[0] ?? '', parts: hashes };
}

async function picturesOf(
  prober: Prober,
  path: string,
  signal: AbortSignal,
): Promise<{ count: number; lengthMs: number }> {
  const info = await probeMedia(prober, fileUrl(path), { signal });
  const index = await readFrames(prober, fileUrl(path), info, { signal });
  return { count: index.times.length, lengthMs: index.end * index.tickMs };
}
