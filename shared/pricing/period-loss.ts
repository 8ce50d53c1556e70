import {
  type ActuarialResult,
  type LossCache,
  needsMorePoints,
  type ProgrammeGrid,
  type ProgrammeLoss,
  programmeLoss,
} from '../actuarial/index.ts';
import { formatSignificant } from '../domain/format-number.ts';
import { unbittenMomentsOf } from '../domain/model-rules.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { failed, type Result, success } from '../domain/result.ts';
import { cannotPrice } from './cannot-price.ts';
import { eventsOf, kappaOf, type RatingBasis, rateFrequency } from './frequency.ts';
import { latticeGrid } from './lattice-grid.ts';
import { lossFault } from './loss-fault.ts';
import { type PartEvent, partEvent } from './part-event.ts';
import type { PricedTerms } from './priced-terms.ts';
import { pricingFault } from './pricing-fault.ts';

/** The loss of the period of a quote: the engine's, with the rated events it was made from, part by part. */
export interface PeriodLoss extends ProgrammeLoss {
  readonly gridName: 'draft' | 'full';
  readonly kappa: number;
  readonly events: readonly PartEvent[];
}

/**
 * The loss of the period before any premium: every part rated, and the programme of them under their own aggregate
 * terms and the policy's (rating algorithm, sections 2 to 5). Fails with `not-ready` on a model that is unfit to price
 * with and on counts too high for the engine to compound, naming the field of the model. Levels, periods and
 * distortions of the model are then valid for the engine.
 */
export function periodLoss({
  terms,
  basis,
  gridName,
  cache,
  model,
}: {
  readonly terms: PricedTerms;
  readonly basis: RatingBasis;
  readonly gridName: 'draft' | 'full';
  readonly cache: LossCache;
  readonly model: RatingModel;
}): Result<PeriodLoss> {
  const unfit = pricingFault(model);
  if (unfit !== null)
    return failed('not-ready', `The rating model cannot price: ${unfit.path}: ${unfit.message}.`, unfit.path);
  const kappa = kappaOf(basis.severityScore, model);
  const events: PartEvent[] = [];
  for (const part of terms.modelled) {
    const event = partEvent(part, rateFrequency({ part, basis, days: terms.days, model }), kappa);
    if (!event.ok) return event;
    events.push(event.value);
  }
  const policyTerms =
    terms.policyLimit === null ? null : { retention: terms.policyRetention, limit: terms.policyLimit };
  const unbittenMoments = unbittenMomentsOf(model);
  const loss = fineEnough(
    (grid) => programmeLoss({ parts: events, policyTerms, unbittenMoments }, grid, cache),
    latticeGrid(gridName, model),
    gridName === 'draft',
  );
  if (!loss.ok) return notFormed(events, loss.failure.parameter, loss.failure.domain);
  const made = { ...loss.value, gridName, kappa, events };
  return lossFault(loss.value, events) ?? success(made);
}

/** How many times the points of a grid a corner gets that they are too few for. */
const FINER = 4;

/** The loss on the grid or, where its mean would fail its check for want of points, on a finer one that the engine takes. */
function fineEnough(
  on: (grid: ProgrammeGrid) => ActuarialResult<ProgrammeLoss>,
  grid: ProgrammeGrid,
  isDraft: boolean,
): ActuarialResult<ProgrammeLoss> {
  const loss = on(grid);
  if (!loss.ok || !needsMorePoints(loss.value, isDraft)) return loss;
  const { partPoints, policyPoints } = grid;
  const finer = on({ ...grid, partPoints: FINER * partPoints, policyPoints: FINER * policyPoints });
  return finer.ok ? finer : loss;
}

/** Translates the engine's refusal of a count that is too high into the part's field of the model. */
function notFormed(events: readonly PartEvent[], parameter: string, domain: string) {
  const part = events.find(({ label }) => parameter === `${label}: frequency`);
  if (part === undefined) return cannotPrice('This quote', `${parameter} must be ${domain}`, 'pricing');
  const { peril } = part.modelled;
  const why = `${formatSignificant(eventsOf(part.rated))} events in the period are too many for the engine to add up`;
  return cannotPrice(part.label, why, `pricing.perils.${peril.id}.baseFrequency`);
}
