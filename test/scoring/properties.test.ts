import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AssessmentContent } from '#shared/domain/assessment-content.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import { EVIDENCE_STATES, PILLARS } from '#shared/domain/vocabulary.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { BLANK_ANSWER } from '#test/support/blank-answer.ts';
import { arbitraryContent, arbitraryIncident } from './arbitrary-content.ts';

const NOISE = 1e-9;
const score = (content: AssessmentContent) => scoreAssessment(content, bundledModel);
const factors = bundledModel.factors.filter(hasOwnAnswer);
const withAnswer = (content: AssessmentContent, id: string, answer: Answer): AssessmentContent => ({
  ...content,
  answers: { ...content.answers, [id]: answer },
});
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('properties of any assessment', () => {
  it('is total, bounded, and adds up', () => {
    fc.assert(
      fc.property(arbitraryContent(6), (content) => {
        const result = score(content);
        expect(numbersIn(result).every(Number.isFinite)).toBe(true);
        expect(result.overall).toBeGreaterThanOrEqual(0);
        expect(result.overall).toBeLessThanOrEqual(100);
        expect(result.evidenceGap).toBeGreaterThanOrEqual(0);
        expect(result.evidenceGap).toBeLessThanOrEqual(1 + NOISE);
        for (const id of PILLARS) {
          const pillar = result.pillars[id];
          expect(pillar.score).toBeGreaterThanOrEqual(0);
          expect(pillar.score).toBeLessThanOrEqual(100);
          const applicable = pillar.factors.filter((f) => f.status !== 'not-applicable');
          if (applicable.length === 0) continue;
          expect(pillar.factors.reduce((sum, f) => sum + f.points, 0)).toBeCloseTo(pillar.weightedMean, 9);
          expect(pillar.factors.reduce((sum, f) => sum + f.share, 0)).toBeCloseTo(1, 12);
          if (id !== 'incidents') expect(pillar.score).toBe(pillar.weightedMean);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stands inside its own range, and every question adds nothing below zero', () => {
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        const { overall, range, askNext } = score(content);
        expect(range.low).toBeLessThanOrEqual(overall + NOISE);
        expect(range.high).toBeGreaterThanOrEqual(overall - NOISE);
        for (const question of askNext) {
          expect(question.couldAdd).toBeGreaterThanOrEqual(0);
          expect(overall + question.couldAdd).toBeLessThanOrEqual(range.high + NOISE);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a better level never lowers the overall score', () => {
    const ordinal = factors.filter((f) => f.kind === 'ordinal');
    fc.assert(
      fc.property(
        arbitraryContent(2),
        fc.constantFrom(...ordinal),
        fc.constantFrom('verified', 'documented', 'asserted'),
        (content, factor, evidence) => {
          const scores = [...factor.levels]
            .sort((a, b) => a.score - b.score)
            .map(
              (l) =>
                score(withAnswer(content, factor.id, { ...BLANK_ANSWER, evidence, level: l.key })).overall,
            );
          for (const [i, s] of scores.entries())
            expect(s).toBeGreaterThanOrEqual((scores[i - 1] ?? 0) - NOISE);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('more evidence never lowers a pillar or the overall score', () => {
    const rising = [...EVIDENCE_STATES].filter((s) => s !== 'not-applicable').reverse();
    fc.assert(
      fc.property(arbitraryContent(3), fc.constantFrom(...factors), fc.nat(5), (content, factor, n) => {
        const given =
          factor.kind === 'ordinal'
            ? { level: factor.levels[n % factor.levels.length]!.key }
            : { value: n * 3 };
        const results = rising.map((evidence) =>
          score(withAnswer(content, factor.id, { ...BLANK_ANSWER, ...given, evidence })),
        );
        for (let i = 1; i < results.length; i += 1) {
          expect(results[i]!.overall).toBeGreaterThanOrEqual(results[i - 1]!.overall - NOISE);
          expect(results[i]!.evidenceGap).toBeLessThanOrEqual(results[i - 1]!.evidenceGap + NOISE);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('better register evidence never lowers the incident pillar', () => {
    fc.assert(
      fc.property(arbitraryContent(4), (content) => {
        const pillars = (['not-provided', 'asserted', 'documented', 'verified'] as const).map(
          (evidence) =>
            score({ ...content, incidentRegister: { ...content.incidentRegister, evidence } }).pillars
              .incidents.score,
        );
        for (const [i, p] of pillars.entries())
          expect(p).toBeGreaterThanOrEqual((pillars[i - 1] ?? 0) - NOISE);
      }),
      { numRuns: 300 },
    );
  });

  it('adding an incident never raises the incident pillar', () => {
    fc.assert(
      fc.property(arbitraryContent(6), arbitraryIncident, (content, incident) => {
        const before = score(content).pillars.incidents.score;
        const after = score({ ...content, incidents: [...content.incidents, incident] }).pillars.incidents
          .score;
        expect(after).toBeLessThanOrEqual(before + NOISE);
      }),
      { numRuns: 500 },
    );
  });

  it('an answer not applicable leaves the denominator, one not provided stays in it', () => {
    fc.assert(
      fc.property(
        arbitraryContent(0),
        fc.constantFrom(...factors.filter((f) => f.pillar !== 'incidents')),
        (c, f) => {
          fc.pre(f.appliesTo.includes(c.subject.type));
          const out = score(
            withAnswer(c, f.id, { ...BLANK_ANSWER, evidence: 'not-applicable', reason: 'None here' }),
          );
          const missing = score(withAnswer(c, f.id, { ...BLANK_ANSWER, evidence: 'not-provided' }));
          const [without, zero] = [out.pillars[f.pillar], missing.pillars[f.pillar]];
          expect(zero.applicableWeight - without.applicableWeight).toBeCloseTo(f.weight, 12);
          expect(zero.unprovenWeight - without.unprovenWeight).toBeCloseTo(f.weight, 12);
          expect(zero.score * zero.applicableWeight).toBeCloseTo(without.score * without.applicableWeight, 8);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes twelve incidents in all 4,096 subsets and more with one left out', () => {
    const record = (n: number) => fc.array(arbitraryIncident, { minLength: n, maxLength: n });
    fc.assert(
      fc.property(arbitraryContent(0), record(12), record(30), (content, twelve, thirty) => {
        for (const incidents of [twelve, thirty]) {
          const whole = score({ ...content, incidents });
          const leftOut = score({ ...content, incidents: incidents.slice(1) });
          const least = whole.pillars.incidents.score;
          expect(least).toBeLessThanOrEqual(whole.incidentWorking.fullSetScore + NOISE);
          expect(least).toBeLessThanOrEqual(leftOut.incidentWorking.fullSetScore + NOISE);
          if (incidents === twelve)
            expect(least).toBeLessThanOrEqual(leftOut.pillars.incidents.score + NOISE);
        }
      }),
      { numRuns: 10 },
    );
  });
});
