import { makeLossCache } from '../actuarial/index.ts';
import type { ModelTestCase, RatingModel } from '../domain/rating-model.ts';
import { assertNever } from '../domain/result.ts';
import { premiumBridge } from '../pricing/premium-bridge.ts';
import { priceAssessment } from '../pricing/price-assessment.ts';
import { type IncidentTestCase, incidentTestFigures } from '../scoring/incident-test-case.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { agreesAsPrinted, figureAt } from './printed-figure.ts';
import { findReferrals, isReferralOfTerms } from './referrals.ts';

/** A figure of a test case that the model does not reproduce. */
export interface TestCaseMismatch {
  readonly caseId: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** The field to look at, where it is not the figure. */
  readonly field?: string;
}

/** Decimals to which the incident vectors are printed. */
const PRINTED_DECIMALS = { pillar: 1, experience: 1, credibility: 3, load: 2, rate: 3 } as const;
const SCORE_DECIMALS = 1;

function incidentMismatches(
  { id, input, expected }: IncidentTestCase,
  model: RatingModel,
): TestCaseMismatch[] {
  const actual = incidentTestFigures(input, model);
  const found: TestCaseMismatch[] = [];
  const compare = (path: string, value: number | undefined, printed: string) => {
    if (!agreesAsPrinted(value, printed))
      found.push({ caseId: id, path, expected: printed, actual: String(value) });
  };
  for (const [key, decimals] of Object.entries(PRINTED_DECIMALS) as [
    keyof typeof PRINTED_DECIMALS,
    number,
  ][]) {
    compare(key, actual[key], expected[key].toFixed(decimals));
  }
  compare('severities/length', actual.severities.length, String(expected.severities.length));
  for (const [i, severity] of expected.severities.entries()) {
    compare(`severities/${i}`, actual.severities[i], severity.toFixed(SCORE_DECIMALS));
  }
  const [given, wanted] = [Object.keys(actual.factorScores), Object.keys(expected.factorScores)];
  compare('factorScores/length', given.length, String(wanted.length));
  for (const factorId of wanted) {
    const printed = expected.factorScores[factorId]!.toFixed(SCORE_DECIMALS);
    compare(`factorScores/${factorId}`, actual.factorScores[factorId], printed);
  }
  return found;
}

function quoteMismatches(
  { id, content, expected, tolerance }: ModelTestCase & { readonly kind: 'quote' },
  model: RatingModel,
): TestCaseMismatch[] {
  const cache = makeLossCache();
  const score = scoreAssessment(content, model);
  const price = priceAssessment({ content, score, model, options: { grid: 'full', cache } });
  if (!price.ok) {
    const { message, field = 'price' } = price.failure;
    const actual = `none (${message.replace(/\.$/, '')})`;
    return [{ caseId: id, path: 'price', expected: 'a price', actual, field }];
  }
  const bridge = premiumBridge({ content, score, model, options: { grid: 'full', cache } });
  const referrals = findReferrals(content, score, model).filter((flag) => !isReferralOfTerms(flag, model));
  const result = {
    score: { ...score, referrals },
    price: price.value,
    bridge: bridge.ok ? bridge.value : null,
  };
  return Object.entries(expected).flatMap(([path, printed]) => {
    const actual = figureAt(result, path);
    return agreesAsPrinted(actual, printed, tolerance[path])
      ? []
      : [{ caseId: id, path, expected: printed, actual: String(actual) }];
  });
}

/** Runs the test cases that a rating model carries; empty when it reproduces every figure. */
export function modelTestMismatches(model: RatingModel): readonly TestCaseMismatch[] {
  return model.testCases.flatMap((testCase) => {
    switch (testCase.kind) {
      case 'incident-pillar':
        return incidentMismatches(testCase, model);
      case 'quote':
        return quoteMismatches(testCase, model);
      default:
        return assertNever(testCase);
    }
  });
}
