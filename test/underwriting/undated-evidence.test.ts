import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { addDays } from '#shared/domain/dates.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { quotableExample } from '#test/models/bundled-model.ts';
import { model } from '#test/models/model-2026-2.ts';

const judged = (content: AssessmentContent) => judge({ content, model, today: content.asOf, grid: 'draft' });
const ageRule = (content: AssessmentContent) =>
  judged(content).flags.filter(({ id }) => id === 'evidence-old');

const dated = (seenOn: string | null): AssessmentContent => ({
  ...quotableExample,
  answers: Object.fromEntries(
    Object.entries(quotableExample.answers).map(([id, answer]) => [
      id,
      { ...answer, seenOn: seenOn as never },
    ]),
  ),
  incidentRegister: { ...quotableExample.incidentRegister, evidence: 'verified', seenOn: seenOn as never },
});

describe('evidence that counts as seen', () => {
  it('on no known day is a referral that names it, as is old evidence: taking its day off lifts nothing', () => {
    const undated = judged(dated(null));
    const whole = judged(dated(quotableExample.asOf));
    const seen = Object.entries(quotableExample.answers).filter(
      ([, { evidence }]) => evidence === 'verified' || evidence === 'documented',
    );
    expect(seen.length).toBeGreaterThan(3);
    const [told, ...more] = ageRule(dated(null));
    expect(more).toEqual([]);
    expect(told?.fields.toSorted()).toEqual(
      [...seen.map(([id]) => `answers.${id}`), 'incidentRegister'].sort(),
    );
    expect(told?.reason).toMatch(/^Without a “Seen on” date, so that nobody can tell how old it is: “/);
    expect(undated.decision.kind).not.toBe('quote');
    expect(ageRule(dated(addDays(quotableExample.asOf, -400)))[0]?.reason).toMatch(
      /^More than 12 months before/,
    );
    expect(ageRule(dated(quotableExample.asOf))).toEqual([]);
    expect([undated.score, undated.price]).toEqual([whole.score, whole.price]);
  });

  it('is not asked of what is only stated, nor of what does not apply to the subject', () => {
    const [first] = Object.keys(quotableExample.answers);
    const answer = { ...quotableExample.answers[first!]!, seenOn: null };
    const only = (evidence: 'asserted' | 'verified', type = quotableExample.subject.type) => ({
      ...dated(quotableExample.asOf),
      subject: { ...quotableExample.subject, type },
      answers: { [first!]: { ...answer, evidence } },
    });
    expect(ageRule(only('verified'))).toHaveLength(1);
    expect(ageRule(only('asserted'))).toEqual([]);
    const elsewhere = model.subjectTypes.find(
      ({ id }) => model.factors.find((factor) => factor.id === first)?.appliesTo.includes(id) === false,
    );
    if (elsewhere !== undefined) expect(ageRule(only('verified', elsewhere.id))).toEqual([]);
  });
});

describe('what counts as seen without a source', () => {
  const full = (source: string | null): AssessmentContent => {
    const of = dated(quotableExample.asOf);
    const sourced = { source: source as never, seenOn: quotableExample.asOf };
    return {
      ...of,
      exposures: { ...of.exposures, ...sourced },
      answers: Object.fromEntries(
        Object.entries(of.answers).map(([id, answer]) => [id, { ...answer, ...sourced }]),
      ),
      incidentRegister: { ...of.incidentRegister, ...sourced },
    };
  };
  const told = (content: AssessmentContent, id: string) =>
    judged(content).issues.filter((one) => one.id === id);

  it.each([null, '', 'TBC', 'to follow'])('is asked for its source where that is %j', (source) => {
    const [one, ...more] = told(full(source), 'source-unknown');
    expect(more).toEqual([]);
    expect(one?.fields).toContain('exposures');
    expect(one?.message).toMatch(
      /pieces of evidence without a source, though the evidence counts as seen: .+ and \d+ more/,
    );
  });

  it('is not where each has one', () => {
    expect(told(full('Letter of the auditor, 3 Nov 2026'), 'source-unknown')).toEqual([]);
    expect(ageRule(full('Letter of the auditor, 3 Nov 2026'))).toEqual([]);
  });

  it('are the exposures too, once a figure of them is given', () => {
    const of = full('Balance sheet');
    const [one] = ageRule({ ...of, exposures: { ...of.exposures, seenOn: null } });
    expect(one?.reason).toMatch(/Without a “Seen on” date.*exposures\.$/);
  });
});

describe('a subjectivity whose own words say before binding', () => {
  const [first] = model.subjectivities.filter(({ text }) => /before binding/i.test(text));
  const start = addDays(quotableExample.asOf, 20);
  const due = (days: number, when?: 'before-binding' | 'after-binding') =>
    judged({
      ...quotableExample,
      terms: {
        ...quotableExample.terms,
        periodStart: start,
        subjectivities: [{ id: first!.id, dueOn: addDays(start, days) }],
        ...(when === undefined ? {} : { subjectivityTerms: { [first!.id]: { when } } }),
      },
    }).decision;

  it('is not due after cover begins, nor set for after binding', () => {
    expect(due(-1).kind).not.toBe('refused');
    expect(due(1)).toMatchObject({ kind: 'refused' });
    expect(due(1).reasons.join(' ')).toContain('own words ask for it before');
    expect(due(-1, 'before-binding').kind).not.toBe('refused');
    expect(due(-1, 'after-binding').reasons.join(' ')).toContain(
      'by its own words, but is set for after binding',
    );
  });
});
