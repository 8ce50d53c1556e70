import {
  betaDamage,
  conditionalLognormalDamage,
  damageRatioSeverity,
  expectValue,
  negativeBinomialByMean,
  occurrencePayment,
  type Programme,
  type ProgrammePart,
} from '#shared/actuarial/library/index.ts';

/** What a part of a test programme is made from, amounts in any unit. */
export interface PartInput {
  readonly damage:
    | { readonly a: number; readonly b: number }
    | { readonly mu: number; readonly sigma: number };
  readonly exposedValue: number;
  readonly kappa?: number;
  readonly retention: number;
  readonly limit: number;
  readonly share?: number;
  readonly mean: number;
  readonly cv2?: number;
  readonly aggregateRetention?: number;
  readonly aggregateLimit?: number;
  readonly isShared?: boolean;
}

export function partOf(input: PartInput, index = 0): ProgrammePart {
  const { damage, exposedValue, kappa = 1, retention, limit, share = 1, mean, cv2 = 0.6 } = input;
  const ratio = expectValue('a' in damage ? betaDamage(damage) : conditionalLognormalDamage(damage));
  const severity = expectValue(damageRatioSeverity({ damage: ratio, exposedValue, kappa }));
  return {
    id: `part-${index}`,
    label: `Part ${index}`,
    payment: expectValue(occurrencePayment(severity, { retention, limit, coinsurance: share })),
    frequency: expectValue(negativeBinomialByMean({ mean, cv2 })),
    terms: { retention: input.aggregateRetention ?? 0, limit: input.aggregateLimit ?? limit },
    isShared: input.isShared ?? false,
    severityKey: [ratio.key, exposedValue, kappa].join(' '),
    frequencyKey: [mean, cv2].join(' '),
  };
}

/** Two shared crime parts under a policy limit and one beside, as a quote has them. */
export const EXAMPLE: readonly PartInput[] = [
  {
    damage: { a: 0.5, b: 0.75 },
    exposedValue: 120e6,
    retention: 1.25e6,
    limit: 25e6,
    mean: 0.031,
    isShared: true,
  },
  {
    damage: { mu: -2.29, sigma: 1.41 },
    exposedValue: 2e9,
    retention: 1.25e6,
    limit: 25e6,
    mean: 0.02,
    isShared: true,
  },
  { damage: { a: 0.5, b: 1.5 }, exposedValue: 900e6, retention: 0.6e6, limit: 60e6, mean: 0.05 },
];

export const programmeOf = (
  inputs: readonly PartInput[],
  policyTerms: Programme['policyTerms'] = { retention: 0, limit: 25e6 },
): Programme => ({
  parts: inputs.map(partOf),
  policyTerms: inputs.some((input) => input.isShared === true) ? policyTerms : null,
});
