import type { Offer } from '../../../shared/contract/imports.ts';

/** What is chosen before anyone chose; never what is here already or cannot come in. */
export function firstChoice({ kind, clips }: Offer): ReadonlySet<string> {
  const fresh = clips.filter(
    ({ refusal, alreadyImportedAs }) => refusal === null && alreadyImportedAs === null,
  );
  // Files were chosen one by one already. A card holds many lessons: there the person says which.
  return new Set(kind === 'files' || fresh.length <= 3 ? fresh.map(({ id }) => id) : []);
}

/** Room the chosen clips take in the library in bytes, with what is made beside them, in main's own proportion. */
export function bytesNeeded({ clips, neededBytes }: Offer, chosen: ReadonlySet<string>): number {
  const good = clips.filter(({ refusal }) => refusal === null);
  const sum = (some: typeof good): number => some.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  const all = sum(good);
  return all === 0 ? 0 : Math.round((sum(good.filter(({ id }) => chosen.has(id))) / all) * neededBytes);
}
