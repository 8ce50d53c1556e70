import { describe, expect, it } from 'vitest';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
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
