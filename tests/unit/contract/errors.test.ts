import { readdirSync, readFileSync } from 'node:fs';
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

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/{{(\w+)}}/g)].map(([, key = '']) => key).toSorted();

/** What the source hands to a code: the keys written after `new AppError('<code>', {`. */
const handedTo = (code: string): string[] => {
  const folder = resolve(import.meta.dirname, '../../../electron');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const source = readFileSync(resolve(folder, name), 'utf8');
    const given = [...source.matchAll(new RegExp(`'${code}',\\s*{([^}]*)}`, 'g'))];
    return given.flatMap(([, keys = '']) => [...keys.matchAll(/(\w+)(?=\s*[:,]|\s*$)/g)].map(([key]) => key));
  });
};

describe('what is filled in into a sentence', () => {
  const nl = sentences('nl');
  const filled = Object.entries(nl).filter(([, sentence]) => sentence.includes('{{'));

  it('is the same in both languages', () => {
    const en = sentences('en');
    for (const [code, sentence] of Object.entries(nl))
      expect([code, placeholders(en[code] ?? '')]).toEqual([code, placeholders(sentence)]);
  });

  it.each(filled)('is handed over with the failure: %s', (code, sentence) => {
    const handed = handedTo(code);
    expect(placeholders(sentence).filter((key) => !handed.includes(key))).toEqual([]);
  });
});

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
