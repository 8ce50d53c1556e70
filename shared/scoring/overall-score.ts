import type { RatingModel } from '../domain/rating-model.ts';
import { type Grade, PILLARS, type Pillar } from '../domain/vocabulary.ts';
import { reaches } from './compare.ts';

export type ByPillar = Readonly<Record<Pillar, number>>;

export interface OverallScore {
  readonly weightedPillars: number;
  readonly lowestPillar: Pillar;
  readonly blended: number;
  readonly overall: number;
  readonly weakPillarCap: { readonly cap: number; readonly pillar: Pillar } | null;
}

/**
 * Overall score 0..100 from pillar scores and their shares (sum 1): a blend of the weighted mean with the lowest
 * pillar, capped when any pillar is weak. Source: factor catalogue, `aggregation`.
 */
export function overallScore(scores: ByPillar, shares: ByPillar, model: RatingModel): OverallScore {
  const { meanShare, lowestShare, weakPillarBelow, weakPillarCap } = model.aggregation;
  let weightedPillars = 0;
  let lowestPillar: Pillar = PILLARS[0];
  for (const pillar of PILLARS) {
    weightedPillars += shares[pillar] * scores[pillar];
    if (scores[pillar] < scores[lowestPillar]) lowestPillar = pillar;
  }
  const blended = meanShare * weightedPillars + lowestShare * scores[lowestPillar];
  const isWeak = !reaches(scores[lowestPillar], weakPillarBelow) && blended > weakPillarCap;
  return {
    weightedPillars,
    lowestPillar,
    blended,
    overall: isWeak ? weakPillarCap : blended,
    weakPillarCap: isWeak ? { cap: weakPillarCap, pillar: lowestPillar } : null,
  };
}

/** The band of an unrounded overall score, its lower edge included. */
export function gradeBand(overall: number, model: RatingModel): RatingModel['gradeBands'][number] {
  const band = model.gradeBands.find((b) => reaches(overall, b.minimumScore)) ?? model.gradeBands.at(-1);
  if (band === undefined) throw new Error('the rating model has no grade bands');
  return band;
}

/** The grade of an unrounded overall score. */
export const gradeOf = (overall: number, model: RatingModel): Grade => gradeBand(overall, model).grade;
