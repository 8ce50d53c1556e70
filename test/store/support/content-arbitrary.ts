import fc from 'fast-check';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import {
  FILE_OWNERS,
  LINE_ROLES,
  OPTION_IDS,
  POOLINGS,
  SCHEDULED_KINDS,
  SUBJECTIVITY_TIMES,
} from '#shared/domain/deal-content.ts';
import { LINK_LISTS } from '#shared/domain/links.ts';
import { MAXIMUM_MINOR } from '#shared/domain/money.ts';
import {
  BOUNDARIES,
  COVERAGE_PARTS,
  DATE_PRECISIONS,
  DECLARATION_STATES,
  EVIDENCE_STATES,
  FIX_STATUSES,
  GRADES,
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

const incidentFields = {
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
};
const incident = fc.oneof(
  fc.record(incidentFields),
  fc.record({
    ...incidentFields,
    datePrecision: fc.constantFrom(...DATE_PRECISIONS),
    isNeverDisclosed: fc.constant<true>(true),
  }),
);

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

/** Some of the fields, down to none. */
const someOf = <T extends Record<string, unknown>>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });
const time = fc.constantFrom('00:00', '00:01', '12:30', '23:59');

const contract = someOf({
  umr: text(50, 1),
  insuredAddress: text(500, 1),
  startTime: time,
  endTime: time,
  timePlace: text(200, 1),
  law: text(300, 1),
  jurisdiction: text(300, 1),
  territory: text(500, 1),
  situs: text(300, 1),
  waitingHours: fc.integer({ min: 0, max: 8760 }),
  discoveryDays: fc.integer({ min: 0, max: 3660 }),
  claimsDays: fc.integer({ min: 0, max: 3660 }),
  retroactiveDate: day,
  pooling: fc.constantFrom(...POOLINGS),
  subLimits: fc.array(
    fc.record({ part: fc.constantFrom(...COVERAGE_PARTS), label: text(300, 1), limitMinor: money() }),
    { maxLength: 3 },
  ),
  conditions: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('condition' as const, 'warranty' as const), text: text(2000, 1) }),
      fc.record({ id: key, kind: fc.constant('condition' as const), text: text(2000, 1) }),
    ),
    { maxLength: 3 },
  ),
  fees: fc.array(fc.record({ label: text(200, 1), amountMinor: money() }), { maxLength: 2 }),
  paymentTerms: text(500, 1),
  validUntilTime: time,
  validityPlace: text(200, 1),
});

const line = fc
  .tuple(
    fc.record({
      orderPercent: real(0, 100),
      writtenPercent: real(0, 100),
      role: fc.constantFrom(...LINE_ROLES),
    }),
    someOf({ leader: text(200, 1), conditions: text(2000, 1) }),
  )
  .map(([needed, some]) => ({ ...needed, ...some }));

const subjectivityTerms = fc.dictionary(
  key,
  someOf({
    from: text(200, 1),
    to: text(200, 1),
    when: fc.constantFrom(...SUBJECTIVITY_TIMES),
    otherwise: text(500, 1),
  }),
  { maxKeys: 3 },
);

const overridden = { reason: key, words: text(2000, 1) };
const judgement = someOf({
  answers: fc.dictionary(key, fc.record({ score: real(0, 100), ...overridden }), { maxKeys: 3 }),
  grade: fc.record({ grade: fc.constantFrom(...GRADES), ...overridden }),
});

const scheduled = fc
  .tuple(
    fc.record({ kind: fc.constantFrom(...SCHEDULED_KINDS), address: text(200, 1) }),
    someOf({ chain: text(60, 1), label: text(200, 1), part: fc.constantFrom(...COVERAGE_PARTS) }),
  )
  .map(([needed, some]) => ({ ...needed, ...some }));

const file = fc.record({
  sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  name: text(255, 1),
  size: fc.integer({ min: 0, max: 1_000_000_000 }),
  about: fc.constantFrom(...FILE_OWNERS),
  id: key,
});

const optionTerms = fc.record({
  parts: fc.array(part, { maxLength: 3 }),
  policyAggregateLimitMinor: optionalMoney,
  policyAggregateRetentionMinor: money(),
  riskLoadPrinciple: fc.constantFrom(...RISK_LOAD_PRINCIPLES),
  schedulePercent: real(-100, 1000),
  scheduleReason: orNull(idOf(wording.scheduleReasons)),
  scheduleNote: optionalText(2000),
});
const option = fc.record({
  id: fc.constantFrom(...OPTION_IDS),
  isOffered: fc.boolean(),
  terms: orNull(optionTerms),
});

/** What belongs to the deal: each section is there or not. */
const dealSections = someOf({
  options: fc.array(option, { minLength: 1, maxLength: 5 }),
  schedule: fc.array(scheduled, { minLength: 1, maxLength: 4 }),
  judgement,
  files: fc.array(file, { minLength: 1, maxLength: 3 }),
});
const dealTerms = someOf({ brokeragePercent: real(0, 60), contract, line, subjectivityTerms });

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

const names = fc.array(
  text(200, 1).filter((name) => name.trim() !== ''),
  { minLength: 1, maxLength: 4 },
);

/** Any content that the schema allows. */
export const anyContent: fc.Arbitrary<AssessmentContent> = fc
  .record({
    subject: fc.record(
      {
        name: text(200, 1),
        legalName: optionalText(300),
        type: fc.constantFrom(...SUBJECT_TYPES),
        liveSince: optionalDay,
        jurisdiction: optionalText(200),
        website: optionalText(500),
        group: optionalText(200),
        ...Object.fromEntries(LINK_LISTS.map((list) => [list, names])),
      },
      { requiredKeys: ['name', 'type'] },
    ),
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
    dealTerms,
    dealSections,
  })
  .map(({ dealTerms: more, dealSections: sections, ...content }) => ({
    ...content,
    ...sections,
    terms: { ...content.terms, ...more },
  }))
  .map((content) => assessmentContentSchema.parse(content));
