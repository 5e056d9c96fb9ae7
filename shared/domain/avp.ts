/**
 * The ActieVerbeterPlan, built from the parts that `domain` names (the original form is reproduced nowhere).
 * Order is the order of the guide. A change of this list is a new template version; what was filled in under an
 * older version stays as it was.
 */
export const avpTemplateVersion = 1;

export const avpFieldIds = [
  'situation',
  'goal',
  'satisfied-when',
  'what-comes-before',
  'realistic',
  'done',
  'happened',
  'still-want',
  'own-part',
  'each-others-part',
] as const;

export type AvpFieldId = (typeof avpFieldIds)[number];

/** Texts saved while typing on are one thought. */
const oneThoughtMs = 30_000;
/** Characters that may go without a trace: a word retyped, not a sentence. */
const slip = 12;

/**
 * Whether the text before is kept as a revision when a field is saved. Typing on is not; but a text that is cleared, or
 * that loses more than a slip, is, however soon: the plan saves by itself, so nobody chose to give that text up.
 * @param sinceMs how long ago the text before was saved.
 */
export function keepsRevision(before: string, after: string, sinceMs: number): boolean {
  if (before.trim() === '' || before === after) return false;
  if (sinceMs > oneThoughtMs || after.trim() === '') return true;
  return before.length - sharedEnds(before, after) >= slip;
}

/** How many characters two texts have in common at their begin and end together. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < most && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return begin + end;
}
