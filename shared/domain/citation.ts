/**
 * A place in a fragment cited in running text: `[[<fragment id>@<ms>]]`, where ms is recording time. Kept as plain
 * characters, so that a plan stays readable text wherever it goes.
 */
export interface Citation {
  readonly fragmentId: string;
  readonly atMs: number;
}

export type CitedText = { readonly text: string } | { readonly citation: Citation; readonly source: string };

const pattern = /\[\[([0-9a-f-]{36})@(\d{1,9})\]\]/g;

/** How a citation is written into text. */
export function formatCitation({ fragmentId, atMs }: Citation): string {
  return `[[${fragmentId}@${Math.round(atMs)}]]`;
}

/** Cuts text into plain pieces and citations, in order; nothing is lost: the sources joined are the text. */
export function parseCitations(text: string): CitedText[] {
  const pieces: CitedText[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    const [source, fragmentId = '', atMs = ''] = match;
    pieces.push({ citation: { fragmentId, atMs: Number(atMs) }, source });
    from = match.index + source.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The text as it is searched and read aloud: citations left out. */
export function withoutCitations(text: string): string {
  return text.replaceAll(pattern, ' ').replaceAll(/\s+/g, ' ').trim();
}
