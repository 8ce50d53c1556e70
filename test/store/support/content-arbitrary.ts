import fc from 'fast-check';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { MAXIMUM_MINOR } from '#shared/domain/money.ts';
import {
  BOUNDARIES,
  COVERAGE_PARTS,
  DECLARATION_STATES,
  EVIDENCE_STATES,
  FIX_STATUSES,
  POSTMORTEMS,
  REGISTER_EVIDENCE_STATES,
  RISK_LOAD_PRINCIPLES,
  SUBJECT_TYPES,
} from '#shared/domain/vocabulary.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const { wording, declarations } = bundledModel;
const idOf = (records: readonly { readonly id: string }[]) => fc.constantFrom(...records.map(({ id }) => id));

// Anything the schema allows, not only what makes sense: control characters, NUL, emoji, half a surrogate pair, the names
// of Object's own members as keys, sub-normal and huge numbers, duplicates in lists.

const text = (maxLength: number, minLength = 0) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('\0', '\ud83d', "'", '"', ';', '\u2028', '🜁', '\r\n'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
      ),
      minLength,
      maxLength: Math.min(maxLength, 40),
    })
    .filter((value) => value.length >= minLength && value.length <= maxLength);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const optionalText = (maxLength: number) => orNull(text(maxLength));
const key = fc.oneof(
  fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'valueOf'),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
);
const day = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optionalDay = orNull(day);
const money = (min = 0) =>
  fc.oneof(
    fc.integer({ min, max: 1_000_000 }),
    fc.maxSafeNat().map((n) => min + (n % (MAXIMUM_MINOR - min + 1))),
    fc.constantFrom(MAXIMUM_MINOR, min),
  );
const optionalMoney = orNull(money());
const real = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const answer = fc.record({
  evidence: fc.constantFrom(...EVIDENCE_STATES),
  level: orNull(key),
  value: orNull(real(0, 1_000_000)),
  isUnchangedSinceReview: fc.boolean(),
  hasSocialisedLoss: fc.boolean(),
  reason: optionalText(2000),
  note: optionalText(4000),
  source: optionalText(1000),
  seenOn: optionalDay,
});

const incident = fc.record({
  id: key,
  date: day,
  title: optionalText(300),
  cause: key,
  boundary: fc.constantFrom(...BOUNDARIES),
  lossMinor: optionalMoney,
  recoveredMinor: optionalMoney,
  assetsAtTimeMinor: orNull(money(1)),
  fixStatus: fc.constantFrom(...FIX_STATUSES),
  usersMadeWholePercent: orNull(real(0, 100)),
  disclosureHours: orNull(real(0, 1_000_000)),
  postmortem: fc.constantFrom(...POSTMORTEMS),
  note: optionalText(4000),
  source: optionalText(1000),
});

const partFields = {
  part: fc.constantFrom(...COVERAGE_PARTS),
  limitMinor: money(),
  retentionMinor: money(),
  coinsurancePercent: real(0, 100),
  aggregateLimitMinor: optionalMoney,
  aggregateRetentionMinor: money(),
  isShared: fc.boolean(),
  enteredRate: orNull(fc.record({ ratePercent: real(0, 100), reason: text(2000, 1) })),
};
const part = fc.oneof(
  fc.record(partFields),
  fc.record({ ...partFields, hasAverageClause: fc.constant<true>(true) }),
);

const terms = fc.record({
  insured: optionalText(300),
  broker: optionalText(300),
  periodStart: optionalDay,
  periodDays: fc.integer({ min: 1, max: 1096 }),
  parts: fc.array(part, { maxLength: 6 }),
  policyAggregateLimitMinor: optionalMoney,
  policyAggregateRetentionMinor: money(),
  riskLoadPrinciple: fc.constantFrom(...RISK_LOAD_PRINCIPLES),
  schedulePercent: real(-100, 1000),
  scheduleReason: orNull(idOf(wording.scheduleReasons)),
  scheduleNote: optionalText(2000),
  taxes: fc.array(fc.record({ jurisdiction: text(100, 1), label: text(200, 1), ratePercent: real(0, 100) }), {
    maxLength: 3,
  }),
  cyberClause: orNull(idOf(wording.cyberClauses.clauses)),
  signingWording: orNull(idOf(wording.signingWordings.wordings)),
  validityDays: fc.integer({ min: 1, max: 365 }),
  subjectivities: fc.array(fc.record({ id: key, dueOn: optionalDay }), { maxLength: 4 }),
  ownSubjectivities: fc.array(fc.record({ text: text(1000, 1), dueOn: optionalDay }), { maxLength: 4 }),
  buyBacks: fc.array(fc.record({ exclusionId: key, reason: text(1000, 1) }), { maxLength: 4 }),
  note: optionalText(4000),
});

/** Any content that the schema allows. */
export const anyContent: fc.Arbitrary<AssessmentContent> = fc
  .record({
    subject: fc.record({
      name: text(200, 1),
      legalName: optionalText(300),
      type: fc.constantFrom(...SUBJECT_TYPES),
      liveSince: optionalDay,
      jurisdiction: optionalText(200),
      website: optionalText(500),
      group: optionalText(200),
    }),
    asOf: day,
    currency: fc.constant('USD' as const),
    exposures: fc.record({
      onlinePeakMinor: optionalMoney,
      offlineMinor: optionalMoney,
      largestVaultMinor: optionalMoney,
      valueLockedMinor: optionalMoney,
      stakeMinor: optionalMoney,
      note: optionalText(4000),
      source: optionalText(1000),
      seenOn: optionalDay,
    }),
    answers: fc.dictionary(key, answer, { maxKeys: 8 }),
    incidentRegister: fc.record({
      evidence: fc.constantFrom(...REGISTER_EVIDENCE_STATES),
      note: optionalText(4000),
      source: optionalText(1000),
      seenOn: optionalDay,
    }),
    incidents: fc.array(incident, { maxLength: 6 }),
    declarations: fc.dictionary(idOf(declarations), fc.constantFrom(...DECLARATION_STATES)),
    terms,
  })
  .map((content) => assessmentContentSchema.parse(content));
