import { describe, expect, it } from 'vitest';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { decide } from '#shared/underwriting/decision.ts';
import { quotableExample as content } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';
import { judged } from './judged.ts';

const withTerms = (terms: Partial<QuoteTerms>): AssessmentContent => ({
  ...content,
  terms: { ...content.terms, ...terms },
});
const decisionOn = (of: AssessmentContent) => judged(of).decision;

describe('what an assessment may be issued as', () => {
  it('is a quote when nothing stands against it', () => {
    expect(decisionOn(content)).toEqual({ kind: 'quote', reasons: [] });
  });

  it('is an indication with the reasons while a referral is open', () => {
    const decision = decisionOn(withTerms({ cyberClause: null, schedulePercent: -40 }));
    expect(decision.kind).toBe('indication');
    expect(decision.reasons).toHaveLength(2);
    expect(decision.reasons.every((reason) => /^Referred: .+\. .+/.test(reason))).toBe(true);
  });

  it.each<[string, 'not-quotable' | 'refused', AssessmentContent, RegExp]>([
    [
      'knocked out',
      'not-quotable',
      { ...content, declarations: { ...content.declarations, 'ko-insolvent': 'yes' } },
      /Knocked out/,
    ],
    ['without a grade', 'not-quotable', { ...content, answers: {} }, /unproven|grade/],
    ['without a part', 'refused', withTerms({ parts: [] }), /coverage part/],
    [
      'without an exposed value',
      'refused',
      { ...content, exposures: { ...content.exposures, onlinePeakMinor: null } },
      /online/,
    ],
    [
      'with an incident that has not happened yet',
      'refused',
      {
        ...content,
        incidents: content.incidents.map((incident) => ({ ...incident, date: day('2026-11-23') })),
      },
      /^The date of incident no. 1 must not be after the day of assessment/,
    ],
    ['at a schedule adjustment without a reason', 'refused', withTerms({ scheduleReason: null }), /reason/],
  ])('is nothing at all %s: %s', (_name, kind, of, message) => {
    const decision = decisionOn(of);
    expect(decision.kind).toBe(kind);
    expect(decision.reasons.join('\n')).toMatch(message);
    expect(new Set(decision.reasons).size).toBe(decision.reasons.length);
  });
});

describe('what somebody with authority has approved', () => {
  const referred = withTerms({ cyberClause: null, schedulePercent: -40 });
  const ids = judged(referred)
    .flags.filter(({ kind }) => kind === 'referral')
    .map(({ id }) => id);
  const decisionWith = (of: AssessmentContent, cleared: readonly string[]) =>
    decide(judged(of).issues, cleared);

  it('stands in the way of a quote no more, and what was not approved still does', () => {
    expect(ids).toHaveLength(2);
    expect(decisionWith(referred, ids)).toEqual({ kind: 'quote', reasons: [] });
    expect(decisionWith(referred, ids.slice(1))).toMatchObject({
      kind: 'indication',
      reasons: [expect.anything()],
    });
    expect(decisionWith(withTerms({ cyberClause: null, periodStart: null }), ids).kind).toBe('indication');
  });

  it('may be a grade whose action is to decline, and never a knock-out or a fault of the content', () => {
    const declined = {
      severity: 'cannot-quote',
      id: 'grade',
      about: 'score',
      field: null,
      message: 'C.',
    } as const;
    expect(decide([declined]).kind).toBe('not-quotable');
    expect(decide([declined], ['grade']).kind).toBe('quote');
    const knockedOut = {
      ...content,
      declarations: { ...content.declarations, 'ko-insolvent': 'yes' as const },
    };
    const all = judged(knockedOut).issues.map(({ id }) => id);
    expect(decisionWith(knockedOut, all).kind).toBe('not-quotable');
    const withoutParts = withTerms({ parts: [] });
    expect(
      decisionWith(
        withoutParts,
        judged(withoutParts).issues.map(({ id }) => id),
      ).kind,
    ).toBe('refused');
  });
});
