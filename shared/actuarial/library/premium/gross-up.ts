import {
  fieldsOf,
  mustBeAmount,
  mustBeLoading,
  mustBePositiveAmount,
  mustNotBeNegative,
} from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';

/** Loads of a gross premium; the four shares are of the gross premium, the tax is added on top of it. */
export interface GrossUpInput {
  readonly expectedLoss: number;
  readonly riskPremium: number;
  readonly fixedExpense: number;
  readonly commission: number;
  readonly variableExpense: number;
  readonly premiumBasedTax: number;
  readonly profitMargin: number;
  readonly insurancePremiumTax: number;
  readonly limit: number;
  readonly insuredValue: number;
}

export interface GrossUpResult {
  readonly grossPremium: number;
  readonly commission: number;
  readonly variableExpense: number;
  readonly premiumBasedTax: number;
  readonly profit: number;
  readonly insurancePremiumTax: number;
  readonly totalPayable: number;
  /** Expected loss / gross premium. */
  readonly technicalLossRatio: number;
  readonly rateOnLine: number;
  readonly ratePerMilleOfValue: number;
}

/**
 * Gross premium (risk premium + fixed expense) / (1 - commission - variable expense - premium-based tax - profit);
 * fails when that denominator is not above 0, and on amounts (0, or to 1e100; limit and insured value from 1e-100) or
 * shares outside their domain.
 */
export function grossUp(given: GrossUpInput): ActuarialResult<GrossUpResult> {
  const input = fieldsOf(given);
  const loads = input.commission + input.variableExpense + input.premiumBasedTax + input.profitMargin;
  return whenValid(
    [
      mustBeAmount('expectedLoss', input.expectedLoss),
      mustBeAmount('riskPremium', input.riskPremium),
      mustBeAmount('fixedExpense', input.fixedExpense),
      mustNotBeNegative('commission', input.commission),
      mustNotBeNegative('variableExpense', input.variableExpense),
      mustNotBeNegative('premiumBasedTax', input.premiumBasedTax),
      mustNotBeNegative('profitMargin', input.profitMargin),
      mustBeLoading('insurancePremiumTax', input.insurancePremiumTax),
      mustBePositiveAmount('limit', input.limit),
      mustBePositiveAmount('insuredValue', input.insuredValue),
      mustBe({
        parameter: 'commission + variableExpense + premiumBasedTax + profitMargin',
        domain: 'below 1',
        given: loads,
        holds: loads < 1,
      }),
      mustBe({
        parameter: 'riskPremium + fixedExpense',
        domain: 'above 0, at least 1e-100',
        given: input.riskPremium + input.fixedExpense,
        holds: input.riskPremium + input.fixedExpense >= 1e-100,
      }),
    ],
    () => {
      const gross = (input.riskPremium + input.fixedExpense) / (1 - loads);
      const tax = gross * input.insurancePremiumTax;
      return {
        grossPremium: gross,
        commission: gross * input.commission,
        variableExpense: gross * input.variableExpense,
        premiumBasedTax: gross * input.premiumBasedTax,
        profit: gross * input.profitMargin,
        insurancePremiumTax: tax,
        totalPayable: gross + tax,
        technicalLossRatio: input.expectedLoss / gross,
        rateOnLine: gross / input.limit,
        ratePerMilleOfValue: (1000 * gross) / input.insuredValue,
      };
    },
  );
}
