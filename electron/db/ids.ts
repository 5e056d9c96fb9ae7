import { v7 } from 'uuid';

/** A new id. UUIDv7: ids sort by the moment they were made, so tables stay in order of time. */
export function newId(): string {
  return v7();
}
