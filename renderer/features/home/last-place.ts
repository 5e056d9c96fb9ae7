export interface LastPlace {
  readonly kind: 'recordings' | 'cases';
  readonly id: string;
}

/** Where someone was last, as the frame keeps it; null on a new laptop. */
export function lastPlace(storage: Pick<Storage, 'getItem'> = localStorage): LastPlace | null {
  const [, kind, id] = /^\/(recordings|cases)\/([^/]+)$/.exec(storage.getItem('drieluik.last') ?? '') ?? [];
  return id !== undefined && (kind === 'recordings' || kind === 'cases') ? { kind, id } : null;
}
