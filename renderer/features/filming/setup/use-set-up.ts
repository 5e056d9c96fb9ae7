import { useState } from 'react';
import type { FilmingSetup } from '../../../../shared/contract/filming.ts';
import { useAction, useCall } from '../../../api/queries.ts';

export interface SetUp {
  /** As remembered, with what was changed just now; undefined until it is known. */
  readonly setup: FilmingSetup | undefined;
  readonly error: unknown;
  /** Counts at once and is remembered. */
  readonly keep: (change: Partial<FilmingSetup>) => void;
}

/** How this laptop is set up for filming. */
export function useSetUp(): SetUp {
  const { data, error } = useCall('filming', 'setup', {});
  const remember = useAction('filming', 'keepSetup');
  const [changes, setChanges] = useState<Partial<FilmingSetup>>({});
  return {
    setup: data && { ...data, ...changes },
    error: error ?? remember.error ?? null,
    keep(change) {
      setChanges((old) => ({ ...old, ...change }));
      remember.mutate(change);
    },
  };
}
