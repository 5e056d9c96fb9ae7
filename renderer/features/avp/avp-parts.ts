import type { AvpFieldId } from '../../../shared/domain/avp.ts';

/** The parts of the plan in the order of the guide; steps and mark stand between the first two. */
export const avpParts: readonly {
  readonly id: 'before' | 'after' | 'meeting';
  readonly fields: readonly AvpFieldId[];
}[] = [
  { id: 'before', fields: ['situation', 'goal', 'satisfied-when', 'what-comes-before', 'realistic'] },
  { id: 'after', fields: ['done', 'happened', 'still-want'] },
  { id: 'meeting', fields: ['own-part', 'each-others-part'] },
];

export type GuideStop = AvpFieldId | 'steps' | 'marks';

/** One thing at a time: every field, with the steps and the mark where they belong. */
export const guideStops: readonly GuideStop[] = [
  ...(avpParts[0]?.fields ?? []),
  'steps',
  'marks',
  ...(avpParts[1]?.fields ?? []),
  ...(avpParts[2]?.fields ?? []),
];
