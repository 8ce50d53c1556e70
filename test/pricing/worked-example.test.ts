import { describe, expect, it } from 'vitest';
import {
  type ActuarialResult,
  type Distortion,
  discreteMoments,
  distortedMean,
  expectValue,
  proportionalHazard,
  readDistribution,
  tailValueAtRisk,
  wangTransform,
} from '#shared/actuarial/library/index.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { agreesAsPrinted, figureAt } from '#shared/underwriting/printed-figure.ts';
import { bundledModel, quotableExample, quoteCase, workedExample } from '#test/models/bundled-model.ts';
import { judged } from '#test/underwriting/judged.ts';
import { wordForWord } from './word-for-word.ts';

const score = scoreAssessment(workedExample, bundledModel);
const price = priceAssessment({
  content: workedExample,
  score,
  model: bundledModel,
  options: { grid: 'full' },
});
const bridge = premiumBridge({
  content: workedExample,
  score,
  model: bundledModel,
  options: { grid: 'full' },
});
if (!price.ok || !bridge.ok) throw new Error('the worked example cannot be priced');
const result = { score, price: price.value, bridge: bridge.value };
const figures = Object.entries(quoteCase.expected).filter(([path]) => !path.startsWith('score/'));

describe('price of the worked example', () => {
  it('names every figure printed, four of them with a tolerance for the lattice they were printed from', () => {
    expect(figures).toHaveLength(147);
    expect(Object.keys(quoteCase.tolerance)).toHaveLength(4);
  });

  it.each(figures)('%s is %s', (path, printed) => {
    const actual = figureAt(result, path);
    expect(
      agreesAsPrinted(actual, printed, quoteCase.tolerance[path]),
      `${String(actual)} instead of ${printed}`,
    ).toBe(true);
  });

  it('passes its certificate, and nothing keeps it from being quoted', () => {
    expect(price.value.certificate.verdict).toBe('pass');
    const evaluation = judged(quotableExample, { grid: 'full' });
    expect(evaluation).toMatchObject({ blocks: [], warnings: [], referrals: [], isQuotable: true });
  });

  it('is the same to the cent on the draft grid but for the last cents', () => {
    const draft = priceAssessment({
      content: workedExample,
      score,
      model: bundledModel,
      options: { grid: 'draft' },
    });
    if (!draft.ok) throw new Error(draft.failure.message);
    expect(Math.abs(draft.value.technicalMinor - price.value.technicalMinor)).toBeLessThanOrEqual(20);
    expect(draft.value.quotedMinor).toBe(price.value.quotedMinor);
  });
});

describe('figures printed from a lattice', () => {
  // The printed tails and distortion loads carry the error of the lattice they were printed from: a limit of 25m between two
  // points of M / 65,536 is smeared over a step of 1,312. Followed word for word, the recipe gives every digit of them.
  it('are those of section 5 word for word: n = 4,096, PL / 65,536, M / 65,536, each mass spread on two neighbours', () => {
    const { law, mean } = wordForWord(workedExample, bundledModel);
    const distribution = expectValue(readDistribution(law));
    const tail = (level: number) => expectValue(tailValueAtRisk(distribution, level));
    const load = (outcome: ActuarialResult<Distortion>) =>
      distortedMean(distribution, expectValue(outcome)) - mean;
    const { costOfCapital, wangLambda, proportionalHazardRho } = bundledModel.pricing.riskLoad;
    const made: Readonly<Record<string, number>> = {
      'price/loss/tails/0.95/tailValueAtRisk': tail(0.95),
      'price/loss/tails/0.99/tailValueAtRisk': tail(0.99),
      'price/riskLoads/cost-of-capital/amount':
        costOfCapital.rate * costOfCapital.share * (tail(0.99) - mean),
      'price/riskLoads/wang/amount': load(wangTransform(wangLambda)),
      'price/riskLoads/proportional-hazard/amount': load(proportionalHazard(proportionalHazardRho)),
      'price/loss/skewness': discreteMoments(law).skewness,
    };
    expect(Object.keys(quoteCase.tolerance).filter((path) => made[path] === undefined)).toEqual([]);
    for (const [path, value] of Object.entries(made)) {
      const printed = quoteCase.expected[path]!;
      expect(agreesAsPrinted(value, printed), `${path}: ${value} instead of ${printed}`).toBe(true);
    }
  });

  // Section 5 of the algorithm allows tail values 0.01 % of the maximum payable and distortion loads 0.03 %; a run on
  // finer lattices shows which side errs.
  it('move by next to nothing on lattices four times as fine', () => {
    const lattice = { ...bundledModel.pricing.lattice, partPoints: 16_384, policyPoints: 262_144 };
    const finer = { ...bundledModel, pricing: { ...bundledModel.pricing, lattice } };
    const fine = priceAssessment({ content: workedExample, score, model: finer, options: { grid: 'full' } });
    if (!fine.ok) throw new Error(fine.failure.message);
    const relative = (path: string) => {
      const [a, b] = [figureAt(price.value, path), figureAt(fine.value, path)].map(Number);
      return Math.abs(a! - b!) / b!;
    };
    expect(relative('loss/tails/0.99/tailValueAtRisk')).toBeLessThan(1e-8);
    expect(relative('riskLoads/cost-of-capital/amount')).toBeLessThan(1e-8);
    expect(relative('riskLoads/wang/amount')).toBeLessThan(1e-7);
    expect(relative('riskLoads/proportional-hazard/amount')).toBeLessThan(1e-7);
    expect(relative('loss/skewness')).toBeLessThan(1e-8);
    expect(relative('loss/mean')).toBeLessThan(1e-11);
    expect(relative('loss/sd')).toBeLessThan(1e-11);
  });
});
