/** What a request for bytes asks of a file of `size` bytes; ends are included. */
export type ByteAnswer =
  | { readonly status: 200; readonly start: 0; readonly end: number }
  | { readonly status: 206; readonly start: number; readonly end: number }
  | { readonly status: 416 };

/**
 * Reads a `Range` header as RFC 9110 §14 has it: one range is answered with 206 or 416; a header we do not
 * understand, another unit, or several ranges are answered with the whole file, which the RFC allows.
 */
export function byteRange(header: string | null, size: number): ByteAnswer {
  const whole: ByteAnswer = { status: 200, start: 0, end: size - 1 };
  const match = header === null ? null : /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header);
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return whole;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { status: 416 } : { status: 206, start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return whole;
  return start >= size ? { status: 416 } : { status: 206, start, end };
}
