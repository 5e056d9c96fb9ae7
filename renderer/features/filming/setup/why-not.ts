import type { FilmingRoom } from '../../../../shared/contract/filming.ts';
import type { ClassGroup } from '../../../../shared/contract/privacy.ts';

export interface Readiness {
  readonly title: string;
  readonly hasDevice: boolean;
  readonly group: ClassGroup | null;
  /** The list of who stays out of the picture was ticked. */
  readonly policySeen: boolean;
  readonly room: FilmingRoom | undefined;
}

export type WhyNot = 'title' | 'devices' | 'policy' | 'room';

/** What still holds up the filming, the first thing first; null when it can start. */
export function whyNot({ title, hasDevice, group, policySeen, room }: Readiness): WhyNot | null {
  if (!hasDevice) return 'devices';
  if (title.trim() === '') return 'title';
  if (group && group.doNotFilm.length > 0 && !policySeen) return 'policy';
  return room?.verdict === 'refuse' || room?.verdict === 'stop' ? 'room' : null;
}
