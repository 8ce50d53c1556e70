import {
  type AggregateTerms,
  expectValue,
  type FrequencySpec,
  frequencyFrom,
  makePeril,
  occurrencePayment,
  type Payment,
  type Peril,
  type SeveritySpec,
  severityFrom,
} from '#shared/actuarial/library/index.ts';

/** `null` in an input means not given or unlimited. */
export interface TermsInput {
  readonly retention: number;
  readonly limit: number | null;
  readonly coinsurance: number;
}

export interface AggregateTermsInput {
  readonly deductible: number;
  readonly limit: number | null;
}

export interface PerilInput {
  readonly name?: string;
  readonly frequency: FrequencySpec;
  readonly severity: SeveritySpec;
  readonly terms: TermsInput;
  readonly aggregate_limit?: number | null;
}

const unlimited = (limit: number | null | undefined): number => limit ?? Number.POSITIVE_INFINITY;

export const paymentOf = (severity: SeveritySpec, terms: TermsInput): Payment =>
  expectValue(
    occurrencePayment(expectValue(severityFrom(severity)), { ...terms, limit: unlimited(terms.limit) }),
  );

export const perilOf = (peril: PerilInput): Peril =>
  expectValue(
    makePeril({
      name: peril.name ?? '',
      payment: paymentOf(peril.severity, peril.terms),
      frequency: expectValue(frequencyFrom(peril.frequency)),
      aggregateLimit: unlimited(peril.aggregate_limit),
    }),
  );

export const aggregateTermsOf = (terms: AggregateTermsInput): AggregateTerms => ({
  retention: terms.deductible,
  limit: unlimited(terms.limit),
});
