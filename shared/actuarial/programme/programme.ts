import {
  fieldsOf,
  isNumber,
  isRecord,
  LARGEST_AMOUNT,
  mustBeAmount,
  mustBeLimit,
  mustBeObject,
  mustBeText,
} from '../argument-checks.ts';
import { type Frequency, mustBeFrequency } from '../frequency/frequency.ts';
import type { AggregateTerms } from '../lattice/aggregate-terms.ts';
import { mustBePayment, NARROWEST, type Payment } from '../payment/payment.ts';
import { type ActuarialResult, type ArgumentCheck, mustBe, whenValid } from '../result.ts';

/** One part of an insurance programme: what one event costs the insurer, how often, and its own aggregate terms. */
export interface ProgrammePart {
  /** Names of the part in certificates and failures: `id` for programs, `label` for readers. */
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
  /**
   * Where the policy's terms cannot bite, moments of the shared parts together: those of the lattice that they are put on
   * (unless given), or the sums of the parts', which no step of it moves.
   */
  readonly unbittenMoments?: 'lattice' | 'parts' | undefined;
}

/**
 * Points of the lattices: for each part's single payment, and for the policy's limit and the whole. Counts that are
 * exceeded with probability below `countTail` are left out.
 */
export interface ProgrammeGrid {
  readonly partPoints: number;
  readonly policyPoints: number;
  readonly countTail: number;
}

/** The least limit times the least insurer's share. */
const LEAST_PAYMENT = 1e-42;
const MOST_PART_POINTS = 65_536;
const MOST_POLICY_POINTS = 2 ** 22;
/** The counts left out of all parts together must stay below what a certificate can pass. */
const LARGEST_COUNT_TAIL = 1e-9;

const mustBeEvenWithin = (parameter: string, given: unknown, most: number): ArgumentCheck =>
  mustBe({
    parameter,
    domain: `an even whole number, 2 to ${most}`,
    given,
    holds: isNumber(given) && Number.isInteger(given / 2) && given >= 2 && given <= most,
  });

/** Checks the structure first, since programmes may come from outside the type system. */
function structureChecks(programme: Programme, grid: ProgrammeGrid): readonly ArgumentCheck[] {
  const parts: unknown = programme?.parts;
  const policyTerms: unknown = programme?.policyTerms;
  const unbittenMoments: unknown = programme?.unbittenMoments;
  return [
    mustBeObject('programme', 'parts and terms of the policy', programme),
    mustBeObject('grid', 'points of parts and policy', grid),
    mustBe({ parameter: 'parts', domain: 'a list of parts', given: parts, holds: Array.isArray(parts) }),
    ...(Array.isArray(parts) ? (parts as readonly ProgrammePart[]) : []).flatMap((part) => {
      const { id, label, payment, frequency, terms, isShared, severityKey, frequencyKey } = fieldsOf(part);
      return [
        mustBeObject('part', 'a part with payment, frequency and terms', part),
        mustBePayment('payment', payment),
        mustBeFrequency('frequency', frequency),
        mustBeObject('terms', 'given for each part', terms),
        ...Object.entries({ id, label, severityKey, frequencyKey }).map(([field, text]) =>
          mustBeText(field, text),
        ),
        mustBe({
          parameter: 'isShared',
          domain: 'true or false',
          given: isShared,
          holds: typeof isShared === 'boolean',
        }),
      ];
    }),
    mustBe({
      parameter: 'policyTerms',
      domain: 'aggregate terms, or null where no part is shared',
      given: policyTerms,
      holds: policyTerms === null || isRecord(policyTerms),
    }),
    mustBe({
      parameter: 'unbittenMoments',
      domain: "'lattice' or 'parts'",
      given: unbittenMoments,
      holds: unbittenMoments === undefined || unbittenMoments === 'lattice' || unbittenMoments === 'parts',
    }),
  ];
}

/** The programme, when the engine can run it on the grid; fails with the first thing that it cannot. */
export function checkProgramme(programme: Programme, grid: ProgrammeGrid): ActuarialResult<Programme> {
  const shaped = whenValid(structureChecks(programme, grid), () => programme);
  if (!shaped.ok) return shaped;
  const { parts, policyTerms } = programme;
  return whenValid(
    [
      ...parts.flatMap(({ label, payment, terms }) => [
        mustBeAmount(`${label}: aggregate retention`, terms.retention),
        mustBeLimit(`${label}: aggregate limit`, terms.limit),
        mustBe({
          parameter: `${label}: limit`,
          domain: 'an amount above 0 where the loss of one event has no end of its own',
          given: payment.terms.limit,
          holds: Number.isFinite(payment.top),
        }),
        mustBe({
          parameter: `${label}: limit`,
          domain: 'such that the largest payment is 0 or an amount from 1e-42 to 1e100',
          given: payment.top,
          holds: payment.top === 0 || (payment.top >= LEAST_PAYMENT && payment.top <= LARGEST_AMOUNT),
        }),
        mustBe({
          parameter: `${label}: aggregate limit`,
          domain: 'with the aggregate retention at least 1e-12 of the retention of one event',
          given: terms.limit,
          holds: terms.retention + terms.limit >= NARROWEST * payment.terms.retention,
        }),
      ]),
      ...(policyTerms === null
        ? []
        : [
            mustBeAmount('policy aggregate retention', policyTerms.retention),
            mustBeLimit('policy aggregate limit', policyTerms.limit),
          ]),
      mustBe({
        parameter: 'policyTerms',
        domain: 'given when a part is shared',
        given: policyTerms,
        holds: policyTerms !== null || parts.every((part) => !part.isShared),
      }),
      // Even, since each run is repeated on half the points.
      mustBeEvenWithin('partPoints', grid.partPoints, MOST_PART_POINTS),
      mustBeEvenWithin('policyPoints', grid.policyPoints, MOST_POLICY_POINTS),
      mustBe({
        parameter: 'countTail',
        domain: `above 0 and at most ${LARGEST_COUNT_TAIL}`,
        given: grid.countTail,
        holds: isNumber(grid.countTail) && grid.countTail > 0 && grid.countTail <= LARGEST_COUNT_TAIL,
      }),
    ],
    () => programme,
  );
}
