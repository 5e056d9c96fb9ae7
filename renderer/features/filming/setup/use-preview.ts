import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaptureDevices } from '../capture/capture.ts';
import { createPreview, type Preview, type PreviewState } from './preview.ts';

/** What the chosen devices give, for as long as the screen is open. Null: it is not known yet what is chosen. */
export function usePreview(devices: CaptureDevices | null): PreviewState & { readonly desk: Preview } {
  const [desk] = useState(() => createPreview());
  useEffect(() => {
    if (devices) desk.want(devices);
  }, [desk, devices]);
  useEffect(() => () => desk.close(), [desk]);
  return { ...useStore(desk.store), desk };
}
