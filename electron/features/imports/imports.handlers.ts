import type { Handlers } from '../../../shared/contract/index.ts';
import type { ImportsService } from './imports.service.ts';

export function importsHandlers(imports: ImportsService): Handlers<'imports'> {
  return {
    pick: ({ what }) => imports.pick(what),
    offerDropped: ({ paths }) => imports.offerPaths(paths),
    volumes: () => imports.volumes(),
    openVolume: ({ volumeId }) => imports.openVolume(volumeId),
    sampleLesson: () => imports.sampleLesson(),
    start: (input) => imports.start(input),
  };
}
