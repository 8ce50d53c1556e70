/** The order in which the terms are applied to a loss, on screen and paper alike (rating algorithm, section 4). */
export const ORDER_OF_APPLICATION: readonly string[] = [
  'the loss of one event',
  'the average clause, where one is chosen',
  'the retention each event',
  'the limit each event',
  'the insured’s coinsurance of what is left',
  'the aggregate retention of the part',
  'the aggregate limit of the part',
  'the retention and then the limit of the policy, over the parts that share them',
];

/** The same as one sentence; what the insured keeps of a loss is a `deductible` on papers for a broker. */
export const orderSentence = (kept: 'retention' | 'deductible' = 'retention'): string => {
  const steps = ORDER_OF_APPLICATION.map((step) => step.replaceAll('retention', kept));
  return `Terms are applied in this order: ${steps.slice(0, -1).join(', ')}, ${steps.at(-1)}.`;
};
