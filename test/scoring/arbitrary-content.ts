import fc from 'fast-check';
import {
  type AssessmentContent,
  assessmentContentSchema,
  incidentSchema,
} from '#shared/domain/assessment-content.ts';
import { addDays } from '#shared/domain/dates.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import {
  BOUNDARIES,
  FIX_STATUSES,
  POSTMORTEMS,
  SUBJECT_TYPES,
  type SubjectType,
} from '#shared/domain/vocabulary.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';

const AS_OF = '2026-11-22';

const arbitraryAnswer = (factorId: string) => {
  const factor = bundledModel.factors.find((f) => f.id === factorId)!;
  const given =
    factor.kind === 'ordinal'
      ? fc.record({ level: fc.constantFrom(...factor.levels.map((l) => l.key)) })
      : fc.record({ value: fc.double({ min: 0, max: 150, noNaN: true }) });
  return fc
    .tuple(
      fc.constantFrom('verified', 'documented', 'asserted', 'not-provided', 'not-applicable'),
      given,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(null, 'Does not exist here'),
    )
    .map(([evidence, value, isUnchangedSinceReview, hasSocialisedLoss, reason]) => ({
      evidence,
      ...value,
      isUnchangedSinceReview,
      hasSocialisedLoss,
      reason,
    }));
};

/** Answers to some of the factors that apply to a type. */
const arbitraryAnswers = (type: SubjectType) =>
  fc.record(
    Object.fromEntries(
      bundledModel.factors
        .filter((f) => f.appliesTo.includes(type) && hasOwnAnswer(f))
        .map((f) => [f.id, arbitraryAnswer(f.id)]),
    ),
    { requiredKeys: [] },
  );

export const arbitraryIncident = fc
  .record({
    daysAgo: fc.integer({ min: 0, max: 4000 }),
    cause: fc.constantFrom('key-hot', 'insider', 'sc-logic', 'unknown', 'rug', 'oracle', 'social-eng'),
    boundary: fc.constantFrom(...BOUNDARIES),
    lossMinor: fc.integer({ min: 0, max: 400_000_000_00 }),
    recoveredMinor: fc.integer({ min: 0, max: 400_000_000_00 }),
    assetsAtTimeMinor: fc.integer({ min: 1, max: 2_000_000_000_00 }),
    fixStatus: fc.constantFrom(...FIX_STATUSES),
    usersMadeWholePercent: fc.double({ min: 0, max: 100, noNaN: true }),
    disclosureHours: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
    postmortem: fc.constantFrom(...POSTMORTEMS),
    id: fc.uuid(),
  })
  .map(({ daysAgo, ...incident }) =>
    incidentSchema.parse({ ...incident, date: addDays(day(AS_OF), -daysAgo) }),
  );

/** Any schema-valid content without terms, from empty to complete, of any subject type. */
export const arbitraryContent = (maximumIncidents = 4): fc.Arbitrary<AssessmentContent> =>
  fc.constantFrom(...SUBJECT_TYPES).chain((type) =>
    fc
      .record({
        answers: arbitraryAnswers(type),
        incidents: fc.array(arbitraryIncident, { maxLength: maximumIncidents }),
        register: fc.constantFrom('verified', 'documented', 'asserted', 'not-provided'),
        daysLive: fc.option(fc.integer({ min: -100, max: 5000 })),
        online: fc.integer({ min: 1_000_000_00, max: 5_000_000_000_00 }),
        offline: fc.integer({ min: 1_000_000_00, max: 5_000_000_000_00 }),
        locked: fc.integer({ min: 1_000_000_00, max: 5_000_000_000_00 }),
        stake: fc.integer({ min: 1_000_000_00, max: 5_000_000_000_00 }),
      })
      .map((r) =>
        assessmentContentSchema.parse({
          subject: {
            name: 'Arbitrary',
            type,
            liveSince: r.daysLive === null ? null : addDays(day(AS_OF), -r.daysLive),
          },
          asOf: AS_OF,
          answers: r.answers,
          incidents: r.incidents,
          incidentRegister: { evidence: r.register },
          exposures: {
            onlinePeakMinor: r.online,
            offlineMinor: r.offline,
            valueLockedMinor: r.locked,
            stakeMinor: r.stake,
          },
        }),
      ),
  );
