import type { Frequency } from '../frequency/frequency.ts';
import type { AggregateTerms } from '../lattice/values.ts';
import { guarded, isAmount, isLevel, isLimit, isWholeAtLeast, type Outcome, requires } from '../outcome.ts';
import type { Payment } from '../payment/payment.ts';

/** One part of an insurance programme: what one event costs the insurer, how often, and its own aggregate terms. */
export interface ProgrammePart {
  /** Name the part in certificate and failures: `id` to a program, `label` to a reader. */
  readonly id: string;
  readonly label: string;
  /** One event; its largest payment is finite. */
  readonly payment: Payment;
  readonly frequency: Frequency;
  /** Aggregate retention and limit, of the insurer's loss of the period. */
  readonly terms: AggregateTerms;
  /** Under the policy's aggregate terms, or beside them. */
  readonly isShared: boolean;
  /** Every input of the ground-up severity and of the count, for caches. */
  readonly severityKey: string;
  readonly frequencyKey: string;
}

/** Independent parts, some of them together under aggregate terms of the policy (null when none is). */
export interface Programme {
  readonly parts: readonly ProgrammePart[];
  readonly policyTerms: AggregateTerms | null;
}

/**
 * Points of the lattices: of each part's single payment, and of the policy's limit and of the whole; counts beyond which
 * less than `countTail` of probability lies are left out.
 */
export interface ProgrammeGrid {
  readonly partPoints: number;
  readonly policyPoints: number;
  readonly countTail: number;
}

/** A programme and grid that the engine can run, or the first thing that it cannot. */
export const checkedProgramme = (programme: Programme, grid: ProgrammeGrid): Outcome<Programme> =>
  guarded(
    [
      ...programme.parts.flatMap(({ label, payment, terms }) => [
        isAmount(`${label}: aggregate retention`, terms.retention),
        isLimit(`${label}: aggregate limit`, terms.limit),
        requires(
          `${label}: limit`,
          'an amount above 0 where the loss of one event has no end of its own',
          payment.terms.limit,
          Number.isFinite(payment.top),
        ),
      ]),
      ...(programme.policyTerms === null
        ? []
        : [
            isAmount('policy aggregate retention', programme.policyTerms.retention),
            isLimit('policy aggregate limit', programme.policyTerms.limit),
          ]),
      requires(
        'policyTerms',
        'given when a part is shared',
        programme.policyTerms,
        programme.policyTerms !== null || programme.parts.every((part) => !part.isShared),
      ),
      // Halved for the coarser run beside it.
      isWholeAtLeast('partPoints', grid.partPoints / 2, 1),
      isWholeAtLeast('policyPoints', grid.policyPoints / 2, 1),
      isLevel('countTail', grid.countTail),
    ],
    () => programme,
  );
