/** What a gross-up is made from, every figure inside its domain. */
export const GROSS_UP_INPUT = {
  expectedLoss: 1,
  riskPremium: 2,
  fixedExpense: 1,
  commission: 0.2,
  variableExpense: 0.1,
  premiumBasedTax: 0.02,
  profitMargin: 0.05,
  insurancePremiumTax: 0.12,
  limit: 10,
  insuredValue: 100,
} as const;
