import { describe, expect, it } from 'vitest';
import { shownText } from '#renderer/charts/chart-view.ts';
import { factorContributionView, factorPoints } from '#renderer/charts/factor-contribution-view.ts';
import { bandSpans, gaugeView } from '#renderer/charts/gauge-view.ts';
import { pillarView } from '#renderer/charts/pillar-view.ts';
import { shareInWords } from '#renderer/charts/share-in-words.ts';
import { modelWords } from '#shared/domain/model-words.ts';
import { PILLARS } from '#shared/domain/vocabulary.ts';
import { exampleScore, model } from '../print/worked-example.ts';

const words = modelWords(model);

describe('shareInWords', () => {
  it.each([
    [0.5, 'half'],
    [0.512, 'about half'],
    [0.33, 'a third'],
    [0.42, '42%'],
    [0.043, '4.3%'],
  ])('%d is %s', (share, expected) => {
    expect(shareInWords(share)).toBe(expected);
  });
});

describe('pillarView', () => {
  it('names the weakest pillar of the worked example', () => {
    const view = pillarView(exampleScore, words);
    expect(view.title).toBe('Custody is the weakest pillar at 72.0');
    expect(view.table.rows.map((row) => row.map(shownText))).toEqual([
      ['Custody and key management', '55%', '72.0', '8.0%'],
      ['Audits and technical assurance', '20%', '77.3', '4.3%'],
      ['Incident history', '25%', '81.8', '0.0%'],
      ['Overall', '100%', '74.5', '5.3%'],
    ]);
    expect(view.summary).toContain('The overall score is 74.5');
  });

  it('says when no pillar stands out and when one caps the score', () => {
    const level = (scores: readonly number[]) => ({
      ...exampleScore,
      pillars: Object.fromEntries(
        PILLARS.map((pillar, index) => [
          pillar,
          { ...exampleScore.pillars[pillar], score: scores[index] ?? 0 },
        ]),
      ) as typeof exampleScore.pillars,
    });
    expect(pillarView(level([70, 71, 73]), words).title).toBe(
      'No pillar stands out: all three lie within 3.0 points',
    );
    expect(
      pillarView({ ...level([24, 71, 73]), weakPillarCap: { pillar: 'custody', cap: 57 } }, words).title,
    ).toBe('Custody at 24.0 caps the overall score at 57');
  });
});

describe('factorPoints', () => {
  it('adds up to the pillar and puts the most lost first', () => {
    const rows = factorPoints(exampleScore, 'custody');
    const lost = rows.map((row) => row.lost);
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
    expect(rows.reduce((sum, row) => sum + row.points, 0)).toBeCloseTo(72, 9);
    expect(rows.reduce((sum, row) => sum + row.possible, 0)).toBeCloseTo(100, 9);
  });

  it('puts all pillars on the scale of their weighted mean', () => {
    const rows = factorPoints(exampleScore, null);
    const { experience } = exampleScore.incidentWorking;
    const expected =
      0.55 * exampleScore.pillars.custody.weightedMean +
      0.2 * exampleScore.pillars.audits.weightedMean +
      0.25 * experience;
    expect(rows.reduce((sum, row) => sum + row.points, 0)).toBeCloseTo(expected, 6);
    expect(rows.reduce((sum, row) => sum + row.possible, 0)).toBeCloseTo(100, 9);
  });

  it('leaves out what does not apply and names the costliest factor', () => {
    const view = factorContributionView(exampleScore, 'custody', words);
    const [first] = factorPoints(exampleScore, 'custody');
    expect(view.title).toMatch(
      new RegExp(`^${first?.factor.label} loses most: \\d+\\.\\d\\d of \\d+\\.\\d\\d points$`),
    );
    expect(view.table.rows).toHaveLength(15);
  });
});

describe('gauge', () => {
  it('lays the bands end to end from 0 to 100', () => {
    const spans = bandSpans(model.gradeBands);
    expect(spans[0]).toEqual({ grade: 'D', from: 0, to: 18 });
    expect(spans.at(-1)).toEqual({ grade: 'AAA', from: 92, to: 100 });
    spans.slice(1).forEach((span, index) => {
      expect(span.from).toBe(spans[index]?.to);
    });
  });

  it('states grade, score and range', () => {
    const view = gaugeView(exampleScore);
    expect(view.title).toBe('Grade BBB at 74.5 of 100');
    expect(view.summary).toMatch(/Unproven answers leave it at \d+\.\d to \d+\.\d \(BBB to A\)/);
  });

  it('keeps the ungated score visible under a knock-out', () => {
    const view = gaugeView({
      ...exampleScore,
      outcome: { kind: 'knocked-out', grade: 'D', action: 'Decline' },
    });
    expect(view.title).toBe('Knocked out: grade D; without the knock-out 74.5 would be BBB');
  });
});
