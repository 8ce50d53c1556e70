import {
  aggregateLoss,
  expectValue,
  type FrequencySpec,
  frequencyFrom,
  grossMoments,
  netDistortedMean,
  netLoss,
  netReturnLoss,
  netTailValueAtRisk,
  netValueAtRisk,
  occurrenceExceedance,
  occurrenceReturnLoss,
  proportionalHazard,
  readYearTable,
  reinstatementPremium,
  type SeveritySpec,
  tableReturnLoss,
  tableTail,
  wangTransform,
  type YearEvent,
} from '#shared/actuarial/library/index.ts';
import {
  type AggregateTermsInput,
  aggregateTermsOf,
  type PerilInput,
  paymentOf,
  perilOf,
  type TermsInput,
} from './inputs.ts';
import type { KindRunner } from './run-case.ts';

function aggregateMoments(input: { perils: PerilInput[] }) {
  const gross = grossMoments(input.perils.map(perilOf));
  return {
    peril_mean: gross.perilMean,
    peril_sd: gross.perilSd,
    mean: gross.mean,
    variance: gross.variance,
    sd: gross.sd,
    skewness: gross.skewness,
    cv: gross.sd / gross.mean,
  };
}

interface ContinuousInput {
  readonly perils: PerilInput[];
  readonly aggregate_terms: AggregateTermsInput;
  readonly p: number[];
  readonly return_period?: number[];
  readonly max_points: number;
}

const occurrencePerils = (perils: readonly PerilInput[]) =>
  perils.map((peril) => ({
    payment: paymentOf(peril.severity, peril.terms),
    frequency: expectValue(frequencyFrom(peril.frequency)),
  }));

function aggregateContinuous(input: ContinuousInput) {
  const terms = aggregateTermsOf(input.aggregate_terms);
  const perils = input.perils.map(perilOf);
  const aggregate = expectValue(aggregateLoss(perils, { terms, points: input.max_points }));
  const net = expectValue(netLoss(aggregate, terms));
  const years = input.return_period ?? [];
  const tails = input.p.map((p) => netTailValueAtRisk(net, p));
  return {
    gross_mean: aggregate.gross.mean,
    gross_sd: aggregate.gross.sd,
    gross_skewness: aggregate.gross.skewness,
    net_mean: net.mean,
    net_sd: net.sd,
    net_prob_attach: net.probabilityAttach,
    net_prob_exhaust: net.probabilityExhaust,
    var: input.p.map((p) => expectValue(netValueAtRisk(net, p))),
    tvar: tails.map((tail) => (tail.ok ? tail.value : tail.failure.message)),
    aep_return_loss: years.map((T) => expectValue(netReturnLoss(net, T))),
    oep_return_loss: years.map((T) => expectValue(occurrenceReturnLoss(occurrencePerils(input.perils), T))),
    net,
  };
}

function aggregateDistorted(input: ContinuousInput & { ph_rho: number; wang_lambda: number }) {
  const outputs = aggregateContinuous(input);
  const distorted = (distortion: Parameters<typeof netDistortedMean>[1]) =>
    expectValue(netDistortedMean(outputs.net, distortion));
  return {
    ...outputs,
    premium_ph: distorted(expectValue(proportionalHazard(input.ph_rho))),
    premium_wang: distorted(expectValue(wangTransform(input.wang_lambda))),
  };
}

function occurrence(input: { perils: PerilInput[]; x: number[]; return_period: number[] }) {
  const perils = occurrencePerils(input.perils);
  return {
    prob_no_loss: 1 - occurrenceExceedance(perils, 0),
    exceedance: input.x.map((x) => occurrenceExceedance(perils, x)),
    return_loss: input.return_period.map((T) => expectValue(occurrenceReturnLoss(perils, T))),
  };
}

function yearEventTable(input: { years: number; events: YearEvent[]; return_period: number[]; p: number[] }) {
  const table = expectValue(readYearTable(input.years, input.events));
  return {
    aal: table.mean,
    sd_sample: table.sdSample,
    aep_return_loss: input.return_period.map((T) => expectValue(tableReturnLoss(table.sums, T))),
    oep_return_loss: input.return_period.map((T) => expectValue(tableReturnLoss(table.maxima, T))),
    aep_tvar: input.p.map((p) => expectValue(tableTail(table.sums, p))),
    oep_tvar: input.p.map((p) => expectValue(tableTail(table.maxima, p))),
  };
}

function reinstatement(input: {
  frequency: FrequencySpec;
  severity: SeveritySpec;
  terms: TermsInput;
  aggregate_deductible: number;
  reinstatements: number;
  reinstatement_rates: number[];
  max_points: number;
}) {
  if (input.reinstatement_rates.length !== input.reinstatements)
    throw new Error('one rate for each reinstatement');
  const result = expectValue(
    reinstatementPremium({
      payment: paymentOf(input.severity, input.terms),
      frequency: expectValue(frequencyFrom(input.frequency)),
      aggregateDeductible: input.aggregate_deductible,
      rates: input.reinstatement_rates,
      points: input.max_points,
    }),
  );
  return {
    expected_loss_by_limit: result.expectedLossByLimit,
    expected_loss: result.expectedLoss,
    initial_pure_premium: result.initialPurePremium,
    expected_reinstatement_premium: result.expectedReinstatementPremium,
  };
}

export const aggregateKinds = {
  'aggregate.moments': aggregateMoments,
  'aggregate.continuous': aggregateContinuous,
  'aggregate.distorted': aggregateDistorted,
  'ep.occurrence': occurrence,
  'ep.year_event_table': yearEventTable,
  'reinstatement.premium': reinstatement,
} as Readonly<Record<string, KindRunner>>;
