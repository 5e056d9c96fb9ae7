import { describe, expect, it } from 'vitest';
import { cloneCodec, encodeForIpc } from '../../stand-in/page/clone.ts';

const codec = cloneCodec();
const cross = (value: unknown): unknown => codec.decode(encodeForIpc(codec, value));

describe('a value that crosses between page and main process', () => {
  it('keeps what JSON would lose', () => {
    const value = {
      nothing: undefined,
      when: new Date(7),
      map: new Map<unknown, unknown>([[1, { a: undefined }]]),
      set: new Set(['x']),
      numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY],
      big: 10n,
      pattern: /é+/giu,
      gap: [1, , 3], // oxlint-disable-line no-sparse-arrays
    };
    expect(cross(value)).toStrictEqual(value);
  });

  it('keeps bytes and the part of them that a view shows', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
    const part = new Uint16Array(bytes.buffer, 2, 5);
    const [whole, view] = cross([bytes, part]) as [Uint8Array, Uint16Array];
    expect(whole).toStrictEqual(bytes);
    expect(view).toStrictEqual(part);
    expect(view.buffer).toBe(whole.buffer);
  });

  it('keeps circles, and one thing named twice stays one', () => {
    const one: { self?: unknown } = {};
    one.self = one;
    const [a, b] = cross([one, one]) as { self: unknown }[];
    expect(a).toBe(b);
    expect(a?.self).toBe(a);
  });

  it('keeps a key called __proto__ a key', () => {
    const value: unknown = JSON.parse('{"__proto__":{"admin":true}}');
    const back = cross(value) as object;
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it.each([
    ['a function', () => 1],
    ['a function deep inside', { a: [{ b: () => 1 }] }],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve(1)],
    ['a file', new Blob(['x'])],
  ])('refuses %s', (_name, value) => {
    expect(() => cross(value)).toThrow(/could not be cloned/);
  });
});
