import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { callChannel, type Answer } from '../../shared/contract/channels.ts';
import { contract, type Handlers, type Noun } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Procedure } from '../../shared/contract/procedure.ts';
import { reportFailure } from './report.ts';

export type AllHandlers = { readonly [N in Noun]: Handlers<N> };
type AnyHandler = (input: unknown) => unknown;

/**
 * Puts every handler of the contract behind the one channel. Each call: sender checked, input parsed, answer
 * parsed, failure turned into a code. The only importer of `ipcMain`.
 */
export function registerCalls(
  handlers: () => Promise<AllHandlers>,
  isOurPage: (event: IpcMainInvokeEvent) => boolean,
): void {
  ipcMain.handle(callChannel, async (event, channel: unknown, input: unknown): Promise<Answer> => {
    try {
      if (!isOurPage(event)) throw new AppError('foreign-sender');
      return { ok: true, data: await answer(await handlers(), channel, input) };
    } catch (error) {
      return {
        ok: false,
        error: reportFailure(error, typeof channel === 'string' ? channel : 'not-a-channel'),
      };
    }
  });
}

/** Finds, checks and runs one call. Exported for tests and the demo, which call without a window. */
export async function answer(handlers: AllHandlers, channel: unknown, input: unknown): Promise<unknown> {
  const { schema, handler } = find(handlers, channel);
  const parsed = schema.input.safeParse(input);
  if (!parsed.success)
    throw new AppError('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return schema.output.parse(await handler(parsed.data));
}

function find(handlers: AllHandlers, channel: unknown): { schema: Procedure; handler: AnyHandler } {
  const [noun, name, ...rest] = typeof channel === 'string' ? channel.split('.') : [];
  // Own properties only: 'constructor' or '__proto__' must not reach anything.
  if (!noun || !name || rest.length > 0 || !Object.hasOwn(contract, noun)) throw new AppError('unknown-call');
  const schemas: Readonly<Record<string, Procedure>> = contract[noun as Noun];
  if (!Object.hasOwn(schemas, name)) throw new AppError('unknown-call');
  const ofNoun = handlers[noun as Noun] as unknown as Readonly<Record<string, AnyHandler>>;
  const schema = schemas[name];
  const handler = ofNoun[name];
  if (!schema || !handler) throw new AppError('unknown-call');
  return { schema, handler };
}
