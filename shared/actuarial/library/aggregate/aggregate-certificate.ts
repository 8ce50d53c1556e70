import { mustBeLevel, mustBeList } from '../../argument-checks.ts';
import {
  type Certificate,
  type CertificateCheck,
  certificateCheck,
  makeCertificate,
  relativeCheck,
  TOLERANCES,
} from '../../certificate.ts';
import type { AggregateTerms } from '../../lattice/aggregate-terms.ts';
import { momentsFromCentral } from '../../measures/distribution.ts';
import { expectValue, whenValid } from '../../result.ts';
import { type AggregateLoss, termChecks, WHOLE } from './aggregate-loss.ts';
import { curveExcess, type LossCurve } from './loss-curve.ts';
import { mustBeAggregateLoss, netSd } from './net-loss.ts';
import { quantileOn, tailOn } from './net-measures.ts';

/** The certificate of an annual sum, with the length of its longest transform. */
export interface AggregateCertificate extends Certificate {
  readonly transformLength: number;
}

const DEFAULT_LEVELS = [0.95, 0.99] as const;

/**
 * The certificate of an annual sum under programme terms: analytic against lattice mean, standard deviation and
 * skewness (before aggregate terms), mass beyond the lattice, aliasing bound, least mass, and for net mean, VaR and
 * TVaR of the levels the change between step h and 2h, a third of which estimates the error. Throws an ActuarialError
 * on anything but an annual sum, and on terms and levels outside their domain. Methods note, section 3.
 */
export function certifyAggregate(
  aggregate: AggregateLoss,
  terms: AggregateTerms = WHOLE,
  levels: readonly number[] = DEFAULT_LEVELS,
): AggregateCertificate {
  expectValue(
    whenValid(
      [
        mustBeAggregateLoss('aggregate', aggregate),
        ...termChecks(terms),
        mustBeList('levels', 'a list of levels', levels),
        () => levels.map((level) => mustBeLevel('levels', level)),
      ],
      () => true,
    ),
  );
  const { grid, laws, curve } = aggregate;
  return makeCertificate(
    {
      method: 'local moment matching, FFT, no tilting',
      points: grid.points,
      step: grid.step,
      range: grid.range,
      transformLength: laws.transformLength,
    },
    [
      ...momentChecks(aggregate),
      certificateCheck({
        id: 'mass-beyond',
        label: 'Probability beyond the lattice',
        values: { lattice: curve.massBeyond },
        error: curve.massBeyond,
        tolerance: TOLERANCES.massBeyond,
      }),
      certificateCheck({
        id: 'aliasing',
        label: 'Probability that wraps round',
        values: { analytic: aggregate.aliasing },
        error: aggregate.aliasing,
        tolerance: TOLERANCES.aliasing,
      }),
      certificateCheck({
        id: 'least-mass',
        label: 'Most negative probability',
        values: { lattice: laws.leastMass },
        error: laws.leastMass,
        tolerance: TOLERANCES.leastMass,
      }),
      ...netSdChecks(aggregate, terms),
      ...changeChecks(aggregate, terms, levels),
    ],
  );
}

function momentChecks({ gross, laws, grid }: AggregateLoss): readonly CertificateCheck[] {
  const { mean, variance, third } = laws.latticeCumulants;
  const lattice = momentsFromCentral(mean, variance, third);
  const checks = [
    relativeCheck({
      id: 'mean',
      label: 'Mean',
      analytic: gross.mean,
      lattice: lattice.mean,
      tolerance: TOLERANCES.mean,
    }),
    relativeCheck({
      id: 'sd',
      label: 'Standard deviation',
      analytic: gross.sd,
      lattice: lattice.sd,
      tolerance: TOLERANCES.sd,
    }),
    relativeCheck({
      id: 'skewness',
      label: 'Skewness',
      analytic: gross.skewness,
      lattice: lattice.skewness,
      tolerance: TOLERANCES.skewness,
      scale: Math.max(1, Math.abs(gross.skewness)),
    }),
  ];
  // A law that was cut has lost part of its moments by design; mass-beyond says how much.
  return grid.isCut ? checks.map((check) => ({ ...check, verdict: 'warn' as const })) : checks;
}

/**
 * With no deductible and a limit beyond the lattice the annual sum is unchanged, so its net sd must equal the gross
 * one.
 */
function netSdChecks(aggregate: AggregateLoss, terms: AggregateTerms): readonly CertificateCheck[] {
  const { curve, gross, grid, perils } = aggregate;
  const isBiting =
    terms.retention > 0 ||
    terms.limit <= (curve.mass.length - 1) * curve.step ||
    perils.some((peril) => Number.isFinite(peril.aggregateLimit));
  if (isBiting || grid.isCut || !Number.isFinite(terms.limit)) return [];
  return [
    relativeCheck({
      id: 'net-sd',
      label: 'Net standard deviation, the limit out of reach',
      analytic: gross.sd,
      lattice: netSd(aggregate, terms),
      tolerance: TOLERANCES.sd,
    }),
  ];
}

function changeChecks(
  { curve, coarseCurve }: AggregateLoss,
  terms: AggregateTerms,
  levels: readonly number[],
): readonly CertificateCheck[] {
  const limitedMean = (c: LossCurve) =>
    curveExcess(c, terms.retention) -
    (Number.isFinite(terms.limit) ? curveExcess(c, terms.retention + terms.limit) : 0);
  const checks = [
    changed({
      id: 'change-net-mean',
      label: 'Net mean, step h against 2h',
      fine: limitedMean(curve),
      coarse: limitedMean(coarseCurve),
    }),
  ];
  for (const p of levels) {
    for (const [name, read] of [
      ['VaR', quantileOn],
      ['TVaR', tailOn],
    ] as const) {
      const fine = read(curve, terms, p);
      const coarse = read(coarseCurve, terms, p);
      if (fine.ok && coarse.ok) {
        checks.push(
          changed({
            id: `change-${name.toLowerCase()}-${p}`,
            label: `${name} ${100 * p} %, step h against 2h`,
            fine: fine.value,
            coarse: coarse.value,
          }),
        );
      }
    }
  }
  return checks;
}

/** A third of the change from 2h to h estimates the error at h, the method being of second order. */
const changed = ({
  id,
  label,
  fine,
  coarse,
}: {
  readonly id: string;
  readonly label: string;
  readonly fine: number;
  readonly coarse: number;
}): CertificateCheck =>
  certificateCheck({
    id,
    label,
    values: { lattice: fine },
    error: fine === coarse ? 0 : (fine - coarse) / 3 / Math.max(Math.abs(fine), Math.abs(coarse)),
    tolerance: TOLERANCES.change,
  });
