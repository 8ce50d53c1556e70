import { subjectGroupOf } from '../domain/model-rules.ts';
import type { PerilModel, RatingModel } from '../domain/rating-model.ts';
import { type Peril, PILLARS, type Pillar, type SubjectType } from '../domain/vocabulary.ts';
import { type DamageParameters, damageParameters, smallDamageParameters } from '../pricing/damage-law.ts';
import { scoreClampOf } from '../pricing/frequency.ts';
import type { PriceResult } from '../pricing/price-result.ts';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What the model gives for one priced part: with the figures of the price, it can be worked out again by hand. */
export interface PartModelFigures {
  readonly part: Peril;
  /** Slope of ln frequency for each 10 points of a pillar. */
  readonly slopes: Readonly<Record<Pillar, number>>;
  readonly scoreBounds: Bounds;
  /** Currency units; null where nothing moves with size. */
  readonly referenceValue: number | null;
  /** Power of the exposed value over the reference value in the frequency; 0 where size does not move it. */
  readonly elasticity: number;
  readonly priceOfRisk: number;
  /** Of large events at this exposed value; null where the model has no law. */
  readonly large: DamageParameters | null;
  /** ln(mean / (1 - mean)) or mu, as the model gives it: `at` plus `by` times ln(exposed / reference value); null: fixed. */
  readonly bySize: { readonly at: number; readonly by: number } | null;
  /** Null where every event is of the one law. */
  readonly small:
    | (Extract<DamageParameters, { readonly family: 'conditional-lognormal' }> & {
        /** Small events for each large one. */
        readonly share: number;
        /** Of the median: currency units, and at most this share of the value. */
        readonly median: number;
        readonly medianShareOfValue: number;
      })
    | null;
}

/** The figures of the rating model that a price rests on, as the worksheet prints them. */
export interface ModelFigures {
  readonly parts: readonly PartModelFigures[];
  readonly referenceScore: number;
  /** Null where size does not move frequency. */
  readonly sizeBounds: Bounds | null;
  /** Null where laws do not move with the value. */
  readonly valueBounds: Bounds | null;
  readonly experience: Bounds & {
    readonly heterogeneity: number;
    readonly yearsCap: number;
    readonly halfLifeYears: number;
    readonly cleanYears: number;
    /** Own losses are expected, and counted, from the lesser of the two; null: all are. */
    readonly counted: { readonly amount: number; readonly shareOfValue: number } | null;
  };
  readonly evidenceSlope: number;
  readonly containment: Bounds & {
    readonly slope: number;
    readonly reference: number;
    readonly factors: readonly string[];
  };
  readonly pillars: { readonly meanShare: number; readonly lowestShare: number };
}

/** The figures of the model that a price of a subject of a type rests on. Pure and total. */
export function modelFigures(
  price: Pick<PriceResult, 'parts'>,
  type: SubjectType,
  model: RatingModel,
): ModelFigures {
  const { pricing, aggregation, factors } = model;
  const { credibility, containment, frequency, score } = pricing;
  const perils = price.parts.flatMap(({ part, exposedValue }) => {
    const peril = pricing.perils.find(({ id }) => id === part);
    return peril === undefined ? [] : [{ peril, exposedValue }];
  });
  const clamped = perils.flatMap(({ peril: { damageRatio } }) =>
    damageRatio.family === 'by-size' ? [damageRatio.valueClamp] : [],
  )[0];
  const { expected } = credibility;
  return {
    parts: perils.map((of) => partFigures(of, type, model)),
    referenceScore: score.reference,
    sizeBounds: frequency.form === 'size-free' ? null : boundsOf(frequency.ratioClamp),
    valueBounds: clamped === undefined ? null : boundsOf(clamped),
    experience: {
      low: credibility.clampLow,
      high: credibility.clampHigh,
      heterogeneity: credibility.heterogeneity,
      yearsCap: credibility.yearsCap,
      halfLifeYears: credibility.halfLifeYears,
      cleanYears: credibility.cleanLookbackYears,
      counted:
        expected.form === 'all-events'
          ? null
          : { amount: expected.amount, shareOfValue: expected.shareOfValue },
    },
    evidenceSlope: pricing.evidence.slope,
    containment: {
      low: containment.clampLow,
      high: containment.clampHigh,
      slope: containment.slope,
      reference: containment.reference,
      factors: containment.factorIds.map((id) => factors.find((factor) => factor.id === id)?.label ?? id),
    },
    pillars: { meanShare: aggregation.meanShare, lowestShare: aggregation.lowestShare },
  };
}

const boundsOf = ([low, high]: readonly [number, number]): Bounds => ({ low, high });

function partFigures(
  { peril, exposedValue }: { readonly peril: PerilModel; readonly exposedValue: number },
  type: SubjectType,
  model: RatingModel,
): PartModelFigures {
  const { frequency } = model.pricing;
  const group = subjectGroupOf(type, model);
  const law = peril.damageRatio.family === 'by-size' ? peril.damageRatio[group] : null;
  const small = peril.smallEvents[group];
  const smallLaw = smallDamageParameters(peril, group, exposedValue);
  const { low, high } = scoreClampOf(peril, model);
  return {
    part: peril.id,
    slopes: Object.fromEntries(PILLARS.map((pillar) => [pillar, peril.beta[pillar]])) as Record<
      Pillar,
      number
    >,
    scoreBounds: { low, high },
    referenceValue: peril.referenceValue ?? null,
    elasticity: frequency.form === 'size-free' ? 0 : frequency.elasticity[group].value,
    priceOfRisk: peril.priceOfRisk,
    large: damageParameters(peril, group, exposedValue),
    bySize: law === null ? null : { at: law.a, by: law.b },
    small:
      small === null || smallLaw === null
        ? null
        : {
            ...smallLaw,
            share: small.share,
            median: small.median,
            medianShareOfValue: small.medianShareOfValue,
          },
  };
}
