import {
  applyAggregateTerms,
  compoundWithTail,
  type DiscretisationMethod,
  discreteMoments,
  discretisePayment,
  exceedance,
  exceedanceFrom,
  expectValue,
  type Frequency,
  type FrequencySpec,
  frequencyFrom,
  type LatticeLaw,
  latticeValues,
  panjer,
  readDistribution,
  type SeveritySpec,
  stopLoss,
  tailValueAtRisk,
  valueAtRisk,
} from '#shared/actuarial/library/index.ts';
import { type AggregateTermsInput, aggregateTermsOf, paymentOf, type TermsInput } from './inputs.ts';
import type { KindRunner } from './run-case.ts';

interface LatticeInput {
  readonly frequency: FrequencySpec;
  readonly step: number;
  readonly points: number;
  readonly severity_pmf?: readonly number[];
  readonly discretise?: {
    readonly severity: SeveritySpec;
    readonly terms: TermsInput;
    readonly method: DiscretisationMethod;
    readonly points: number;
  };
  readonly aggregate_terms: AggregateTermsInput;
  readonly at_index: readonly number[];
  readonly p: readonly number[];
}

function severityMass(input: LatticeInput): Float64Array {
  if (input.severity_pmf !== undefined) return Float64Array.from(input.severity_pmf);
  const { severity, terms, method, points } = input.discretise!;
  const grid = { method, points, step: input.step };
  return expectValue(discretisePayment(paymentOf(severity, terms), grid)).mass;
}

/**
 * The stated sums are those of actuar's recursion with tol = 0, which stops where its cumulated probability reaches 1
 * in double precision; what lies beyond is part of the law but not of the sums. Where that is, our recursion tells
 * (the references for the plain binomial come from convolutions, which do not stop).
 */
function stopOf(input: LatticeInput, severity: LatticeLaw, frequency: Frequency): number {
  if (input.frequency.family === 'binomial') return input.points;
  const recursion = panjer(severity, frequency, input.points);
  if (!recursion.ok) return input.points;
  let sum = 0;
  const stop = recursion.value.mass.findIndex((p) => {
    sum += p;
    return sum >= 1;
  });
  return stop < 0 ? input.points : stop + 1;
}

function aggregateLattice(input: LatticeInput) {
  const { step, points } = input;
  const frequency = expectValue(frequencyFrom(input.frequency));
  // Finite sums on the stated lattice: four times its length, so that nothing wraps, then cut to it.
  const length = 2 ** Math.ceil(Math.log2(4 * points));
  const severity = { step, mass: severityMass(input) };
  const mass = compoundWithTail({ mass: severity.mass, frequency, length, points });
  const law = { step, mass: mass.fill(0, stopOf(input, severity, frequency)) };
  const sum = latticeValues(law);
  const moments = discreteMoments(sum);
  const distribution = expectValue(readDistribution(sum));
  const terms = aggregateTermsOf(input.aggregate_terms);
  const net = discreteMoments(expectValue(applyAggregateTerms(law, terms)));
  const at = input.at_index.map((k) => k * step);
  return {
    pmf: input.at_index.map((k) => law.mass[k] ?? 0),
    cdf: at.map((x) => 1 - exceedance(distribution, x)),
    stop_loss: at.map((x) => stopLoss(distribution, x)),
    mean: moments.mean,
    sd: moments.sd,
    skewness: moments.skewness,
    var: input.p.map((p) => expectValue(valueAtRisk(distribution, p))),
    tvar: input.p.map((p) => expectValue(tailValueAtRisk(distribution, p))),
    net_mean: net.mean,
    net_sd: net.sd,
    net_prob_attach: exceedance(distribution, terms.retention),
    net_prob_exhaust: Number.isFinite(terms.limit)
      ? exceedanceFrom(distribution, terms.retention + terms.limit)
      : 0,
  };
}

export const latticeKinds = { 'aggregate.lattice': aggregateLattice } as Readonly<Record<string, KindRunner>>;
