/** More words than this narrow nothing further down, and each costs a walk through the index. */
const mostWords = 16;

/**
 * Turns what a person types into a full-text query. Every word must occur; the last one may still be being typed and
 * counts as a beginning. Words are quoted, so that no character of theirs is ever query syntax.
 * @returns null when there is nothing to look for.
 */
export function searchQuery(typed: string): string | null {
  // One character for a letter with its accent: a name of a file from a Mac has them apart.
  const composed = typed.normalize('NFC');
  const words = composed.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, mostWords) ?? [];
  if (words.length === 0) return null;
  const open = /[\p{L}\p{N}\p{M}]$/u.test(composed);
  return words.map((word, place) => `"${word}"${open && place === words.length - 1 ? '*' : ''}`).join(' ');
}
