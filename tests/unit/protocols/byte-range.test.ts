import { describe, expect, it } from 'vitest';
import { byteRange } from '../../../electron/shell/protocols/byte-range.ts';

const size = 1000;
const whole = { status: 200, start: 0, end: 999 };

describe('a request for bytes', () => {
  it.each([
    ['bytes=0-', { status: 206, start: 0, end: 999 }],
    ['bytes=0-0', { status: 206, start: 0, end: 0 }],
    ['bytes=200-299', { status: 206, start: 200, end: 299 }],
    ['bytes=999-', { status: 206, start: 999, end: 999 }],
    ['bytes=500-99999999999999999999999', { status: 206, start: 500, end: 999 }],
    ['bytes=-1', { status: 206, start: 999, end: 999 }],
    ['bytes=-5000', { status: 206, start: 0, end: 999 }],
    ['Bytes = 1 - 2 ', { status: 206, start: 1, end: 2 }],
  ])('%s is answered with that part', (header, answer) => {
    expect(byteRange(header, size)).toEqual(answer);
  });

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=99999999999999999999999-', 'bytes=-0'])(
    '%s lies outside the file',
    (header) => {
      expect(byteRange(header, size)).toEqual({ status: 416 });
    },
  );

  it.each([
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-3',
    'bytes=0-1,5-6',
    'items=0-1',
    'bytes=a-b',
    'bytes=1.5-2',
    'bytes 0-1',
    'bytes=--1',
  ])('%s is answered with the whole file', (header) => {
    expect(byteRange(header, size)).toEqual(whole);
  });

  it('of an empty file can only be for the whole of it', () => {
    expect(byteRange(null, 0)).toEqual({ status: 200, start: 0, end: -1 });
    expect(byteRange('bytes=0-', 0)).toEqual({ status: 416 });
    expect(byteRange('bytes=-5', 0)).toEqual({ status: 416 });
  });
});
