import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorCodes } from '../../../shared/contract/errors.ts';

const sentences = (language: string): Record<string, string> =>
  z
    .record(z.string(), z.string())
    .parse(
      JSON.parse(
        readFileSync(
          resolve(import.meta.dirname, `../../../resources/locales/${language}/errors.json`),
          'utf8',
        ),
      ),
    );

describe.each(['nl', 'en'])('errors in %s', (language) => {
  it('has a sentence for every code, and for nothing else', () => {
    expect(Object.keys(sentences(language)).sort()).toEqual([...errorCodes].sort());
  });

  it('says more than what happened: each has at least two sentences', () => {
    const short = Object.entries(sentences(language)).filter(
      ([, sentence]) => sentence.split(/[.!?:](?:\s|$)/).length < 3,
    );
    expect(short.map(([code]) => code)).toEqual([]);
  });
});
