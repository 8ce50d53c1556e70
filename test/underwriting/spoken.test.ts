import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import type { Factor } from '#shared/domain/rating-model.ts';
import { lastDayOf } from '#shared/domain/unknown-day.ts';
import { findKnockOuts, flagFacts } from '#shared/scoring/knock-outs.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import type { Flag } from '#shared/scoring/score-result.ts';
import { contentIssues } from '#shared/underwriting/content-issues.ts';
import { decisionReferrals } from '#shared/underwriting/decision-rules.ts';
import { idleJudgementIssues } from '#shared/underwriting/judgement-findings.ts';
import { findReferrals } from '#shared/underwriting/referrals.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { arbitraryContent } from '../scoring/arbitrary-content.ts';
import { cents, day } from '../support/branded.ts';

// Whatever is said of an assessment, in any state: a rule that is added later is held to the same, by what random content
// makes it say. What no content at hand raises fails by name.

const RUNS = 400;
const TODAY = day('2026-11-22');

/** What random content lacks: days that are not known, slips of the pen, declarations, judgement and terms. */
const arbitraryTrouble = fc.record({
  precisions: fc.array(fc.constantFrom(undefined, 'month', 'year'), { minLength: 4, maxLength: 4 }),
  isTiny: fc.boolean(),
  isUnknown: fc.boolean(),
  declared: fc.constantFrom('yes', 'no', 'not-stated'),
  judged: fc.option(fc.record({ id: fc.nat(), score: fc.integer({ min: 0, max: 100 }) })),
  terms: fc.option(
    fc.record({
      schedulePercent: fc.constantFrom(0, 40),
      isEntered: fc.boolean(),
      limitMinor: fc.constantFrom(100, 2_500_000_000, 900_000_000_000_00),
      periodStart: fc.constantFrom('2026-11-01', '2026-12-01', '2027-06-01'),
      cyberClause: fc.constantFrom(null, 'LMA5564'),
      waitingHours: fc.constantFrom(8, 8760),
      exclusionId: fc.constantFrom(...model.exclusions.map(({ id }) => id)),
      pooling: fc.constantFrom('pooled', 'per-client'),
    }),
  ),
});
type Trouble = typeof arbitraryTrouble extends fc.Arbitrary<infer T> ? T : never;

function troubled(content: AssessmentContent, trouble: Trouble): AssessmentContent {
  const { terms, judged } = trouble;
  const factors = model.factors.filter(({ kind }) => kind !== 'computed');
  const incidents = content.incidents.map(({ datePrecision: _, ...incident }, i) => {
    const precision = trouble.precisions[i];
    const known =
      precision === undefined ? null : lastDayOf(incident.date.slice(0, precision === 'month' ? 7 : 4));
    return {
      ...incident,
      ...(known ?? {}),
      ...(trouble.isTiny ? { assetsAtTimeMinor: 100 } : {}),
      ...(trouble.isUnknown ? { assetsAtTimeMinor: null, recoveredMinor: null } : {}),
    };
  });
  const [part] = quotableExample.terms.parts;
  return assessmentContentSchema.parse({
    ...content,
    // As somebody enters them: every digit of an answer is printed.
    answers: Object.fromEntries(
      Object.entries(content.answers).map(([id, { value, ...answer }]) => [
        id,
        { ...answer, value: value === null ? null : Math.round(value * 10) / 10 },
      ]),
    ),
    incidents,
    declarations: Object.fromEntries(model.declarations.map(({ id }) => [id, trouble.declared])),
    ...(judged === null
      ? {}
      : {
          judgement: {
            answers: {
              [factors[judged.id % factors.length]!.id]: {
                score: judged.score,
                reason: 'other',
                words: 'As seen on the visit',
              },
            },
          },
        }),
    ...(terms === null
      ? {}
      : {
          terms: {
            ...quotableExample.terms,
            parts: [
              {
                ...part,
                limitMinor: terms.limitMinor,
                enteredRate: terms.isEntered ? { ratePercent: 2, reason: 'As agreed' } : null,
              },
            ],
            schedulePercent: terms.schedulePercent,
            scheduleReason: 'other',
            scheduleNote: 'As agreed',
            periodStart: terms.periodStart,
            cyberClause: terms.cyberClause,
            signingWording: terms.cyberClause === null ? null : 'excluded',
            buyBacks: [{ exclusionId: terms.exclusionId, reason: 'As agreed' }],
            contract: { waitingHours: terms.waitingHours, pooling: terms.pooling },
          },
        }),
  });
}

interface Said {
  readonly flags: readonly Flag[];
  readonly issues: readonly { readonly id: string; readonly severity: string; readonly message: string }[];
}

function said(content: AssessmentContent): Said {
  const score = scoreAssessment(content, model);
  return {
    flags: [
      ...findKnockOuts(flagFacts(content, model, score)),
      ...findReferrals(content, score, model),
      ...decisionReferrals(content, score, { model, today: TODAY }),
    ],
    issues: [
      ...contentIssues(content, model, { today: TODAY }),
      ...idleJudgementIssues(content, score, model),
    ],
  };
}

const anAnswer = { ...Object.values(quotableExample.answers)[0]!, evidence: 'verified' as const };

/** The answer to a question that scores best. */
const bestOf = (factor: Factor) =>
  factor.kind === 'ordinal'
    ? { level: factor.levels.toSorted((one, other) => other.score - one.score)[0]!.key, value: null }
    : { level: null, value: factor.mapping?.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0 };

const ownFactors = model.factors.filter((factor) => factor.appliesTo.includes('cex') && hasOwnAnswer(factor));

/** Well run, but for what somebody judged of its audits. */
const ONE_WEAK_PILLAR: AssessmentContent = {
  ...quotableExample,
  answers: Object.fromEntries(ownFactors.map((factor) => [factor.id, { ...anAnswer, ...bestOf(factor) }])),
  judgement: {
    answers: Object.fromEntries(
      ownFactors
        .filter(({ pillar }) => pillar === 'audits')
        .map(({ id }) => [id, { score: 35, reason: 'other', words: 'As seen on the visit' }]),
    ),
  },
};

const sample = [
  said(ONE_WEAK_PILLAR),
  ...fc
    .sample(fc.tuple(arbitraryContent(), arbitraryTrouble), RUNS)
    .map(([content, trouble]) => said(troubled(content, trouble))),
];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const sentences = [
  ...new Set(
    sample.flatMap(({ flags, issues }) => [
      ...flags.flatMap(({ label, reason }) => [label, reason]),
      ...issues.map(({ message }) => message),
    ]),
  ),
].map(plain);

/** What the model itself says: `third-party` is a code and a word. */
const WORDS_OF_MODEL = [
  ...model.factors,
  ...model.causes,
  ...model.referrals,
  ...model.knockOuts,
  ...model.coverageParts,
  ...model.exclusions,
  ...model.evidenceStates,
  ...model.subjectTypes,
]
  .map(({ label }) => label)
  .concat(model.declarations.map(({ question }) => question))
  .join(' ')
  .toLowerCase();

/** Codes that are no words of English: those with a hyphen in them. */
const CODES = [
  ...model.causes.map(({ code }) => code),
  ...[
    model.factors,
    model.declarations,
    model.coverageParts,
    model.subjectTypes,
    model.exclusions,
    model.subjectivities,
    model.evidenceStates,
    model.referrals,
    model.knockOuts,
  ].flatMap((records: readonly { readonly id: string }[]) => records.map(({ id }) => id)),
].filter((code) => code.includes('-') && !WORDS_OF_MODEL.includes(code));

describe('what is said of an assessment', () => {
  it('comes of every rule of the model and of its wording', () => {
    const raised = new Set(sample.flatMap(({ flags }) => flags.map(({ id }) => id)));
    const rules = [...model.knockOuts, ...model.referrals.filter(({ rule }) => rule.kind !== 'not-computed')];
    expect(rules.map(({ id }) => id).filter((id) => !raised.has(id))).toEqual([]);
  });

  it('has no code, no path and no key of a schema in it', () => {
    for (const sentence of sentences) {
      for (const code of CODES)
        expect([code, ` ${sentence} `.includes(code), sentence]).toEqual([code, false, sentence]);
      expect(sentence).not.toMatch(/[a-z][A-Z]|\b[a-z]+\.\d|undefined|NaN|\{\w+\}|\[object/);
    }
  });

  it('says nothing twice in a row, and every day with its own preposition', () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/\b(\p{L}{2,}) \1\b/iu);
      expect(sentence).not.toMatch(
        /\bon (\d{4}|\p{Lu}\p{L}+ \d{4})\b|\bin \d{1,2} \p{Lu}\p{L}\p{L} \d{4}|\b(of|on|in) (of|on|in)\b/u,
      );
    }
  });

  it('has no figure that nobody would say', () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/\d\.\d+ (years|months|days)/);
      expect(sentence).not.toMatch(/\d{1,3}(,\d{3})+(\.\d+)?%|\d{4,}%|\d\.\d{3,}/);
    }
  });

  it('says what is said alike of several things once, and names them', () => {
    // Of each part of the cover by its name, and of losses that belong together.
    const apart = /^(limit-above|sub-limit|one-loss|contradicted|not-asked|needed|unknown)/;
    for (const { issues } of sample) {
      const kinds = issues
        .filter(({ severity, id }) => ['warning', 'missing'].includes(severity) && !apart.test(id))
        .map(({ message }) =>
          plain(message)
            .replaceAll(/“[^”]*”/g, '“”')
            .replaceAll(/\d[\d,.]*/g, '#'),
        );
      expect(kinds).toEqual([...new Set(kinds)]);
    }
  });
});

describe('a referral', () => {
  const base = quotableExample;
  const flag = (content: AssessmentContent, id: string) => said(content).flags.find((one) => one.id === id);

  it('is named by the cause that raised it', () => {
    const untested = structuredClone(base) as AssessmentContent & { answers: Record<string, unknown> };
    delete untested.answers['cu-reserves'];
    expect(flag(untested, 'rf-evidence')).toMatchObject({
      label: 'A question that a knock-out rests on has no answer',
      reason: expect.stringMatching(/^Tested by a knock-out and not provided: /),
    });
    const unproven = {
      ...base,
      answers: Object.fromEntries(
        Object.entries(base.answers).map(([id, answer]) => [
          id,
          { ...answer, evidence: 'asserted' as const },
        ]),
      ),
    };
    expect(flag(unproven, 'rf-evidence')?.label).toBe('More than 20% of applicable weight unproven');
    const both = flag({ ...base, answers: {} }, 'rf-evidence');
    expect(both?.label).toBe(
      'More than 20% of applicable weight unproven; A question that a knock-out rests on has no answer',
    );
    expect(flag({ ...base, subject: { ...base.subject, liveSince: null } }, 'rf-young')?.label).toBe(
      'Date live since not given',
    );
    expect(
      flag({ ...base, subject: { ...base.subject, liveSince: day('2026-10-14') } }, 'rf-young'),
    ).toMatchObject({
      label: 'Live under 6 months',
      reason: expect.stringMatching(/^Live since 14\s+Oct\s+2026: 39\s+days, under 6\s+months\.$/),
    });
  });

  it('of a cause that came back gives its label and both days', () => {
    const loss = (id: string, date: string) => ({
      ...quotableExample.incidents[0]!,
      id,
      date: day(date),
      cause: 'key-hot',
      boundary: 'own' as const,
      lossMinor: cents(500_000_000),
      assetsAtTimeMinor: cents(900_000_000_000),
    });
    const incidents = [loss('a', '2023-03-03'), loss('b', '2024-06-05')];
    expect(plain(flag({ ...base, incidents }, 'rf-repeat')?.reason ?? '')).toBe(
      '“Hot-wallet or operational key compromise” came back within 2 years: on 3 Mar 2023 and on 5 Jun 2024.',
    );
  });

  it('of a loss beyond all assets tells it as a multiple of them', () => {
    const incident = {
      ...quotableExample.incidents[0]!,
      boundary: 'own' as const,
      date: day('2026-03-03'),
      lossMinor: cents(620_000_000_00),
      assetsAtTimeMinor: cents(1_000_00),
    };
    expect(plain(flag({ ...base, incidents: [incident] }, 'rf-large-loss')?.reason ?? '')).toBe(
      'Own loss of 620,000 times the assets on 3 Mar 2026.',
    );
  });
});
