import { join } from 'node:path';
import { AppError, isAppError } from '../../../shared/contract/errors.ts';
import type { Offer, OfferedClip } from '../../../shared/contract/imports.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { newId } from '../../db/ids.ts';
import type { JobManager } from '../../jobs/job-manager.ts';
import { fileUrl } from '../../media/ffmpeg/args.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import type { NewRecordings } from '../../media/new-recording.ts';
import { probeMedia } from '../../media/probe.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import type { SystemPorts } from '../../shell/system-ports.ts';
import type { ImportParams } from './import-job.ts';
import { scanSources, type Scan, type SourceClip } from './sources/scan-sources.ts';
import { findVolumes, type FoundVolume } from './sources/volumes.ts';

export interface ImportsDependencies {
  readonly jobs: Pick<JobManager, 'enqueue'>;
  readonly recordings: Pick<NewRecordings, 'findLikely'>;
  readonly store: Pick<MediaStore, 'freeBytes'>;
  readonly prober: Prober;
  readonly ports: Pick<SystemPorts, 'pickSources' | 'resourcesFolder'>;
  readonly volumes?: () => Promise<FoundVolume[]>;
}

interface OpenOffer {
  readonly offer: Offer;
  readonly sources: ReadonlyMap<string, SourceClip>;
}

/** A proxy, the filmstrip and the waveform together take at most this part of the file. */
const companions = 1.35;
const mostOffers = 20;

/** Offers what a camera, card, folder or file holds, and starts bringing in what is chosen. Paths never leave here. */
export function createImportsService({
  jobs,
  recordings,
  store,
  prober,
  ports,
  volumes = findVolumes,
}: ImportsDependencies) {
  const offers = new Map<string, OpenOffer>();
  let known: FoundVolume[] = [];

  const offered = async (clip: SourceClip): Promise<OfferedClip> => {
    const sizeBytes = clip.parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    const first = clip.parts[0];
    const base = { id: newId(), name: clip.name, parts: clip.parts.length, sizeBytes };
    const alreadyImportedAs = recordings.findLikely(clip.name, first?.sizeBytes ?? 0) ?? null;
    try {
      if (!first || sizeBytes === 0) throw new AppError('file-empty');
      const info = await probeMedia(prober, fileUrl(first.path));
      const durationMs = clip.parts.length === 1 ? info.durationMs : null;
      return {
        ...base,
        alreadyImportedAs,
        durationMs,
        recordedAt: info.recordedAt ?? first.modifiedAt,
        refusal: null,
      };
    } catch (error) {
      if (!isAppError(error)) throw error;
      const refusal = { code: error.code, params: { ...error.params } };
      return { ...base, alreadyImportedAs: null, durationMs: null, recordedAt: null, refusal };
    }
  };

  const makeOffer = async ({ kind, label, clips }: Scan): Promise<Offer> => {
    const sources = new Map<string, SourceClip>();
    const shown: OfferedClip[] = [];
    for (const clip of clips) {
      const one = await offered(clip);
      sources.set(one.id, clip);
      shown.push(one);
    }
    const good = shown.filter((clip) => clip.refusal === null);
    const neededBytes = Math.round(good.reduce((sum, clip) => sum + clip.sizeBytes, 0) * companions);
    const offer: Offer = {
      id: newId(),
      kind,
      label,
      clips: shown,
      neededBytes,
      freeBytes: await store.freeBytes(),
    };
    offers.set(offer.id, { offer, sources });
    const [oldest] = offers.keys();
    if (offers.size > mostOffers && oldest) offers.delete(oldest);
    return offer;
  };

  const offerPaths = async (paths: readonly string[]): Promise<Offer> => makeOffer(await scanSources(paths));

  return {
    async pick(what: 'files' | 'folder'): Promise<Offer | null> {
      const paths = await ports.pickSources(what);
      return paths.length === 0 ? null : offerPaths(paths);
    },
    offerPaths,
    sampleLesson: () => offerPaths([join(ports.resourcesFolder, 'sample-lesson', 'lesson.mp4')]),
    async volumes(): Promise<Output<'imports', 'volumes'>> {
      known = await volumes();
      return known.map(({ label, kind }, place) => ({ id: String(place), label, kind }));
    },
    /** @throws AppError `source-missing` when the card was taken out. */
    async openVolume(volumeId: string): Promise<Offer> {
      const volume = known[Number(volumeId)];
      if (!volume) throw new AppError('source-missing');
      return offerPaths([volume.path]);
    },
    /** @throws AppError `not-found` when the offer is too old. */
    start({ offerId, clipIds, ownerId, title, again }: Parsed<'imports', 'start'>): { jobIds: string[] } {
      const open = offers.get(offerId);
      if (!open) throw new AppError('not-found');
      const jobIds = clipIds.map((clipId) => {
        const source = open.sources.get(clipId);
        const clip = open.offer.clips.find((one) => one.id === clipId);
        if (!source || !clip) throw new AppError('not-found');
        const parts = source.parts.map((part) => ({ ...part }));
        const { name, recordedAt } = clip;
        const params: ImportParams = { recordingId: newId(), name, title, parts, ownerId, recordedAt, again };
        return jobs.enqueue({ kind: 'import', subjectId: clipId, label: title ?? name, params });
      });
      return { jobIds };
    },
    /** Where a clip's first part is, for its still. */
    firstPath: (offerId: string, clipId: string): string | null =>
      offers.get(offerId)?.sources.get(clipId)?.parts[0]?.path ?? null,
  };
}

export type ImportsService = ReturnType<typeof createImportsService>;
