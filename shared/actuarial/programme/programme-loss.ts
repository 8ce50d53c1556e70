import { fieldsOf, isRecord } from '../argument-checks.ts';
import { type ActuarialResult, assertArgument, valid, whenValid } from '../result.ts';
import { type DiscretisationPlan, planDiscretisation } from './discretisation-plan.ts';
import { type LossCache, makeLossCache, mustBeLossCache } from './loss-cache.ts';
import { mustBeCompoundable, type PartLoss, partLoss } from './part-loss.ts';
import { extrapolateToStep0, momentsOfSum, type PeriodMoments } from './period-moments.ts';
import { checkProgramme, type Programme, type ProgrammeGrid } from './programme.ts';
import { type SharedLoss, sharedLoss } from './shared-loss.ts';

/** The loss of the period of a programme on one grid. */
export interface ProgrammeRun extends PeriodMoments {
  readonly grid: ProgrammeGrid;
  readonly parts: readonly PartLoss[];
  readonly shared: SharedLoss | null;
}

/**
 * The loss of the period of a programme, group by group. Moments are sums over independent groups, extrapolated from
 * the grid and one of half the points, `coarser`, which the certificate compares with; laws are the finer ones.
 */
export interface ProgrammeLoss extends ProgrammeRun {
  readonly programme: Programme;
  readonly coarser: ProgrammeRun;
}

/**
 * The independent losses that add up to the whole: the shared parts as one, and each other part. Throws an
 * ActuarialError on anything but a run of a programme.
 */
export function groupsOf(run: Pick<ProgrammeRun, 'parts' | 'shared'>) {
  const { parts, shared } = fieldsOf(run);
  const isRun = Array.isArray(parts) && (shared === null || isRecord(shared));
  assertArgument({
    holds: isRun,
    parameter: 'run',
    domain: 'a run of a programme, as programmeLoss makes it',
    given: run,
  });
  return [...(shared === null ? [] : [shared]), ...parts.filter((p) => !p.plan.part.isShared)];
}

/** Halves the points again where the count is too high for so many; the certificate then shows what that costs. */
function halvedToFit(plan: DiscretisationPlan, { partPoints, countTail }: ProgrammeGrid): DiscretisationPlan {
  let fitting = plan;
  while (fitting.points > partPoints && !mustBeCompoundable(fitting, countTail).holds)
    fitting = { ...fitting, points: fitting.points / 2 };
  return fitting;
}

/**
 * Discretises, compounds and caps every part, adds the shared parts and applies the policy's aggregate terms, on the
 * grid and on half of its points (rating algorithm, sections 2 to 5). When only aggregate terms change, the laws in the
 * cache are used again. Fails with the first part and term that cannot be run; the cache is one of makeLossCache.
 */
export function programmeLoss(
  programme: Programme,
  grid: ProgrammeGrid,
  cache: LossCache = makeLossCache(),
): ActuarialResult<ProgrammeLoss> {
  const checked = checkProgramme(programme, grid);
  if (!checked.ok) return checked;
  const kept = whenValid([mustBeLossCache(cache)], () => cache);
  if (!kept.ok) return kept;
  const { policyTerms, unbittenMoments } = programme;
  const plans = programme.parts.map((part) => halvedToFit(planDiscretisation(part, programme, grid), grid));
  const compoundable = whenValid(
    plans.map((plan) => mustBeCompoundable(plan, grid.countTail)),
    () => true,
  );
  if (!compoundable.ok) return compoundable;
  const run = (on: ProgrammeGrid, halvings: number, finer: readonly PartLoss[] | null) => {
    const parts = plans.map((plan, i) =>
      partLoss({
        plan,
        points: plan.points / 2 ** halvings,
        countTail: on.countTail,
        finer: finer?.[i]?.severity ?? null,
        cache,
      }),
    );
    const sharing = parts.filter((p) => p.plan.part.isShared);
    const isShared = policyTerms !== null && sharing.length > 0;
    return {
      parts,
      shared: isShared ? sharedLoss(sharing, { terms: policyTerms, grid: on, unbittenMoments }) : null,
    };
  };
  const fine = run(grid, 0, null);
  const halved = { ...grid, partPoints: grid.partPoints / 2, policyPoints: grid.policyPoints / 2 };
  const coarse = run(halved, 1, fine.parts);
  const parts = fine.parts.map((p, i) => extrapolateToStep0(p, coarse.parts[i]!));
  const shared =
    fine.shared === null || coarse.shared === null ? null : extrapolateToStep0(fine.shared, coarse.shared);
  return valid({
    programme,
    grid,
    parts,
    shared,
    ...momentsOfSum(groupsOf({ parts, shared })),
    coarser: { grid: halved, ...coarse, ...momentsOfSum(groupsOf(coarse)) },
  });
}
