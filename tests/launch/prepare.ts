import { build } from './build.ts';
import { setUpMachine } from './setup-machine.ts';

/** Machine and build made ready, as every way of starting the app needs. */
export async function prepare(purpose: 'start' | 'test' = 'start'): Promise<void> {
  await setUpMachine(purpose);
  await build();
}
