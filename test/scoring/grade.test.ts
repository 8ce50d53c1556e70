import { describe, expect, it } from 'vitest';
import { gradeBand, overallScore } from '#shared/scoring/overall-score.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel, contentWith, workedExample } from '#test/models/bundled-model.ts';

const shares = { custody: 0.55, audits: 0.2, incidents: 0.25 };
const overall = (custody: number, audits: number, incidents: number) =>
  overallScore({ custody, audits, incidents }, shares, bundledModel);

describe('grade bands', () => {
  it.each(bundledModel.gradeBands.map((b) => [b.grade, b.minimumScore] as const))(
    '%s begins exactly at %d, unrounded',
    (grade, edge) => {
      expect(gradeBand(edge, bundledModel).grade).toBe(grade);
      expect(gradeBand(edge + 0.004, bundledModel).grade).toBe(grade);
      if (edge > 0) expect(gradeBand(edge - 0.004, bundledModel).grade).not.toBe(grade);
    },
  );

  it('is not lost to binary arithmetic: equal pillars on an edge keep it', () => {
    for (const { grade, minimumScore } of bundledModel.gradeBands) {
      expect(gradeBand(overall(minimumScore, minimumScore, minimumScore).blended, bundledModel).grade).toBe(
        grade,
      );
    }
  });
});

describe('overall score', () => {
  it('blends the weighted mean with the lowest pillar', () => {
    const { weightedPillars, lowestPillar, blended } = overall(80, 40, 60);
    expect(weightedPillars).toBeCloseTo(67, 12);
    expect(lowestPillar).toBe('audits');
    expect(blended).toBeCloseTo(0.7 * 67 + 0.3 * 40, 12);
  });

  it('caps at 57 when a pillar is under 30, not at 30', () => {
    expect(overall(100, 29.9, 100)).toMatchObject({
      overall: 57,
      weakPillarCap: { cap: 57, pillar: 'audits' },
    });
    expect(overall(100, 30, 100).weakPillarCap).toBeNull();
    expect(overall(20, 20, 20)).toMatchObject({ overall: 20, weakPillarCap: null });
  });
});

describe('outcome', () => {
  it('gives no grade above a gap of 0.40 and keeps the ungated band', () => {
    const empty = scoreAssessment(contentWith(), bundledModel);
    expect(empty.evidenceGap).toBe(1);
    expect(empty.outcome).toMatchObject({ kind: 'no-grade', grade: null });
    expect(empty.overall).toBe(0);
    expect(empty.ungatedGrade).toBe('D');
  });

  it('lets a knock-out go before "no grade"', () => {
    const content = contentWith({ answers: { 'cu-quorum': { evidence: 'asserted', level: 'single' } } });
    const result = scoreAssessment(content, bundledModel);
    expect(result.evidenceGap).toBeGreaterThan(0.4);
    expect(result.outcome).toMatchObject({ kind: 'knocked-out', grade: 'D' });
  });

  it('keeps the ungated score of a knocked-out subject', () => {
    const content = { ...workedExample, declarations: { 'ko-principals': 'yes' as const } };
    const result = scoreAssessment(content, bundledModel);
    expect(result.outcome.kind).toBe('knocked-out');
    expect(result.ungatedGrade).toBe('BBB');
    expect(result.overall).toBeCloseTo(74.4646, 4);
  });
});
