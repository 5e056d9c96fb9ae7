import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../electron/db/ids.ts';
import { scanSources } from '../../../electron/features/imports/sources/scan-sources.ts';
import { joinSpanned, type SourceFile } from '../../../electron/features/imports/sources/spanned.ts';
import { findVolumes } from '../../../electron/features/imports/sources/volumes.ts';
import { frameNumbers, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices } from '../../fixtures/services.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function card(...files: readonly string[]): Promise<string> {
  const root = join(folder.path, 'KAART');
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), 'x');
  }
  return root;
}

describe('what a camera holds', () => {
  it.each([
    ['avchd', ['PRIVATE/AVCHD/BDMV/STREAM/00000.MTS', 'DCIM/100MSDCF/DSC0001.JPG'], ['00000.MTS']],
    ['avchd', ['AVCHD/BDMV/STREAM/00002.MTS'], ['00002.MTS']],
    [
      'xavc',
      [
        'PRIVATE/M4ROOT/CLIP/C0001.MP4',
        'PRIVATE/M4ROOT/CLIP/C0001M01.XML',
        'PRIVATE/M4ROOT/THMBNL/C0001T01.JPG',
      ],
      ['C0001.MP4'],
    ],
    [
      'jvc',
      ['SD_VIDEO/PRG001/MOV001.MOD', 'SD_VIDEO/PRG001/MOV001.MOI', 'SD_VIDEO/MGR_INFO/PRG_MGR'],
      ['MOV001.MOD'],
    ],
    [
      'dcim',
      ['DCIM/100GOPRO/GX010042.MP4', 'DCIM/100GOPRO/GX010042.LRV', 'DCIM/100GOPRO/GX010042.THM'],
      ['GX010042.MP4'],
    ],
    ['folder', ['les 1.mp4', 'notities.docx', '._les 1.mp4', 'dieper/les 2.MOV'], ['les 2.MOV', 'les 1.mp4']],
  ] as const)('is recognised as %s and shows its clips only', async (kind, files, clips) => {
    const scan = await scanSources([await card(...files)]);
    expect(scan.kind).toBe(kind);
    expect(scan.clips.map((clip) => clip.name).toSorted()).toEqual([...clips].toSorted());
  });

  it('finds cards among the drives that are plugged in, and nothing else', async () => {
    const root = await card('PRIVATE/AVCHD/BDMV/STREAM/00000.MTS');
    const other = join(folder.path, 'stick');
    await mkdir(other);
    expect(await findVolumes(() => Promise.resolve([root, other, join(folder.path, 'weg')]))).toEqual([
      { path: root, label: 'KAART', kind: 'avchd' },
    ]);
  });

  it('says that an empty folder is empty and a missing one missing', async () => {
    await mkdir(join(folder.path, 'leeg'));
    await expect(scanSources([join(folder.path, 'leeg')])).rejects.toMatchObject({ code: 'folder-empty' });
    await expect(scanSources([join(folder.path, 'weg')])).rejects.toMatchObject({ code: 'source-missing' });
  });
});

describe('a take that a card had to split', () => {
  const limit = 2 ** 31 - 1000;
  const file = (path: string, sizeBytes: number): SourceFile => ({
    path: join('STREAM', path),
    sizeBytes,
    modifiedAt: 0,
  });
  const names = (takes: SourceFile[][]): string[][] =>
    takes.map((take) => take.map((part) => part.path.slice(-9)));

  it('is one clip of consecutive full parts and the rest', () => {
    const files = [
      file('00001.MTS', limit),
      file('00000.MTS', 5000),
      file('00003.MTS', 700),
      file('00002.MTS', limit),
      file('00004.MTS', 9000),
    ];
    expect(names(joinSpanned(files))).toEqual([
      ['00000.MTS'],
      ['00001.MTS', '00002.MTS', '00003.MTS'],
      ['00004.MTS'],
    ]);
  });

  it('is not made of parts with a gap, or of another folder', () => {
    expect(names(joinSpanned([file('00001.MTS', limit), file('00003.MTS', 1)]))).toHaveLength(2);
    expect(joinSpanned([file('a/00001.MTS', limit), file('b/00002.MTS', 1)])).toHaveLength(2);
  });

  it('is one clip of GoPro chapters, whatever else is between them by name', () => {
    const files = [
      'GX010042.MP4',
      'GX010043.MP4',
      'GX020042.MP4',
      'GX030042.MP4',
      'GOPR0007.MP4',
      'GP010007.MP4',
    ].map((name) => file(name, 10));
    const takes = joinSpanned(files).map((take) => take.map((part) => basename(part.path)));
    expect(takes).toContainEqual(['GX010042.MP4', 'GX020042.MP4', 'GX030042.MP4']);
    expect(takes).toContainEqual(['GX010043.MP4']);
    expect(takes).toContainEqual(['GOPR0007.MP4', 'GP010007.MP4']);
  });

  it('of whole MP4 chapters comes in as one, with every frame of each', async () => {
    const names = ['GX010042.MP4', 'GX020042.MP4', 'GX030042.MP4'];
    await mkdir(join(folder.path, 'kaart'));
    for (const [place, name] of names.entries())
      await makeClip(join(folder.path, 'kaart', name), { seconds: 2 + place });
    const app = await startServices(folder.path);
    const [job] = await app.bringIn([join(folder.path, 'kaart')]);
    expect(job).toMatchObject({ state: 'done', error: null });
    await app.settled();
    const id = job?.resultId ?? '';
    expect(await app.call('recordings', 'get', { id })).toMatchObject({
      video: { frameCount: 225 },
      durationMs: 9000,
    });
    const { frameTimesMs } = await app.call('recordings', 'timeline', { id });
    expect(frameTimesMs).toBeNull();
    const written = join(folder.path, 'library/media/recordings', id, 'original.mp4');
    const counted = (seconds: number): number[] => Array.from({ length: seconds * 25 }, (_, frame) => frame);
    expect(await frameNumbers(written)).toEqual([...counted(2), ...counted(3), ...counted(4)]);
    await app.close();
  });

  it('comes in without a frame lost or repeated at the joints', async () => {
    const whole = await makeClip(join(folder.path, 'heel.mts'), { seconds: 8, output: ['-f', 'mpegts'] });
    const bytes = await readFile(whole);
    const at = [0.31, 0.66].map((share) => Math.floor((bytes.length * share) / 188) * 188);
    const cuts = [0, ...at, bytes.length];
    const parts = await Promise.all(
      [0, 1, 2].map(async (part) => {
        const path = join(folder.path, `0000${part}.MTS`);
        await writeFile(path, bytes.subarray(cuts[part], cuts[part + 1]));
        const { size, mtimeMs } = await stat(path);
        return { path, sizeBytes: size, modifiedAt: Math.round(mtimeMs) };
      }),
    );
    const app = await startServices(folder.path);
    const recordingId = newId();
    const params = { recordingId, name: '00000.MTS', parts, ownerId: null, recordedAt: null, again: false };
    const job = await app.services.jobs.whenEnded(
      app.services.jobs.enqueue({ kind: 'import', subjectId: recordingId, label: 'take', params }),
    );
    expect(job.state).toBe('done');
    await app.settled();
    expect(await app.call('recordings', 'get', { id: recordingId })).toMatchObject({
      sizeBytes: bytes.length,
      video: { frameCount: 200 },
    });
    await app.close();
  });
});
