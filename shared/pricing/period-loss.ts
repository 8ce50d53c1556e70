import { commonStep, type DiscreteLaw, expectValue, latticeValues } from '../actuarial/index.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { addLosses } from './add-losses.ts';
import { kappaOf, type RatingBasis, rateFrequency } from './frequency.ts';
import type { LossCache } from './loss-cache.ts';
import { partEvent } from './part-event.ts';
import { type LossGrid, lossGrid, type PartLoss, partLoss } from './part-loss.ts';
import type { PricedTerms } from './priced-terms.ts';
import { type GroupLoss, sharedLoss } from './shared-loss.ts';

/** The loss of the period of a quote, group by group. Mean and sd are exact sums over independent groups. */
export interface PeriodLoss {
  readonly grid: LossGrid;
  readonly kappa: number;
  readonly parts: readonly PartLoss[];
  readonly shared: GroupLoss | null;
  readonly mean: number;
  readonly sd: number;
  /** The same on coarser lattices, beside a full run: what extrapolation and certificate compare with. */
  readonly coarser: PeriodLoss | null;
}

interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Mean and variance extrapolated from two lattices: mean-preserving discretisation errs by a multiple of the step
 * squared (methods note, section 3), so with `ratio` times the points the error of the finer is 1 / (ratio^2 - 1) of
 * the difference. The sd of the standard deviation principle is in every cent of the premium.
 */
function extrapolated<T extends Spread>(fine: T, coarse: Spread, ratio: number): T {
  const weight = 1 / (ratio * ratio - 1);
  const limit = (atFine: number, atCoarse: number) => atFine + (atFine - atCoarse) * weight;
  const variance = limit(fine.sd * fine.sd, coarse.sd * coarse.sd);
  return { ...fine, mean: limit(fine.mean, coarse.mean), sd: Math.sqrt(Math.max(0, variance)) };
}

function assembled(
  grid: LossGrid,
  kappa: number,
  parts: readonly PartLoss[],
  shared: GroupLoss | null,
  coarser: PeriodLoss | null,
): PeriodLoss {
  const groups: readonly Spread[] = [
    ...(shared === null ? [] : [shared]),
    ...parts.filter((p) => !p.part.isShared),
  ];
  return {
    grid,
    kappa,
    parts,
    shared,
    mean: groups.reduce((sum, g) => sum + g.mean, 0),
    sd: Math.sqrt(groups.reduce((sum, g) => sum + g.sd * g.sd, 0)),
    coarser,
  };
}

/**
 * The loss of the period before any premium: every part rated, discretised, compounded and capped, the shared parts
 * added and put under the policy's aggregate terms (rating algorithm, sections 2 to 5). On the full grid
 * a coarser one is run beside it, and means and standard deviations are extrapolated from both.
 */
export function periodLoss(
  terms: PricedTerms,
  basis: RatingBasis,
  gridName: 'draft' | 'full',
  cache: LossCache,
  model: RatingModel,
): PeriodLoss {
  const kappa = kappaOf(basis.severityScore, model);
  const events = terms.modelled.map((part) =>
    partEvent(part, rateFrequency(part, basis, terms.days, model), kappa),
  );
  const on = (grid: LossGrid, finer: readonly PartLoss[] | null) => {
    const parts = events.map((event, i) => partLoss(event, grid, finer?.[i]?.severity ?? null, cache));
    return { parts, shared: sharedLoss(parts, terms, grid) };
  };
  const draftGrid = lossGrid('draft', model);
  if (gridName === 'draft') {
    const { parts, shared } = on(draftGrid, null);
    return assembled(draftGrid, kappa, parts, shared, null);
  }
  const fullGrid = lossGrid('full', model);
  const full = on(fullGrid, null);
  // Both lattices coarser by one ratio: the difference is then of one order in the step, and may be extrapolated.
  const ratio = fullGrid.partPoints / draftGrid.partPoints;
  const coarseGrid = { ...draftGrid, policyPoints: Math.ceil(fullGrid.policyPoints / ratio) };
  const coarse = on(coarseGrid, full.parts);
  const coarser = assembled(coarseGrid, kappa, coarse.parts, coarse.shared, null);
  const parts = full.parts.map((p, i) => extrapolated(p, coarse.parts[i]!, ratio));
  const shared =
    full.shared === null || coarse.shared === null ? null : extrapolated(full.shared, coarse.shared, ratio);
  return assembled(fullGrid, kappa, parts, shared, coarser);
}

/** The law of the whole loss: the shared group and the other parts on one lattice of at most range / points. */
export function totalLaw(
  loss: PeriodLoss,
  points = loss.grid.policyPoints,
): { readonly law: DiscreteLaw; readonly step: number | null } {
  const others = loss.parts.filter((p) => !p.part.isShared);
  const laws = [...(loss.shared === null ? [] : [loss.shared.law]), ...others.map((p) => p.law)];
  const largest = laws.map((law) => law.values.at(-1) ?? 0);
  const range = largest.reduce((a, b) => a + b, 0);
  if (laws.filter((law) => law.values.length > 1).length <= 1 || range === 0) {
    const only = addLosses(laws, 1, Number.POSITIVE_INFINITY);
    return { law: 'step' in only ? latticeValues(only) : only, step: null };
  }
  const limits = [...largest].sort((a, b) => b - a);
  const step = expectValue(commonStep(limits, range / points));
  const law = addLosses(laws, step, Number.POSITIVE_INFINITY);
  return { law: 'step' in law ? latticeValues(law) : law, step };
}
