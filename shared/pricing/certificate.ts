import {
  discreteMoments,
  ENGINE_VERSION,
  expectValue,
  latticeValues,
  tailValueAtRisk,
} from '../actuarial/index.ts';
import type { TotalLoss } from './loss-measures.ts';
import type { PartLoss } from './part-loss.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { LossCertificate } from './price-result.ts';

type Check = LossCertificate['checks'][number];
type Verdict = Check['verdict'];

/** A warning is up to ten times the tolerance, beyond is a failure. */
const WARNING_FACTOR = 10;
/** Mean-preserving lattices keep the mean to rounding; sd errs by about h^2 / 12 an event (methods note, section 3). */
const MEAN_TOLERANCE = 1e-9;
const SD_TOLERANCE = { full: 1e-5, draft: 1e-4 } as const;
const TOTAL_TOLERANCE = 1e-5;
const MASS_TOLERANCE = 1e-9;
/** Shares of the range below which a mean or sd is held against the range: next to it they are nothing. */
const NEGLIGIBLE_MEAN = 1e-6;
const NEGLIGIBLE_SD = 1e-4;
const NOISE_TOLERANCE = 1e-12;
/** Of the range: what section 5 allows a tail value. */
const TAIL_TOLERANCE = 1e-4;

function verdictOf(error: number, tolerance: number): Verdict {
  if (!(error <= tolerance * WARNING_FACTOR)) return 'fail';
  return error <= tolerance ? 'pass' : 'warn';
}

function compare(
  id: string,
  label: string,
  analytic: number,
  lattice: number,
  scale: number,
  tolerance: number,
): Check {
  const error = scale === 0 ? Math.abs(lattice - analytic) : Math.abs(lattice - analytic) / scale;
  return { id, label, analytic, lattice, error, tolerance, verdict: verdictOf(error, tolerance) };
}

function measure(id: string, label: string, error: number, tolerance: number): Check {
  return { id, label, analytic: null, lattice: null, error, tolerance, verdict: verdictOf(error, tolerance) };
}

function partChecks(
  { part, seenEvent: event, severity }: PartLoss,
  grid: 'draft' | 'full',
): readonly Check[] {
  const lattice = discreteMoments(latticeValues(severity));
  return [
    compare(
      `payment-mean:${part.part}`,
      `${part.label}: mean payment of one event`,
      event.mean,
      lattice.mean,
      event.mean,
      MEAN_TOLERANCE,
    ),
    // Against the mean where an almost always exhausted layer has next to no sd of its own.
    compare(
      `payment-sd:${part.part}`,
      `${part.label}: standard deviation of one payment`,
      event.sd,
      lattice.sd,
      Math.max(event.sd, 1e-2 * event.mean),
      SD_TOLERANCE[grid],
    ),
  ];
}

function massOf(mass: Float64Array): { readonly sum: number; readonly least: number } {
  let sum = 0;
  let least = 0;
  for (let j = 0; j < mass.length; j += 1) {
    const p = mass[j]!;
    sum += p;
    if (p < least) least = p;
  }
  return { sum, least };
}

/**
 * What the run says of its own error: moments of each discretised payment against their closed forms, the mass kept,
 * rounding noise, the total lattice against the extrapolated sums over groups, and at the full grid how far the tail
 * moved from lattices of a quarter of the points (`coarser`), of which a sixteenth estimates what is left.
 */
export function lossCertificate(
  loss: PeriodLoss,
  total: TotalLoss,
  coarser: TotalLoss | null,
): LossCertificate {
  const { grid } = loss;
  const { distribution, step } = total;
  const range = distribution.values.at(-1) ?? 0;
  const mass = massOf(distribution.mass);
  const checks: Check[] = [
    ...loss.parts.flatMap((p) => partChecks(p, grid.name)),
    compare('mass', 'Probability on the lattice', 1, mass.sum, 1, MASS_TOLERANCE),
    measure('noise', 'Largest negative probability', -mass.least, NOISE_TOLERANCE),
    compare(
      'total-mean',
      'Mean of the whole loss',
      loss.mean,
      total.latticeMean,
      Math.max(loss.mean, NEGLIGIBLE_MEAN * range),
      TOTAL_TOLERANCE,
    ),
    compare(
      'total-sd',
      'Standard deviation of the whole loss',
      loss.sd,
      total.latticeSd,
      Math.max(loss.sd, NEGLIGIBLE_SD * range),
      SD_TOLERANCE[grid.name],
    ),
  ];
  if (coarser !== null && range > 0) {
    const at = (t: TotalLoss) => expectValue(tailValueAtRisk(t.distribution, 0.99));
    const moved = Math.abs(at(total) - at(coarser)) / 16 / range;
    checks.push(measure('tail-change', 'TVaR 99 against coarser lattices', moved, TAIL_TOLERANCE));
  }
  const verdicts = checks.map((c) => c.verdict);
  return {
    engineVersion: ENGINE_VERSION,
    grid: grid.name,
    partPoints: grid.partPoints,
    policyPoints: distribution.values.length,
    policyStep: step ?? loss.parts[0]?.severity.step ?? 0,
    range,
    method: 'Mean-preserving lattices, compounded by FFT, aggregate terms on lattice values',
    checks,
    verdict: verdicts.includes('fail') ? 'fail' : verdicts.includes('warn') ? 'warn' : 'pass',
  };
}
