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

/**
 * The text as it stands in a field while one writes: each citation as a short sign in angle brackets instead of its id.
 * @param label what a citation is called, e.g. its time.
 */
export function foldCitations(text: string, label: (citation: Citation) => string): string {
  return parseCitations(text)
    .map((piece) => ('citation' in piece ? `⟨${label(piece.citation)}⟩` : piece.text))
    .join('');
}

/** Turns signs back into the citations they stood for; a sign that was never one stays as it is written. */
export function unfoldCitations(
  shown: string,
  known: readonly Citation[],
  label: (citation: Citation) => string,
): string {
  return shown.replaceAll(/⟨([^⟩]*)⟩/g, (sign, words: string) => {
    const meant = known.find((citation) => label(citation) === words);
    return meant ? formatCitation(meant) : sign;
  });
}
