import { z } from 'zod';
import { SUBJECT_TYPES } from './vocabulary.ts';

// Which rule of several holds is said by the model itself, under these fields. A model that lacks one has the rule that
// all models had before there was a choice: the default beside each.

const finite = z.number({ error: 'must be a finite number' });
const positive = finite.gt(0);
const share = finite.min(0).max(1);
const score = finite.min(0).max(100);

/** Where a figure comes from: L = incident library, J = judgement, S = named source. */
export const basis = z.strictObject({ mark: z.enum(['L', 'J', 'S']), note: z.string() });

export const SUBJECT_GROUPS = ['custodial', 'protocol'] as const;
/** The two groups of subject types that base rates and laws are given for. */
export type SubjectGroup = (typeof SUBJECT_GROUPS)[number];

const byGroup = <T extends z.ZodType>(value: T) => z.strictObject({ custodial: value, protocol: value });

/** Low and high end of a figure, the low one not above the high one. */
const range = z
  .tuple([positive, positive])
  .refine(([low, high]) => low <= high, { error: 'must not have a low end above its high end' });

/** The engine prices laws whose partial moments it can write down, and no others. */
const CLOSED = 'must be of a family whose moments have a closed form';

/** With a slope of so much or less, a larger value would lose less, in money. */
export const SLOPE_ABOVE = -1;
const slope = finite.gt(SLOPE_ABOVE, {
  error: `must be above ${SLOPE_ABOVE}, or a larger value would lose less`,
});

/**
 * The law of the damage ratio D of large events, moving with the exposed value V: z = ln(V / reference value).
 * `beta-by-size`: Beta(alpha, alpha exp(-(a + b z))), whose mean is logit^-1(a + b z); `lognormal-by-size`:
 * lognormal(a + b z, sigma) conditional on D <= 1.
 */
const sizeLaw = z.discriminatedUnion(
  'family',
  [
    z.strictObject({
      family: z.literal('beta-by-size'),
      a: finite,
      b: slope,
      alpha: positive,
      basis,
    }),
    z.strictObject({
      family: z.literal('lognormal-by-size'),
      a: finite,
      b: slope,
      sigma: positive,
      basis,
    }),
  ],
  { error: `${CLOSED}: beta-by-size or lognormal-by-size` },
);

/**
 * The law of a peril's damage ratio: one for all values, or one by group that moves with the value inside a clamp. A
 * group without a law cannot have a base rate.
 */
export const damageRatioSchema = z.discriminatedUnion(
  'family',
  [
    z.strictObject({ family: z.literal('beta'), a: positive, b: positive, basis }),
    z.strictObject({ family: z.literal('conditional-lognormal'), mu: finite, sigma: positive, basis }),
    z.strictObject({
      family: z.literal('by-size'),
      /** Values outside count as its ends. */
      valueClamp: range,
      custodial: sizeLaw.nullable(),
      protocol: sizeLaw.nullable(),
    }),
  ],
  { error: `${CLOSED}: beta, conditional-lognormal or by-size` },
);

/**
 * Small events beside the large ones, `share` of them for each large one: lognormal losses with median min(median,
 * medianShareOfValue V), conditional on at most V.
 */
const smallLaw = z.strictObject({
  share: finite.min(0, { error: 'must not be negative: it counts small events for each large one' }),
  median: positive,
  medianShareOfValue: share.gt(0),
  sigma: positive,
  basis,
});

/** What a peril of a model may say beyond its law: each left out by models before 2026.2. */
export const perilRules = {
  /** The value at which base rate and law are given; needed where either moves with size. */
  referenceValue: positive.optional(),
  /** Small events by group; null: every event is of the one law. */
  smallEvents: byGroup(smallLaw.nullable()).default({ custodial: null, protocol: null }),
  /** The score relativity's clamp where it is not that of all perils. */
  scoreClamp: z.strictObject({ low: positive, high: positive }).optional(),
  /**
   * Weight of the peril's variance in the risk load, outside the shared group. Below a half of the greatest, 1, the load
   * could fall while a variance rises.
   */
  priceOfRisk: finite
    .min(0.5, { error: 'must be at least 0.5, or the risk load could fall while a loss grows' })
    .max(1)
    .default(1),
};

/** How frequency moves with the exposed value V. */
export const frequencySchema = z
  .discriminatedUnion('form', [
    z.strictObject({ form: z.literal('size-free') }),
    /** times clamp(V / reference value, ends)^elasticity of the group. */
    z.strictObject({
      form: z.literal('power-of-value'),
      ratioClamp: range,
      elasticity: byGroup(z.strictObject({ value: finite.min(0, { error: 'must not be negative' }), basis })),
    }),
  ])
  .default({ form: 'size-free' });

/** What weighs an own loss, and from which size own losses are expected, in the own experience. */
export const experienceRules = {
  /** `fix-and-recency`: the weight of the incident model; `recency`: without the fix, on one half-life. */
  weight: z
    .discriminatedUnion('form', [
      z.strictObject({ form: z.literal('fix-and-recency') }),
      z.strictObject({ form: z.literal('recency'), halfLifeYears: positive }),
    ])
    .default({ form: 'fix-and-recency' }),
  /** `all-events`, or those above the lesser of an amount and a share of the value, from which incidents are counted. */
  expected: z
    .discriminatedUnion('form', [
      z.strictObject({ form: z.literal('all-events') }),
      z.strictObject({ form: z.literal('above-threshold'), amount: positive, shareOfValue: share.gt(0) }),
    ])
    .default({ form: 'all-events' }),
};

/** What the risk load rests on, and how shares of a premium are made. */
export const riskLoadRules = {
  /**
   * `stand-alone`: the deviation of the policy, shared by each part's own; `covariance`: weighted by the price of each
   * part's risk, shared by what each part adds to the variance.
   */
  form: z.enum(['stand-alone', 'covariance']).default('stand-alone'),
  /** `none`, or the load of a period above a year times the root of its years. */
  longPeriods: z.enum(['none', 'root-of-years']).default('none'),
};

/** How the lines of a premium become cents. */
export const buildUpRules = {
  /** `doubles`: as before, where some products may fall a cent short; `exact`: each is rounded once, of the exact product. */
  products: z.enum(['doubles', 'exact']).default('doubles'),
};

/** Rules of terms that models differ in. */
export const termsRulesSchema = z
  .strictObject({
    /** `not-offered`, or X times min(1, limit / V) before the retention. */
    averageClause: z.enum(['not-offered', 'before-retention']),
    /** What a part can pay in the period: its aggregate limit, or at most what so many events can reach. */
    mostPayable: z.discriminatedUnion('form', [
      z.strictObject({ form: z.literal('aggregate-limit') }),
      z.strictObject({ form: z.literal('reach'), events: positive }),
    ]),
    /** In which order parts are added up: as they were entered, or as the model lists them, so that entry moves no cent. */
    partOrder: z.enum(['as-entered', 'by-model']).default('as-entered'),
  })
  .default({
    averageClause: 'not-offered',
    mostPayable: { form: 'aggregate-limit' },
    partOrder: 'as-entered',
  });

/** The group of a subject type, by which a model gives base rates, laws and what is at stake. */
export const subjectGroupOf = (
  type: string,
  { pricing }: { readonly pricing: { readonly groups: { readonly custodial: readonly string[] } } },
): SubjectGroup => (pricing.groups.custodial.includes(type) ? 'custodial' : 'protocol');

/** The value at which a peril's figures are given; 1 where nothing moves with size, which a model's check sees to. */
export const referenceValueOf = ({
  referenceValue,
}: {
  readonly referenceValue?: number | undefined;
}): number => referenceValue ?? 1;

/**
 * Moments of shared parts whose policy terms cannot bite: a model that says what parts can reach has them from the parts
 * (rating algorithm 2026.2, section 5), those before it from the lattice of the group.
 */
export const unbittenMomentsOf = ({
  pricing: { terms },
}: {
  readonly pricing: { readonly terms: z.infer<typeof termsRulesSchema> };
}): 'parts' | 'lattice' => (terms.mostPayable.form === 'reach' ? 'parts' : 'lattice');

/** Year effect of a group's count over a portfolio; it enters no single price. */
export const yearEffectSchema = z.strictObject({ coefficientOfVariation: positive, basis }).optional();

/** Rules of the incident model that models differ in. */
export const incidentRules = {
  /** How an incident at an affiliate counts in the frequency factor. */
  affiliatesInFrequency: z.enum(['in-full', 'by-boundary']).default('in-full'),
  /** Whose losses the caps of the pillar are about. */
  capsOf: z.enum(['unwhole-of-all', 'own']).default('unwhole-of-all'),
  /** Which of several losses of a cause on one day repeats: by the order listed, or so that the record is worst. */
  sameDay: z.enum(['as-listed', 'least-favourable']).default('as-listed'),
  /**
   * What an unknown field of an incident counts as: the loss at least an amount and a share of the assets, the least
   * loss that is material at best. Null: the model has no rule, and such an incident cannot be judged.
   */
  unknownFields: z
    .strictObject({ loss: positive, shareOfAssets: share, leastLoss: positive })
    .nullable()
    .default(null),
};

/** The cap on the freshness of a review when other code runs than was reviewed. */
export const freshnessRules = {
  otherCode: z.strictObject({ factorId: z.string(), scoreBelow: score, cap: score }).nullable().default(null),
};

/** Columns of the type relativities; a row may leave out those that no peril of its group reads. */
export const RELATIVITY_GROUPS = [
  'keys',
  'crime-fidelity',
  'contracts',
  'specie-offline',
  'protocol',
  'protocol-econ',
  'slashing',
] as const;

export const relativitySchema = z.strictObject({
  type: z.enum(SUBJECT_TYPES),
  keys: positive,
  'crime-fidelity': positive,
  contracts: positive.nullable().default(null),
  'specie-offline': positive.nullable().default(null),
  protocol: positive.nullable().default(null),
  'protocol-econ': positive.nullable().default(null),
  slashing: positive.nullable().default(null),
  /** Where the figures of the row come from, by column. */
  basis: z.record(z.string(), basis).optional(),
});
