import { useEffect, useState } from 'react';
import type { CaptureFormat } from '../capture/capture.ts';
import { formatFor } from '../capture/the-capture.ts';

interface KnownFormat {
  readonly format: CaptureFormat | null;
  /** A CaptureError where nothing safe can be written. */
  readonly error: unknown;
}

const unknown: KnownFormat = { format: null, error: null };

/** What would be written of this stream; empty until it is known. */
export function useFormat(stream: MediaStream | null): KnownFormat {
  const [known, setKnown] = useState<KnownFormat & { readonly of: MediaStream | null }>({
    ...unknown,
    of: null,
  });
  useEffect(() => {
    if (!stream) return undefined;
    let isOver = false;
    const tell = (answer: KnownFormat): void => {
      if (!isOver) setKnown({ ...answer, of: stream });
    };
    formatFor(stream).then(
      (format) => tell({ format, error: null }),
      (error: unknown) => tell({ format: null, error }),
    );
    return () => {
      isOver = true;
    };
  }, [stream]);
  return known.of === stream ? known : unknown;
}
