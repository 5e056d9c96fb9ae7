import { createReadStream } from 'node:fs';
import { access, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileUrl, input, output } from '../../../electron/media/ffmpeg/args.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { createSpawnRunner } from '../../../electron/media/ffmpeg/spawn-runner.ts';
import { ffmpegs, makeClip, temporaryFolder } from '../../fixtures/clips.ts';

/** What every runner promises, whatever starts the process and however old the program is. */
const runners = { 'fluent-ffmpeg': createFluentRunner, 'a plain spawn': createSpawnRunner };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clip: string;
const at = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  clip = await makeClip(at('les: groep 5 %d.mp4'), { seconds: 4 });
});
afterAll(() => folder.remove());

/** Work that lasts until it is ended: every frame is blurred many times over. */
const slow = (
  name: string,
): { inputs: [ReturnType<typeof input>]; outputs: [ReturnType<typeof output>] } => ({
  inputs: [input(fileUrl(clip), '-re', '-stream_loop', '-1')],
  outputs: [output(fileUrl(at(name)), '-t', '600', '-c:v', 'libx264', '-preset', 'ultrafast', '-f', 'mp4')],
});

for (const ffmpeg of ffmpegs) {
  if (!ffmpeg.present) console.warn(`NOT RUN: the runners with ${ffmpeg.name}: not on this machine`);
  describe.skipIf(!ffmpeg.present).each(Object.entries(runners))(
    `%s with ${ffmpeg.name}`,
    (_name, create) => {
      const runner = create(ffmpeg.path);

      it('writes a file whose name holds what names of files hold, and tells progress that only grows', async () => {
        const told: number[] = [];
        const target = at("-uit 'les' …:.mp4");
        const { elapsedMs } = await runner.run({
          inputs: [input(fileUrl(clip))],
          outputs: [output(fileUrl(target), '-c:v', 'libx264', '-preset', 'slow', '-f', 'mp4')],
          expectedMs: 4000,
          onProgress: (fraction) => told.push(fraction),
        });
        await access(target);
        expect(elapsedMs).toBeGreaterThan(0);
        expect(told).toEqual(told.toSorted((a, b) => a - b));
        expect(told.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true);
      });

      it('hands on every byte of stdout', async () => {
        let bytes = 0;
        await runner.run({
          inputs: [input(fileUrl(clip))],
          outputs: [output('pipe:1', '-vsync', 'passthrough', '-pix_fmt', 'gray', '-f', 'rawvideo')],
          onStdout: (chunk) => (bytes += chunk.length),
        });
        expect(bytes).toBe(100 * 320 * 180);
      });

      it('writes two outputs, one of them to stdout', async () => {
        let list = '';
        const copy = ['-map', '0:v:0', '-c', 'copy'];
        await runner.run({
          inputs: [input(fileUrl(clip))],
          outputs: [
            output(fileUrl(at('copy.mp4')), ...copy, '-f', 'mp4'),
            output('pipe:1', ...copy, '-f', 'framecrc'),
          ],
          onStdout: (chunk) => (list += chunk.toString()),
        });
        expect(list.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(100);
        await access(at('copy.mp4'));
      });

      it('reads what is streamed into it', async () => {
        const wav = await makeClip(at('raw.ts'), { seconds: 1 });
        let bytes = 0;
        await runner.run({
          inputs: [input('pipe:0')],
          outputs: [output('pipe:1', '-map', '0:v:0', '-c', 'copy', '-f', 'mpegts')],
          stdin: createReadStream(wav),
          onStdout: (chunk) => (bytes += chunk.length),
        });
        expect(bytes).toBeGreaterThan(1000);
      });

      it('ends when it is told to, and says it was', async () => {
        const stop = new AbortController();
        const startedAt = Date.now();
        const running = runner.run({ ...slow('cancelled.mp4'), signal: stop.signal });
        setTimeout(() => stop.abort(), 400);
        await expect(running).rejects.toMatchObject({ code: 'cancelled' });
        expect(Date.now() - startedAt).toBeLessThan(6000);
      });

      it('does not start when it was told to end before', async () => {
        const signal = AbortSignal.abort();
        await expect(runner.run({ ...slow('never.mp4'), signal })).rejects.toMatchObject({
          code: 'cancelled',
        });
        await expect(access(at('never.mp4'))).rejects.toThrow();
      });

      it('gives up on a run that stays silent', async () => {
        const stdin = new PassThrough();
        const running = runner.run({
          inputs: [input('pipe:0')],
          outputs: [output('pipe:1', '-f', 'mpegts')],
          stdin,
          idleTimeoutMs: 500,
        });
        await expect(running).rejects.toMatchObject({ code: 'ffmpeg-hung' });
        stdin.destroy();
      });

      it.each([
        ['ruis.mts', Buffer.from('geen film '.repeat(500)), 'file-damaged'],
        ['lijst.mp4', Buffer.from("ffconcat version 1.0\nfile 'les.mp4'\n"), 'file-refers-elsewhere'],
      ])('says what is wrong with %s', async (name, bytes, code) => {
        await writeFile(at(name), bytes);
        const running = runner.run({
          inputs: [input(fileUrl(at(name)))],
          outputs: [output('pipe:1', '-f', 'null')],
        });
        await expect(running).rejects.toMatchObject({ code });
      });

      it('says that a file ends before its index', async () => {
        await writeFile(at('half.mp4'), (await readFile(clip)).subarray(0, 100_000));
        const running = runner.run({
          inputs: [input(fileUrl(at('half.mp4')))],
          outputs: [output('pipe:1', '-f', 'null')],
        });
        await expect(running).rejects.toMatchObject({ code: 'file-truncated' });
      });

      it('says when the file to read is gone', async () => {
        const running = runner.run({
          inputs: [input(fileUrl(at('weg.mp4')))],
          outputs: [output('pipe:1', '-f', 'null')],
        });
        await expect(running).rejects.toMatchObject({ code: 'source-vanished' });
      });
    },
  );
}

describe.each(Object.entries(runners))('%s without a program to run', (_name, create) => {
  it('says that ffmpeg is missing, also when it was there before', async () => {
    const path = at('ffmpeg-that-goes');
    await writeFile(path, '#!/bin/sh\nexit 0\n');
    await chmod(path, 0o755);
    const run = { inputs: [], outputs: [output('pipe:1', '-f', 'null')] };
    const runner = create(path);
    if (process.platform !== 'win32') await runner.run(run);
    await rm(path);
    await expect(runner.run(run)).rejects.toMatchObject({ code: 'ffmpeg-missing' });
  });
});
