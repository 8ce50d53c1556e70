import { fieldsOf, isRecord } from '../argument-checks.ts';
import {
  type Certificate,
  type CertificateCheck,
  certificateCheck,
  makeCertificate,
  relativeCheck,
  TOLERANCES,
} from '../certificate.ts';
import { latticePoints, totalMass } from '../lattice/lattice-law.ts';
import { leastMass, massCumulants } from '../lattice/mass-cumulants.ts';
import { addCumulants, compoundCumulants } from '../measures/cumulants.ts';
import { discreteMoments, isDistribution, momentsFromCentral } from '../measures/distribution.ts';
import { tailValueAtRisk, valueAtRisk } from '../measures/tail-measures.ts';
import { assertArgument, expectValue } from '../result.ts';
import { compoundingError } from './compounding-error.ts';
import type { PartLoss } from './part-loss.ts';
import { groupsOf, type ProgrammeLoss } from './programme-loss.ts';
import { type WholeLoss, wholeLoss } from './whole-loss.ts';

/** The certificate of a programme's loss, with the points of each part's payment. */
export interface ProgrammeCertificate extends Certificate {
  readonly partPoints: number;
}

const DRAFT_SLACK = 10;

/**
 * Tolerances beside those of every certificate. A draft, from which no quote is issued, is allowed ten times as much.
 */
const ALLOWED = {
  /** As a share of the probability of any loss. */
  compounding: 1e-7,
  wholeMean: 1e-5,
  netMean: 1e-6,
  /** As a share of the range: what section 5 of the rating algorithm allows a tail value. */
  tail: 1e-4,
} as const;

/** A mean or sd below this share of the most that can be paid is compared with that share instead: it is negligible. */
const NEGLIGIBLE_MEAN = 1e-6;
const NEGLIGIBLE_SD = 1e-4;
/** The share for the change from a coarser run, whose own mean is less exact. */
const NEGLIGIBLE_CHANGE = 1e-4;
/**
 * A part whose sd before aggregate terms is below this share of the whole's is checked less strictly, in proportion.
 */
const MINOR_PART = 1e-2;
const LEAST_WEIGHT = 1e-6;
const LEVELS = [0.95, 0.99] as const;

/**
 * The certificate of a programme's run (methods note, section 3): each payment's mean and sd and each compounding
 * against what is known without a lattice; mean, sd and skewness before aggregate terms, analytic against lattice; mass
 * beyond the lattice, a bound of what wraps round, and the least mass; the whole against the sum of its groups; and the
 * change from step 2h to h, a third of which estimates the error of means and TVaR. `isDraft` allows ten times the
 * error, except for means. Throws an ActuarialError on anything but a programme's loss and its whole.
 */
export function certifyProgramme(
  loss: ProgrammeLoss,
  whole: WholeLoss,
  isDraft = false,
): ProgrammeCertificate {
  const isWhole = isDistribution(fieldsOf(whole).distribution);
  assertLoss(loss);
  assertDraft(isDraft);
  assertArgument({
    holds: isWhole,
    parameter: 'whole',
    domain: 'the whole of the loss, as wholeLoss makes it',
    given: whole,
  });
  const slack = isDraft ? DRAFT_SLACK : 1;
  const { step } = whole;
  const range = whole.distribution.values.at(-1) ?? 0;
  const weights = weightsOf(loss.parts);
  return makeCertificate(
    {
      method: 'Mean-preserving lattices, compounded by FFT, aggregate terms on lattice values',
      points: step === null ? whole.distribution.values.length : Math.ceil((range / step) * (1 - 1e-12)) + 1,
      // Where one law kept its own lattice, the widest step of the parts.
      step: step ?? widestStep(loss, whole),
      range,
      partPoints: loss.grid.partPoints,
    },
    [
      ...loss.parts.flatMap((part, i) => partChecks(part, weights[i] ?? 1, slack)),
      ...grossChecks(loss.parts, slack),
      ...massChecks(loss.parts, whole),
      ...wholeChecks(loss, whole, slack),
      ...changeChecks(loss, whole, slack),
    ],
  );
}

/** The widest step behind the whole: its own lattice's or a part's. */
const widestStep = ({ parts }: ProgrammeLoss, { step }: WholeLoss): number =>
  Math.max(
    step ?? 0,
    ...parts.filter(({ law }) => law.values.length > 1).map(({ severity }) => severity.step),
  );

/** Each part's sd before aggregate terms relative to the whole's, scaled so that only minor parts are below 1. */
function weightsOf(parts: readonly PartLoss[]): readonly number[] {
  const variances = parts.map(({ plan }) => {
    const { mean, variance, thirdCentral } = plan.moments;
    return compoundCumulants(plan.part.frequency, { mean, variance, third: thirdCentral }).variance;
  });
  const whole = variances.reduce((sum, variance) => sum + variance, 0);
  return variances.map((variance) => (whole > 0 ? Math.min(1, Math.sqrt(variance / whole) / MINOR_PART) : 1));
}

function partChecks(part: PartLoss, weight: number, slack: number): readonly CertificateCheck[] {
  const { id, label } = part.plan.part;
  const cutAt = isCut(part) ? ', cut where its aggregate terms end' : '';
  const { mean, sd } = part.plan.moments;
  const lattice = discreteMoments(latticePoints(part.severity));
  return [
    relativeCheck({
      id: `payment-mean:${id}`,
      label: `${label}: mean of one payment${cutAt}`,
      analytic: mean,
      lattice: lattice.mean,
      tolerance: TOLERANCES.mean,
    }),
    // A layer that is almost always exhausted has almost no sd, so its error is measured against the mean; a minor part
    // is allowed more.
    relativeCheck({
      id: `payment-sd:${id}`,
      label: `${label}: standard deviation of one payment${cutAt}`,
      analytic: sd,
      lattice: lattice.sd,
      tolerance: (TOLERANCES.sd * slack) / Math.max(weight, LEAST_WEIGHT),
      scale: Math.max(sd, 1e-2 * mean),
    }),
    certificateCheck({
      id: `compounding:${id}`,
      label: `${label}: compounding against the generating function`,
      values: {},
      error: compoundingError(part),
      tolerance: ALLOWED.compounding * slack,
    }),
  ];
}

const isCut = ({ plan }: PartLoss): boolean => plan.payment !== plan.part.payment;

/** Moments of the whole before any aggregate terms, from the count and one payment: closed form against discretised. */
function grossChecks(parts: readonly PartLoss[], slack: number): readonly CertificateCheck[] {
  const moments = (of: 'analytic' | 'lattice') => {
    const sum = addCumulants(
      parts.map(({ plan, severity }) => {
        const { mean, variance, thirdCentral } = plan.moments;
        const payment =
          of === 'analytic'
            ? { mean, variance, third: thirdCentral }
            : massCumulants(severity.mass, severity.step);
        return compoundCumulants(plan.part.frequency, payment);
      }),
    );
    return momentsFromCentral(sum.mean, sum.variance, sum.third);
  };
  const [analytic, lattice] = [moments('analytic'), moments('lattice')];
  const before = parts.some(isCut)
    ? 'before aggregate terms, payments cut where these end'
    : 'before aggregate terms';
  const both = (what: 'mean' | 'sd' | 'skewness') => ({
    id: `gross-${what}`,
    analytic: analytic[what],
    lattice: lattice[what],
  });
  return [
    relativeCheck({ ...both('mean'), label: `Mean ${before}`, tolerance: TOLERANCES.mean }),
    relativeCheck({ ...both('sd'), label: `Standard deviation ${before}`, tolerance: TOLERANCES.sd * slack }),
    relativeCheck({
      ...both('skewness'),
      label: `Skewness ${before}`,
      tolerance: TOLERANCES.skewness * slack,
      scale: Math.max(1, Math.abs(analytic.skewness)),
    }),
  ];
}

function massChecks(parts: readonly PartLoss[], { distribution }: WholeLoss): readonly CertificateCheck[] {
  const dropped = parts.reduce((sum, { compound }) => sum + compound.dropped, 0);
  const wrapped = parts.reduce((sum, { compound }) => sum + compound.wrapped, 0);
  const sum = totalMass(distribution.mass);
  const least = Math.min(
    leastMass(distribution.mass),
    ...parts.map(({ compound }) => leastMass(compound.mass)),
    ...parts.map(({ compound }) => (compound.isWhole ? 0 : Math.min(0, 1 - totalMass(compound.mass)))),
  );
  return [
    certificateCheck({
      id: 'mass-beyond',
      label: 'Probability beyond the lattice',
      values: { analytic: dropped, lattice: 1 - sum },
      error: Math.max(dropped, Math.abs(1 - sum)),
      tolerance: TOLERANCES.massBeyond,
    }),
    certificateCheck({
      id: 'aliasing',
      label: 'Probability that wraps round',
      values: { analytic: wrapped },
      error: wrapped,
      tolerance: TOLERANCES.aliasing,
    }),
    certificateCheck({
      id: 'least-mass',
      label: 'Most negative probability',
      values: { lattice: least },
      error: least,
      tolerance: TOLERANCES.leastMass,
    }),
  ];
}

/** The sum of the groups' largest values. */
const payableOf = (loss: ProgrammeLoss): number =>
  groupsOf(loss).reduce((sum, { law }) => sum + (law.values.at(-1) ?? 0), 0);

/**
 * How far an sd is from what it should be, as a share. One below the negligible is compared by its square, since what
 * rounding and a lattice's step put on top is variance.
 */
function sdError(lattice: number, analytic: number, negligible: number): number {
  if (analytic === 0 && negligible === 0) return lattice === 0 ? 0 : 1;
  return analytic >= negligible
    ? (lattice - analytic) / analytic
    : (lattice ** 2 - analytic ** 2) / (2 * negligible ** 2);
}

/** The whole on one lattice against the sum of its groups' extrapolated moments. */
function wholeChecks(loss: ProgrammeLoss, whole: WholeLoss, slack: number): readonly CertificateCheck[] {
  const payable = payableOf(loss);
  const { moments } = whole;
  const skewness = loss.sd > 0 ? loss.third / loss.sd ** 3 : 0;
  const third = moments.skewness * moments.sd ** 3;
  return [
    relativeCheck({
      id: 'whole-mean',
      label: 'Mean of the whole against its groups',
      analytic: loss.mean,
      lattice: moments.mean,
      tolerance: ALLOWED.wholeMean,
      scale: Math.max(loss.mean, NEGLIGIBLE_MEAN * payable),
    }),
    certificateCheck({
      id: 'whole-sd',
      label: 'Standard deviation of the whole against its groups',
      values: { analytic: loss.sd, lattice: moments.sd },
      error: sdError(moments.sd, loss.sd, NEGLIGIBLE_SD * payable),
      tolerance: TOLERANCES.sd * slack,
    }),
    certificateCheck({
      id: 'whole-skewness',
      label: 'Skewness of the whole against its groups',
      values: { analytic: skewness, lattice: moments.skewness },
      error:
        payable === 0
          ? 0
          : (third - loss.third) / Math.max(Math.abs(loss.third), NEGLIGIBLE_SD ** 2 * payable ** 3),
      tolerance: TOLERANCES.skewness * slack,
    }),
  ];
}

/**
 * A third of the change from step 2h to h estimates the error of second-order results. A quantile is a lattice point,
 * off by up to half a step and perhaps the same point on both lattices, so half the widest step counts as its error
 * too.
 */
function changeChecks(loss: ProgrammeLoss, whole: WholeLoss, slack: number): readonly CertificateCheck[] {
  const range = whole.distribution.values.at(-1) ?? 0;
  if (range === 0) return [];
  const coarser = wholeLoss(loss.coarser);
  const halfStep = widestStep(loss, whole) / 2;
  const tails = LEVELS.flatMap((level) =>
    (
      [
        ['var', 'VaR', valueAtRisk],
        ['tvar', 'TVaR', tailValueAtRisk],
      ] as const
    ).map(([id, name, read]) => {
      const [fine, coarse] = [whole, coarser].map((w) => expectValue(read(w.distribution, level)));
      const moved = Math.abs(fine! - coarse!) / 3;
      // No value lies between 0 and the lattice's first point: a quantile of 0, or of the largest value, is exact.
      const isBetween = id === 'var' && fine! > 0 && fine! < range;
      return certificateCheck({
        id: `change-${id}-${level}`,
        label: `${name} ${100 * level} %, step h against 2h, of the range`,
        values: { lattice: fine! },
        error: (isBetween ? Math.max(moved, halfStep) : moved) / range,
        tolerance: ALLOWED.tail * slack,
      });
    }),
  );
  return [netMeanCheck(loss, slack), ...tails];
}

function netMeanCheck(loss: ProgrammeLoss, slack: number): CertificateCheck {
  // The extrapolated mean lies four thirds of the way from the one at 2h to the one at h.
  const change = (loss.mean - loss.coarser.mean) / 4;
  const scale = Math.max(loss.mean, NEGLIGIBLE_CHANGE * payableOf(loss));
  return certificateCheck({
    id: 'change-net-mean',
    label: 'Mean after aggregate terms, step h against 2h',
    values: { lattice: loss.mean },
    error: scale > 0 ? change / scale : 0,
    tolerance: ALLOWED.netMean * slack,
  });
}

/**
 * Whether the points are too few for the mean after aggregate terms, so that a certificate would fail: a small retention
 * of a wide programme lies within the first steps. Known before any certificate. Throws an ActuarialError on anything but
 * a programme's loss.
 */
export function needsMorePoints(loss: ProgrammeLoss, isDraft = false): boolean {
  assertLoss(loss);
  assertDraft(isDraft);
  return netMeanCheck(loss, isDraft ? DRAFT_SLACK : 1).verdict === 'fail';
}

function assertLoss(loss: ProgrammeLoss): void {
  const { parts, coarser } = fieldsOf(loss);
  assertArgument({
    holds: Array.isArray(parts) && isRecord(coarser),
    parameter: 'loss',
    domain: "a programme's loss",
    given: loss,
  });
}

const assertDraft = (isDraft: boolean): void =>
  assertArgument({
    holds: typeof isDraft === 'boolean',
    parameter: 'isDraft',
    domain: 'true or false',
    given: isDraft,
  });
