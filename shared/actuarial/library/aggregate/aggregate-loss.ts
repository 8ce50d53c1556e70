import {
  fieldsOf,
  mustBeAmount,
  mustBeLimit,
  mustBeObject,
  mustBePositiveAmount,
} from '../../argument-checks.ts';
import { TOLERANCES } from '../../certificate.ts';
import type { AggregateTerms } from '../../lattice/aggregate-terms.ts';
import { totalMass } from '../../lattice/lattice-law.ts';
import { addCumulants } from '../../measures/cumulants.ts';
import { type Moments, momentsFromCentral } from '../../measures/distribution.ts';
import { type ActuarialResult, type ArgumentChecks, expectValue, valid, whenValid } from '../../result.ts';
import { type CompoundLaws, compoundPerils } from './compound-perils.ts';
import { chooseGrid, type Grid, mustBeGridPoints } from './grid.ts';
import { type LossCurve, readCurve } from './loss-curve.ts';
import { type Peril, perilChecks, perilCumulants, probabilityAnyPayment } from './peril.ts';
import { type TailBound, tailBound } from './tail-bound.ts';

/** Moments of the annual sum S before the perils' aggregate limits and the programme's terms, analytic. */
export interface GrossMoments extends Moments {
  readonly perilMean: readonly number[];
  readonly perilSd: readonly number[];
}

/** The compounded annual sum of perils, kept so that programme terms can be changed without compounding again. */
export interface AggregateLoss {
  readonly perils: readonly Peril[];
  readonly grid: Grid;
  readonly gross: GrossMoments;
  readonly laws: CompoundLaws;
  readonly curve: LossCurve;
  readonly coarseCurve: LossCurve;
  /** Bound of what wraps round in the transforms. */
  readonly aliasing: number;
}

/**
 * Analytic moments of the annual sum, perils independent; Infinity where one does not exist. Throws an ActuarialError
 * on anything but perils.
 */
export const grossMoments = (perils: readonly Peril[]): GrossMoments =>
  expectValue(whenValid(perilChecks(perils), () => momentsOf(perils)));

function momentsOf(perils: readonly Peril[]): GrossMoments {
  const parts = perils.map(perilCumulants);
  const { mean, variance, third } = addCumulants(parts);
  const perilMean = parts.map((part) => part.mean);
  const perilSd = parts.map((part) => Math.sqrt(part.variance));
  if (variance === Number.POSITIVE_INFINITY || third === Number.POSITIVE_INFINITY) {
    return {
      mean,
      variance,
      sd: Math.sqrt(variance),
      skewness: Number.POSITIVE_INFINITY,
      perilMean,
      perilSd,
    };
  }
  return { ...momentsFromCentral(mean, variance, third), perilMean, perilSd };
}

export const WHOLE: AggregateTerms = { retention: 0, limit: Number.POSITIVE_INFINITY };
export const FULL_POINTS = 65_536;
export const DRAFT_POINTS = 4_096;

/**
 * The law of the annual sum of independent perils, by local moment matching and FFT. `terms` only place the lattice (so
 * that they fall on it); `points` is a power of two, 65,536 unless given (4,096 for a draft). Fails on anything but
 * perils, on terms outside their domain and on a grid that cannot hold the largest payment. Source: methods note,
 * sections 1 to 3.
 */
export function aggregateLoss(
  perils: readonly Peril[],
  request: { readonly terms?: AggregateTerms; readonly points?: number; readonly step?: number } = {},
): ActuarialResult<AggregateLoss> {
  const { terms = WHOLE, points = FULL_POINTS, step } = fieldsOf(request);
  const checked = whenValid(
    [
      ...perilChecks(perils),
      mustBeObject('request', 'terms, points and step, each or none', request),
      ...termChecks(terms),
      mustBeGridPoints(points),
      ...(step === undefined ? [] : [mustBePositiveAmount('step', step)]),
    ],
    () => true,
  );
  if (!checked.ok) return checked;
  const bound = tailBound(perils);
  const grid = chooseGrid({
    perils,
    bound,
    terms,
    request: step === undefined ? { points } : { points, step },
  });
  if (!grid.ok) return grid;
  const seen = grid.value.isCut ? tailBound(perils, points * grid.value.step) : bound;
  const capped = cappedTransforms(perils, seen, grid.value);
  const laws = compoundPerils(
    perils,
    grid.value,
    capped.map(({ length }) => length),
  );
  const none = perils.reduce((product, peril) => product * (1 - probabilityAnyPayment(peril)), 1);
  const beyond = 1 - totalMass(laws.fine.mass);
  return valid({
    perils,
    grid: grid.value,
    gross: momentsOf(perils),
    laws,
    curve: readCurve(laws.fine, none, beyond),
    coarseCurve: readCurve(laws.coarse, none, 1 - totalMass(laws.coarse.mass)),
    aliasing:
      capped.reduce((sum, { wrapped }) => sum + wrapped, 0) +
      Math.exp(seen.logTail(laws.sumLength * grid.value.step)),
  });
}

/** The longest transform of one peril's sum before its aggregate limit. */
const LONGEST = 2 ** 22;
/** Share of the aliasing tolerance that the perils with an aggregate limit may use together. */
const WRAPPED_SHARE = 0.2;

interface CappedTransform {
  /** 0 for a peril without an aggregate limit. */
  readonly length: number;
  /** Bound of what wraps round in it. */
  readonly wrapped: number;
}

/**
 * For each peril with an aggregate limit, the transform length at which almost none of its sum before the limit wraps.
 */
function cappedTransforms(
  perils: readonly Peril[],
  bound: TailBound,
  { step, points }: Grid,
): readonly CappedTransform[] {
  const isCapped = ({ aggregateLimit }: Peril) => Number.isFinite(aggregateLimit);
  const logAllowed = Math.log((WRAPPED_SHARE * TOLERANCES.aliasing) / perils.filter(isCapped).length);
  return perils.map((peril, i) => {
    if (!isCapped(peril)) return { length: 0, wrapped: 0 };
    let length = 2 * points;
    let logWrapped = bound.logPerilTail(i, length * step);
    while (logWrapped > logAllowed && length < LONGEST) {
      length *= 2;
      logWrapped = bound.logPerilTail(i, length * step);
    }
    return { length, wrapped: Math.exp(logWrapped) };
  });
}

/** The argument checks of programme terms; `retention` is named the deductible. */
export const termChecks = (terms: AggregateTerms): ArgumentChecks => [
  mustBeAmount('deductible', fieldsOf(terms).retention),
  mustBeLimit('limit', fieldsOf(terms).limit),
];
