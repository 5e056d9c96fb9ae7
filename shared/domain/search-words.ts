/**
 * Turns what a person types into a full-text query. Every word must occur; the last one may still be being typed and
 * counts as a beginning. Words are quoted, so that no character of theirs is ever query syntax.
 * @returns null when there is nothing to look for.
 */
export function searchQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const open = /[\p{L}\p{N}]$/u.test(typed);
  return words.map((word, place) => `"${word}"${open && place === words.length - 1 ? '*' : ''}`).join(' ');
}
