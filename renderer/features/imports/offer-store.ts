import { create } from 'zustand';
import type { Offer } from '../../../shared/contract/imports.ts';

interface BringingIn {
  readonly offer: Offer | null;
  /** Looking what is on the card or in the files. */
  readonly reading: boolean;
  readonly error: unknown;
  /** The work that was started from this screen. */
  readonly jobIds: readonly string[];
}

const nothing: BringingIn = { offer: null, reading: false, error: null, jobIds: [] };

/** Where bringing in stands; kept here so that one can walk away and come back. */
export const useBringingIn = create<BringingIn>(() => nothing);

/** Shows what is offered once it has been looked at; null when the person closed the picker. */
export async function takeOffer(offering: Promise<Offer | null>): Promise<void> {
  useBringingIn.setState({ reading: true, error: null });
  try {
    const offer = await offering;
    useBringingIn.setState(offer ? { ...nothing, offer } : { reading: false });
  } catch (error) {
    useBringingIn.setState({ ...nothing, error });
  }
}

export function showStarted(jobIds: readonly string[]): void {
  useBringingIn.setState({ ...nothing, jobIds });
}

export function beginAgain(): void {
  useBringingIn.setState(nothing);
}
