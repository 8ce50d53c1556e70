/** The groups of rules by which two rating models can differ, in the order in which a move from one to the other tells them. */
export const MODEL_CHANGES = [
  'scoring',
  'large-losses',
  'small-losses',
  'base-rates',
  'size',
  'scores-in-price',
  'own-experience',
  'risk-load',
  'rest',
] as const;
export type ModelChangeId = (typeof MODEL_CHANGES)[number];
