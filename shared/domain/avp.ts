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
