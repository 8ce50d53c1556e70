import type { RatingModel } from '../domain/rating-model.ts';
import { firstDay } from '../domain/unknown-day.ts';
import type { IncidentWorking } from '../scoring/score-result.ts';

/** Whether two may have been on one day, of which the first is no repeat: each may then have been before the other. */
const mayBeOfOneDay = (one: IncidentWorking, other: IncidentWorking): boolean =>
  firstDay(one) <= other.date && firstDay(other) <= one.date;

/**
 * How much each material incident weighs in the own experience (rating algorithm, section 2.1): its weight of the incident
 * model, or, without the fix and on one half-life, `0.5^(age / H)` times recency, repeat and boundary. There, of several
 * of one cause on one day that no earlier day makes a repeat, the one that counts least is none, whatever their order.
 */
export function experienceWeights(
  material: readonly IncidentWorking[],
  model: RatingModel,
): readonly number[] {
  const { weight } = model.pricing.credibility;
  const { repeatMultiplier, sameDay } = model.incidentModel;
  if (weight.form === 'fix-and-recency') return material.map((i) => i.weight);
  const once = material.map((i) => 0.5 ** (i.ageYears / weight.halfLifeYears) * i.recency * i.boundary);
  const isRepeat = material.map((incident, i) => {
    if (sameDay === 'as-listed') return incident.isRepeat;
    const ofDay = material.flatMap((other, j) =>
      other.cause === incident.cause && mayBeOfOneDay(other, incident) ? [j] : [],
    );
    if (ofDay.every((j) => material[j]!.isRepeat)) return true;
    const counted = (j: number) => material[j]!.countShare * once[j]!;
    return i !== ofDay.reduce((least, j) => (counted(j) < counted(least) ? j : least));
  });
  return once.map((one, i) => (isRepeat[i] === true ? one * repeatMultiplier : one));
}
