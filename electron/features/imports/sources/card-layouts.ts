import type { SourceKind } from './scan-sources.ts';

/**
 * Where cameras keep their clips, most telling first: an AVCHD or XAVC card also has a DCIM folder, for its photos.
 * Sources: AVCHD 2.0 (BDMV/STREAM), Sony XAVC S (M4ROOT/CLIP), JVC Everio (SD_VIDEO/PRG…), DCF 2.0 (DCIM).
 */
export const cardLayouts: readonly { readonly kind: SourceKind; readonly folders: readonly string[] }[] = [
  { kind: 'avchd', folders: ['PRIVATE/AVCHD/BDMV/STREAM', 'AVCHD/BDMV/STREAM', 'BDMV/STREAM'] },
  { kind: 'xavc', folders: ['PRIVATE/M4ROOT/CLIP', 'M4ROOT/CLIP'] },
  { kind: 'jvc', folders: ['SD_VIDEO'] },
  { kind: 'dcim', folders: ['DCIM'] },
];
