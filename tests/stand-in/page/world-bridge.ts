// The source of these functions is sent to the browser: what they need has to be inside them.
/* oxlint-disable unicorn/consistent-function-scoping */
import type { CloneCodec } from './clone.ts';

/** One side of the bridge between the preload's world and the page's own. */
export interface WorldBridge {
  /** Hands a value to the other world: values are copied, functions and promises work across. */
  give(name: string, value: unknown): void;
  onGiven(listener: (name: string, value: unknown) => void): void;
}

type Fn = (...args: unknown[]) => unknown;
/** What crosses as it is: the browser copies it faster than any text could. */
type Native = Blob | ArrayBuffer;
interface Detail {
  readonly text: string;
  readonly natives: readonly Native[];
}

/**
 * Two worlds share the document and nothing else: they speak through events of a name that is drawn per window and
 * never leaves these closures. Events are synchronous, so a call across answers at once, as contextBridge does.
 * Its source is sent to the browser: it may use nothing from outside itself.
 * @param side `a` or `b`: each listens where the other speaks.
 */
export function worldBridge(codec: CloneCodec, secret: string, side: 'a' | 'b'): WorldBridge {
  // Taken before any script of the page runs: what the page changes later changes nothing here.
  const dispatch = window.dispatchEvent.bind(window);
  const NewEvent = CustomEvent;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const apply = Reflect.apply;
  const functions: Fn[] = [];
  const idOf = new Map<Fn, number>();
  const promises = new Map<number, { done: (value: unknown) => void; fail: (error: unknown) => void }>();
  let lastPromise = 0;
  let given: (name: string, value: unknown) => void = () => undefined;
  let answer: unknown[] | undefined;

  const asError = (error: unknown): Error =>
    new Error(error instanceof Error ? error.message : String(error));

  const pack =
    (natives: Native[]) =>
    (value: object): unknown => {
      if (typeof value === 'function') {
        const fn = value as Fn;
        const id = idOf.get(fn) ?? functions.push(fn) - 1;
        idOf.set(fn, id);
        return { fn: id };
      }
      if (value instanceof Blob || value instanceof ArrayBuffer) return { native: natives.push(value) - 1 };
      if (!(value instanceof Promise)) return undefined;
      lastPromise += 1;
      const promise = `${side}${lastPromise}`;
      value
        .then((result: unknown) => speak(['settle', promise, true, result]))
        .catch((error: unknown) => speak(['settle', promise, false, asError(error)]));
      return { promise };
    };

  const unpack =
    (natives: readonly Native[]) =>
    (name: unknown): unknown => {
      const { fn, native, promise } = name as { fn?: number; native?: number; promise?: string };
      if (native !== undefined) return natives[native];
      if (promise !== undefined)
        return new Promise((done, fail) => promises.set(Number(promise.slice(1)), { done, fail }));
      return (...args: unknown[]): unknown => {
        speak(['call', fn, args]);
        const [ok, value] = answer ?? [false, new Error('the other world did not answer')];
        answer = undefined;
        if (!ok) throw value;
        return value;
      };
    };

  const speak = (message: unknown[]): void => {
    const natives: Native[] = [];
    const detail: Detail = { text: codec.encode(message, pack(natives)), natives };
    dispatch(new NewEvent(secret + side, { detail }));
  };

  const hear = ([kind, first, second, third]: unknown[]): void => {
    if (kind === 'give') given(first as string, second);
    else if (kind === 'answer') answer = [first, second];
    else if (kind === 'settle') {
      const id = Number((first as string).slice(1));
      promises.get(id)?.[second ? 'done' : 'fail'](third);
      promises.delete(id);
    } else {
      try {
        const fn = functions[first as number];
        if (!fn) throw new Error('no such function');
        speak(['answer', true, apply(fn, undefined, second as unknown[])]);
      } catch (error) {
        speak(['answer', false, asError(error)]);
      }
    }
  };

  window.addEventListener(
    secret + (side === 'a' ? 'b' : 'a'),
    (event) => {
      event.stopImmediatePropagation();
      const { text, natives } = (detailOf ? apply(detailOf, event, []) : undefined) as Detail;
      hear(codec.decode(text, unpack(natives)) as unknown[]);
    },
    true,
  );

  return {
    give: (name, value) => speak(['give', name, value]),
    onGiven: (listener) => {
      given = listener;
    },
  };
}
