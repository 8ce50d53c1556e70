import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { agreesAsPrinted, figureAt } from '#shared/underwriting/printed-figure.ts';
import { findReferrals } from '#shared/underwriting/referrals.ts';
import { bundledModel, quoteCase, workedExample } from '#test/models/bundled-model.ts';

const score = scoreAssessment(workedExample, bundledModel);
const result = { score: { ...score, referrals: findReferrals(workedExample, score, bundledModel) } };
const figures = Object.entries(quoteCase.expected).filter(([path]) => path.startsWith('score/'));

describe('scores of the worked example', () => {
  it('names every figure printed', () => expect(figures.length).toBe(41));

  it.each(figures)('%s is %s', (path, printed) => {
    const actual = figureAt(result, path);
    expect(agreesAsPrinted(actual, printed), `${String(actual)} instead of ${printed}`).toBe(true);
  });
});
