// The source of these functions is sent to the browser: what they need has to be inside them.
/* oxlint-disable unicorn/consistent-function-scoping */
/** Turns a value into text and back, keeping what structured clone keeps. */
export interface CloneCodec {
  /** @param pack may take a value that cannot be cloned (a function) and name it. @throws DataCloneError */
  encode(value: unknown, pack?: (value: object) => unknown): string;
  /** @param unpack gives back what `pack` named. */
  decode(text: string, unpack?: (name: unknown) => unknown): unknown;
}

type Node = unknown[];
// In Chromium, not yet in the type library.
type PageBytes = Uint8Array<ArrayBuffer> & { toBase64(): string };
interface PageBytesMaker {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

/**
 * One codec for three worlds: main process, the preload's world and the page's own. Its source is sent to the
 * browser, so it may use nothing from outside itself.
 */
export function cloneCodec(): CloneCodec {
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = (value: unknown): never => {
    const what = typeof value === 'object' && value !== null ? `#<${tagOf(value)}>` : String(value);
    throw new DOMException(`${what} could not be cloned.`, 'DataCloneError');
  };
  // A page has methods for it, Node 24 its Buffer: a second of video each second must cost next to nothing.
  const toBase64 = (buffer: ArrayBuffer): string =>
    typeof Buffer === 'undefined'
      ? (new Uint8Array(buffer) as PageBytes).toBase64()
      : Buffer.from(buffer).toString('base64');
  const fromBase64 = (text: string): ArrayBuffer =>
    // A copy: a small Buffer is a view on memory that others share.
    typeof Buffer === 'undefined'
      ? (Uint8Array as unknown as PageBytesMaker).fromBase64(text).buffer
      : new Uint8Array(Buffer.from(text, 'base64')).buffer;

  const encode: CloneCodec['encode'] = (root, pack) => {
    const nodes: Node[] = [];
    const seen = new Map<unknown, number>();
    const pairs = (value: object): Node[] =>
      Object.entries(value).map(([key, item]) => [key, write(item)] as Node);
    const describe = (value: object): Node => {
      const packed = pack?.(value);
      if (packed !== undefined) return ['packed', packed];
      if (ArrayBuffer.isView(value))
        return [
          'view',
          tagOf(value),
          write(value.buffer),
          value.byteOffset,
          'length' in value ? value.length : value.byteLength,
        ];
      switch (tagOf(value)) {
        case 'Array':
          return ['array', (value as unknown[]).length, pairs(value)];
        case 'Object':
          return ['object', pairs(value)];
        case 'Date':
          return ['date', write((value as Date).getTime())];
        case 'RegExp':
          return ['regexp', (value as RegExp).source, (value as RegExp).flags];
        case 'Map':
          return [
            'map',
            [...(value as Map<unknown, unknown>)].map(([key, item]) => [write(key), write(item)]),
          ];
        case 'Set':
          return ['set', [...(value as Set<unknown>)].map((item) => write(item))];
        case 'ArrayBuffer':
          return ['buffer', toBase64(value as ArrayBuffer)];
        case 'Error':
          return ['error', (value as Error).name, (value as Error).message, (value as Error).stack ?? ''];
        case 'Boolean':
        case 'Number':
        case 'String':
          return ['boxed', write(value.valueOf())];
        default:
          return refuse(value);
      }
    };
    const write = (value: unknown): unknown => {
      if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['number', Object.is(value, -0) ? '-0' : String(value)];
      if (typeof value === 'symbol' || (typeof value === 'function' && !pack)) return refuse(value);
      const known = seen.get(value);
      if (known !== undefined) return ['ref', known];
      const index = nodes.push([]) - 1;
      seen.set(value, index);
      nodes[index] = describe(value as object);
      return ['ref', index];
    };
    const written = write(root);
    return JSON.stringify([written, nodes]);
  };

  const decode: CloneCodec['decode'] = (text, unpack) => {
    const [root, nodes] = JSON.parse(text) as [unknown, Node[]];
    const made = new Map<number, unknown>();
    const fill = (target: object, items: Node[]): void => {
      for (const [key, item] of items)
        // Defined, not assigned: a key «__proto__» is a key.
        Object.defineProperty(target, key as string, {
          value: read(item),
          configurable: true,
          enumerable: true,
          writable: true,
        });
    };
    const build = (index: number): unknown => {
      const [kind, first, second, third, fourth] = nodes[index] ?? [];
      const keep = <T>(value: T): T => {
        made.set(index, value);
        return value;
      };
      switch (kind) {
        case 'packed':
          return keep(unpack?.(first));
        case 'view': {
          const View = (globalThis as unknown as Record<string, new (...args: unknown[]) => unknown>)[
            first as string
          ];
          if (!View) throw new Error(`no ${String(first)} here`);
          return keep(new View(read(second), third, fourth));
        }
        case 'array': {
          const array = keep(Array.from({ length: 0 }));
          array.length = first as number;
          fill(array, second as Node[]);
          return array;
        }
        case 'object': {
          const object = keep({});
          fill(object, first as Node[]);
          return object;
        }
        case 'date':
          return keep(new Date(read(first) as number));
        case 'regexp':
          return keep(new RegExp(first as string, second as string));
        case 'map': {
          const map = keep(new Map());
          for (const [key, item] of first as Node[]) map.set(read(key), read(item));
          return map;
        }
        case 'set': {
          const set = keep(new Set());
          for (const item of first as unknown[]) set.add(read(item));
          return set;
        }
        case 'buffer':
          return keep(fromBase64(first as string));
        case 'error': {
          const error = new Error(second as string);
          error.name = first as string;
          error.stack = third as string;
          return keep(error);
        }
        default:
          return keep(Object(read(first)));
      }
    };
    const read = (value: unknown): unknown => {
      if (!Array.isArray(value)) return value;
      const [kind, item] = value as [string, unknown];
      if (kind === 'undefined') return undefined;
      if (kind === 'bigint') return BigInt(item as string);
      if (kind === 'number') return Number(item);
      const index = item as number;
      return made.has(index) ? made.get(index) : build(index);
    };
    return read(root);
  };

  return { encode, decode };
}

/**
 * A value as it crosses to another process: functions, symbols and host objects throw, a class instance arrives
 * as a plain object. The platform's own structuredClone decides; the codec writes its result down.
 */
export function encodeForIpc(codec: CloneCodec, value: unknown): string {
  return codec.encode(structuredClone(value));
}
