import { makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent, PartTerms } from '../domain/assessment-content.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { partLabel } from '../domain/model-words.ts';
import { type MinorUnits, minorOf, toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { failed, type Result, success } from '../domain/result.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { type BuildUp, buildUp } from './build-up.ts';
import { notReady } from './cannot-price.ts';
import { ratingBasisOf } from './frequency.ts';
import type { PriceOptions } from './price-assessment.ts';
import type { SolveResult, SolveStep } from './price-result.ts';
import { limitRoom, type ModelledPart, readTerms } from './priced-terms.ts';
import { lossCost } from './technical-at.ts';

/** Answers are whole thousands of the currency unit. */
const STEP_MINOR = 100_000;

export interface SolveTarget {
  readonly part: CoveragePartId;
  /** Premium before the rounding line that the answer must not exceed. */
  readonly targetMinor: MinorUnits;
}

/** A target is a positive amount in whole cents; callers outside the type system may pass anything. */
const isTarget = (minor: unknown): boolean => Number.isSafeInteger(minor) && Number(minor) > 0;

interface Problem {
  readonly part: ModelledPart;
  /** Premium before rounding with the part's terms changed. */
  readonly premiumAt: (change: Partial<PartTerms>) => Result<BuildUp>;
  /** Whether the model takes the part's terms changed: those that could pay nothing it may refuse. */
  readonly takes: (change: Partial<PartTerms>) => boolean;
}

function prepare({
  content,
  score,
  model,
  target: { part: partId, targetMinor },
  options,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly target: SolveTarget;
  readonly options: PriceOptions;
}): Result<Problem> {
  if (!isTarget(targetMinor))
    return failed('invalid-input', 'The target premium must be an amount above zero, in whole cents.');
  const { terms, problems } = readTerms(content, model);
  if (terms === null) return notReady(problems);
  const part = terms.modelled.find((p) => p.part === partId);
  if (part === undefined) {
    const label = partLabel(model, partId);
    const isEntered = terms.entered.some((e) => e.coverage.id === partId);
    const why = isEntered ? 'is at an entered rate, which has no loss model to solve on' : 'is not quoted';
    return failed('invalid-input', `${label} ${why}.`, 'terms.parts');
  }
  const basis = ratingBasisOf(score, content.subject.type, model);
  const cache = options.cache ?? makeLossCache();
  const withChange = (change: Partial<PartTerms>): AssessmentContent => {
    const parts = content.terms.parts.map((p) => (p.part === partId ? { ...p, ...change } : p));
    return { ...content, terms: { ...content.terms, parts } };
  };
  const takes = (change: Partial<PartTerms>) => readTerms(withChange(change), model).terms !== null;
  const premiumAt = (change: Partial<PartTerms>): Result<BuildUp> => {
    const changed = withChange(change);
    const read = readTerms(changed, model);
    if (read.terms === null) return notReady(read.problems);
    const cost = lossCost({ content: changed, terms: read.terms, basis, model, grid: options.grid, cache });
    if (!cost.ok) return cost;
    const { loss, riskLoad } = cost.value;
    return buildUp({
      expectedLoss: loss.mean,
      riskLoad,
      riskLoadBasis: '',
      terms: read.terms,
      quote: changed.terms,
      model,
      currency: content.currency,
    });
  };
  return success({ part, premiumAt, takes });
}

interface Search {
  readonly what: 'retention' | 'limit';
  /** Thousands, from the value with the highest premium to the one with the lowest. */
  readonly dearest: number;
  readonly cheapest: number;
  readonly change: (valueMinor: MinorUnits) => Partial<PartTerms>;
}

/** The cheapest whole thousands that the model takes: beyond it the part could pay nothing, and would be refused. */
function cheapestTaken({ takes }: Problem, { cheapest, dearest, change }: Search): number {
  const isTaken = (thousands: number) => takes(change(minorOf(thousands * STEP_MINOR)));
  if (isTaken(cheapest) || !isTaken(dearest)) return cheapest;
  let [taken, refused] = [dearest, cheapest];
  while (Math.abs(taken - refused) > 1) {
    const middle = Math.trunc((taken + refused) / 2);
    if (isTaken(middle)) taken = middle;
    else refused = middle;
  }
  return taken;
}

/**
 * Bisects on whole thousands: the value nearest to `dearest` whose premium is not above the target. Fails with the
 * first premium that cannot be made.
 */
function search({
  problem,
  range,
  targetMinor,
  currency,
}: {
  readonly problem: Problem;
  readonly range: Search;
  readonly targetMinor: MinorUnits;
  readonly currency: string;
}): Result<SolveResult> {
  const { part, premiumAt } = problem;
  const by = { ...range, cheapest: cheapestTaken(problem, range) };
  const path: SolveStep[] = [];
  const at = (thousands: number) => {
    const valueMinor = minorOf(thousands * STEP_MINOR);
    const premium = premiumAt(by.change(valueMinor));
    if (premium.ok) path.push({ valueMinor, premiumMinor: premium.value.unroundedMinor });
    return premium;
  };
  const meets = (premium: BuildUp) => premium.unroundedMinor <= targetMinor;
  const common = { what: by.what, part: part.part, targetMinor, path } as const;

  const leastMade = at(by.cheapest);
  if (!leastMade.ok) return leastMade;
  const least = leastMade.value;
  if (!meets(least)) {
    const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
    const isFloor = least.unroundedMinor === least.minimumPremiumMinor;
    const reason = isFloor
      ? `The minimum premium of ${money(least.minimumPremiumMinor)} is above the target of ${money(targetMinor)}.`
      : `Even at ${money(minorOf(by.cheapest * STEP_MINOR))} the premium is ${money(least.unroundedMinor)}, above the target of ${money(targetMinor)}.`;
    return success({ kind: 'out-of-reach', ...common, nearest: path[0]!, reason });
  }
  let good = by.cheapest;
  let best = least;
  let bad = by.dearest;
  const most = at(by.dearest);
  if (!most.ok) return most;
  if (meets(most.value)) {
    good = by.dearest;
    best = most.value;
  }
  while (Math.abs(good - bad) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    const premium = at(middle);
    if (!premium.ok) return premium;
    if (meets(premium.value)) {
      good = middle;
      best = premium.value;
    } else {
      bad = middle;
    }
  }
  return success({
    kind: 'solved',
    ...common,
    valueMinor: minorOf(good * STEP_MINOR),
    premiumMinor: best.unroundedMinor,
    quotedMinor: best.quotedMinor,
  });
}

const thousands = (units: number, round: (x: number) => number): number => round(toMinor(units) / STEP_MINOR);

/**
 * The least retention of a part, in whole thousands, whose premium before rounding is not above the target, other terms
 * fixed (rating algorithm, section 8). Range: 0 to the exposed value, where the part can no longer attach. The path
 * shows every value tried, in order. Fails with `invalid-input` unless the target is a positive amount in whole cents,
 * and as `priceAssessment` does where a premium cannot be made.
 */
export function solveRetention({
  content,
  score,
  model,
  target,
  options,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly target: SolveTarget;
  readonly options: PriceOptions;
}): Result<SolveResult> {
  const problem = prepare({ content, score, model, target, options });
  if (!problem.ok) return problem;
  const by: Search = {
    what: 'retention',
    dearest: 0,
    cheapest: thousands(problem.value.part.exposedValue, Math.ceil),
    change: (retentionMinor) => ({ retentionMinor }),
  };
  return search({
    problem: problem.value,
    range: by,
    targetMinor: target.targetMinor,
    currency: content.currency,
  });
}

/**
 * The largest limit each event of a part, in whole thousands, whose premium before rounding is not above the target,
 * other terms fixed; an aggregate limit that is left to follow the limit follows it. Range: one thousand to the exposed
 * value, or to what the limits together leave room for (rating algorithm, section 8). Fails as `solveRetention` does.
 */
export function solveLimit({
  content,
  score,
  model,
  target,
  options,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly target: SolveTarget;
  readonly options: PriceOptions;
}): Result<SolveResult> {
  const problem = prepare({ content, score, model, target, options });
  if (!problem.ok) return problem;
  const room = Math.floor(limitRoom(content, target.part) / STEP_MINOR);
  const by: Search = {
    what: 'limit',
    dearest: Math.max(1, Math.min(thousands(problem.value.part.exposedValue, Math.floor), room)),
    cheapest: 1,
    change: (limitMinor) => ({ limitMinor }),
  };
  return search({
    problem: problem.value,
    range: by,
    targetMinor: target.targetMinor,
    currency: content.currency,
  });
}
