import {
  type DiscretisationMethod,
  discretisePayment,
  expectValue,
  type FrequencySpec,
  frequencyFrom,
  layerMoments,
  probabilityAttach,
  probabilityExhaust,
  type SeveritySpec,
  severityFrom,
  totalMass,
} from '#shared/actuarial/library/index.ts';
import { paymentOf, type TermsInput } from './inputs.ts';
import type { KindRunner } from './run-case.ts';

function severityFunctions(input: { severity: SeveritySpec; x: number[]; p?: number[] }) {
  const severity = expectValue(severityFrom(input.severity));
  return {
    cdf: input.x.map(severity.cdf),
    sf: input.x.map(severity.survival),
    lev1: input.x.map((x) => severity.limitedMoment(1, x)),
    lev2: input.x.map((x) => severity.limitedMoment(2, x)),
    mean: severity.moment(1),
    second_moment: severity.moment(2),
    quantile: (input.p ?? []).map(severity.quantile),
  };
}

function severityLayer(input: { severity: SeveritySpec; terms: TermsInput }) {
  const payment = paymentOf(input.severity, input.terms);
  const moments = layerMoments(payment);
  return {
    mean: moments.mean,
    second_moment: moments.secondMoment,
    third_moment: moments.thirdMoment,
    variance: moments.variance,
    sd: moments.sd,
    skewness: moments.skewness,
    prob_attach: probabilityAttach(payment),
    prob_exhaust: probabilityExhaust(payment),
  };
}

function frequencyPmf(input: { frequency: FrequencySpec; n: number[]; z: number[] }) {
  const frequency = expectValue(frequencyFrom(input.frequency));
  return {
    pmf: input.n.map(frequency.pmf),
    mean: frequency.mean,
    variance: frequency.variance,
    skewness: frequency.thirdCentralMoment / frequency.variance ** 1.5,
    pgf: input.z.map(frequency.pgf),
  };
}

function severityDiscretise(input: {
  severity: SeveritySpec;
  terms: TermsInput;
  method: DiscretisationMethod;
  step: number;
  points: number;
  index: number[];
}) {
  const payment = paymentOf(input.severity, input.terms);
  const { mass } = expectValue(discretisePayment(payment, input));
  let first = 0;
  let second = 0;
  mass.forEach((p, k) => {
    first += p * k * input.step;
    second += p * (k * input.step) ** 2;
  });
  const exact = layerMoments(payment);
  return {
    prob: input.index.map((k) => mass[k]),
    sum: totalMass(mass),
    mean: first,
    variance: second - first * first,
    mean_error_rel: first / exact.mean - 1,
    second_moment_error_rel: second / exact.secondMoment - 1,
  };
}

export const lawKinds = {
  'severity.functions': severityFunctions,
  'severity.layer': severityLayer,
  'frequency.pmf': frequencyPmf,
  'severity.discretise': severityDiscretise,
} as Readonly<Record<string, KindRunner>>;
