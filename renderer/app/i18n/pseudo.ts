import type { PostProcessorModule } from 'i18next';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  I: 'Ï',
  O: 'Ö',
  U: 'Ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
};

/** Words as they would be in a longer, stranger language: what stays plain or gets cut off was not made for it. */
export function pseudo(words: string): string {
  const strange = [...words].map((letter) => accented[letter] ?? letter).join('');
  return `[${strange}${'·'.repeat(Math.ceil(words.length * 0.3))}]`;
}

export const pseudoTranslated: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value) => pseudo(value),
};
