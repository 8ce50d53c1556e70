import {
  buhlmann,
  buhlmannStraub,
  type CredibilityContract,
  constantCostOfCapital,
  costOfCapitalPrinciple,
  discreteMoments,
  distortedLayer,
  distortedMean,
  dualPower,
  esscherPrinciple,
  expectedValuePrinciple,
  expectValue,
  exposureLayerShare,
  gammaPoisson,
  grossUp,
  increasedLimitFactor,
  layerMoments,
  limitedFluctuation,
  lossEliminationRatio,
  marginalIncreasedLimit,
  mbbefdCurve,
  predictiveCount,
  proportionalHazard,
  readDistribution,
  type SeveritySpec,
  severityFrom,
  standardDeviationPrinciple,
  swissReCurve,
  tailValueAtRisk,
  trendedLimitedValue,
  valueAtRisk,
  variancePrinciple,
  wangTransform,
} from '#shared/actuarial/library/index.ts';
import { paymentOf, type TermsInput } from './inputs.ts';
import type { KindRunner } from './run-case.ts';

function premiumPrinciples(input: { values: number[]; probs: number[]; parameters: Record<string, number> }) {
  const parameter = (name: string): number => input.parameters[name]!;
  const law = { values: Float64Array.from(input.values), mass: Float64Array.from(input.probs) };
  const distribution = expectValue(readDistribution(law));
  const { mean, sd } = discreteMoments(law);
  const level = parameter('tvar_p');
  const rate = parameter('capital_rate');
  return {
    mean,
    sd,
    expected_value: expectValue(expectedValuePrinciple(distribution, parameter('ev_load'))),
    standard_deviation: expectValue(standardDeviationPrinciple(distribution, parameter('sd_load'))),
    variance_principle: expectValue(variancePrinciple(distribution, parameter('var_load'))),
    proportional_hazard: distortedMean(distribution, expectValue(proportionalHazard(parameter('ph_rho'))), 0),
    wang: distortedMean(distribution, expectValue(wangTransform(parameter('wang_lambda'))), 0),
    dual_power: distortedMean(distribution, expectValue(dualPower(parameter('dual_power'))), 0),
    esscher: expectValue(esscherPrinciple(distribution, parameter('esscher_h'))),
    var: expectValue(valueAtRisk(distribution, level)),
    tvar: expectValue(tailValueAtRisk(distribution, level)),
    tvar_cost_of_capital: expectValue(costOfCapitalPrinciple(distribution, level, rate)),
    ccoc_tvar: expectValue(constantCostOfCapital(distribution, level, rate)),
  };
}

function distortedLayers(input: {
  severity: SeveritySpec;
  terms: TermsInput;
  ph_rho: number;
  wang_lambda: number;
}) {
  const payment = paymentOf(input.severity, input.terms);
  const { mean } = layerMoments(payment);
  const ph = expectValue(distortedLayer(payment, expectValue(proportionalHazard(input.ph_rho))));
  const wang = expectValue(distortedLayer(payment, expectValue(wangTransform(input.wang_lambda))));
  return { mean, ph, wang, ph_load_ratio: ph / mean, wang_load_ratio: wang / mean };
}

function premiumGrossUp(input: Record<string, number>) {
  const result = expectValue(
    grossUp({
      expectedLoss: input.expected_loss!,
      riskPremium: input.risk_premium!,
      fixedExpense: input.fixed_expense!,
      commission: input.commission!,
      variableExpense: input.variable_expense!,
      premiumBasedTax: input.premium_based_tax!,
      profitMargin: input.profit_margin!,
      insurancePremiumTax: input.insurance_premium_tax!,
      limit: input.limit!,
      insuredValue: input.insured_value!,
    }),
  );
  return {
    gross_premium: result.grossPremium,
    commission_amount: result.commission,
    variable_expense_amount: result.variableExpense,
    premium_based_tax_amount: result.premiumBasedTax,
    profit_amount: result.profit,
    insurance_premium_tax_amount: result.insurancePremiumTax,
    total_payable: result.totalPayable,
    technical_loss_ratio: result.technicalLossRatio,
    rate_on_line: result.rateOnLine,
    rate_per_mille_of_value: result.ratePerMilleOfValue,
  };
}

function credibilityBuhlmann(input: { contracts: { observations: number[] }[] }) {
  const result = expectValue(buhlmann(input.contracts.map((contract) => contract.observations)));
  return {
    overall_mean: result.overallMean,
    within_variance: result.withinVariance,
    between_variance_unbiased: result.betweenVarianceUnbiased,
    between_variance_used: result.betweenVarianceUsed,
    k: result.k,
    credibility_factor: result.credibilityFactor,
    premiums: result.premiums,
  };
}

function credibilityBuhlmannStraub(input: { contracts: CredibilityContract[] }) {
  const result = expectValue(buhlmannStraub(input.contracts));
  return {
    within_variance: result.withinVariance,
    between_variance_unbiased: result.betweenVarianceUnbiased,
    between_variance_used: result.betweenVarianceUsed,
    collective_mean: result.collectiveMean,
    weighted_mean: result.weightedMean,
    individual_means: result.individualMeans,
    total_weights: result.totalWeights,
    credibility_factors: result.credibilityFactors,
    premiums: result.premiums,
  };
}

function credibilityLimitedFluctuation(input: Record<string, number>) {
  const result = expectValue(
    limitedFluctuation({
      probability: input.probability!,
      range: input.range!,
      frequencyVarianceToMean: input.frequency_variance_to_mean!,
      severityCv: input.severity_cv!,
      expectedFrequency: input.expected_frequency!,
      observedClaims: input.observed_claims!,
      observedPurePremium: input.observed_pure_premium!,
      manualPurePremium: input.manual_pure_premium!,
    }),
  );
  return {
    z_value: result.zValue,
    full_credibility_claims_frequency: result.fullClaimsFrequency,
    full_credibility_claims_severity: result.fullClaimsSeverity,
    full_credibility_claims_pure_premium: result.fullClaimsPurePremium,
    full_credibility_exposure_pure_premium: result.fullExposurePurePremium,
    z_frequency: result.factorFrequency,
    z_pure_premium: result.factorPurePremium,
    premium: result.premium,
  };
}

function credibilityGammaPoisson(input: {
  prior_shape: number;
  prior_rate: number;
  exposures: number[];
  counts: number[];
  next_exposure: number;
  n: number[];
  p: number[];
}) {
  const posterior = expectValue(
    gammaPoisson({
      priorShape: input.prior_shape,
      priorRate: input.prior_rate,
      exposures: input.exposures,
      counts: input.counts,
    }),
  );
  const next = expectValue(predictiveCount(posterior, input.next_exposure));
  return {
    posterior_shape: posterior.shape,
    posterior_rate: posterior.rate,
    posterior_mean: posterior.mean,
    posterior_sd: posterior.sd,
    credibility_factor: posterior.credibilityFactor,
    posterior_quantile: input.p.map((p) => expectValue(posterior.quantile(p))),
    predictive_mean: next.mean,
    predictive_variance: next.variance,
    predictive_pmf: input.n.map(next.pmf),
    prob_at_least_one: next.someEvent(1),
  };
}

function exposureMbbefd(input: {
  b?: number;
  g?: number;
  swiss_re_c?: number;
  x: number[];
  insured_value: number;
  retention: number;
  limit: number;
}) {
  const curve = expectValue(
    input.swiss_re_c === undefined
      ? mbbefdCurve({ b: input.b!, g: input.g! })
      : swissReCurve(input.swiss_re_c),
  );
  const layer = { insuredValue: input.insured_value, retention: input.retention, limit: input.limit };
  return {
    b: curve.b,
    g: curve.g,
    total_loss_probability: curve.totalLossProbability,
    mean_damage_ratio: curve.meanDamageRatio,
    curve: input.x.map(curve.curve),
    survival: input.x.map(curve.survival),
    layer_share: expectValue(exposureLayerShare(curve, layer)),
  };
}

function exposureIlf(input: {
  severity: SeveritySpec;
  basic_limit: number;
  limits: number[];
  retentions: number[];
  trend: number;
}) {
  const severity = expectValue(severityFrom(input.severity));
  const { basic_limit: basic, trend } = input;
  const trended = (limit: number) => expectValue(trendedLimitedValue(severity, limit, trend));
  return {
    ilf: input.limits.map((limit) => expectValue(increasedLimitFactor(severity, basic, limit))),
    ilf_trended: input.limits.map((limit) => trended(limit) / trended(basic)),
    trend_on_basic_limit: trended(basic) / severity.limitedMoment(1, basic),
    loss_elimination_ratio: input.retentions.map((d) => expectValue(lossEliminationRatio(severity, d))),
    marginal_per_unit: input.limits.map((limit) =>
      expectValue(marginalIncreasedLimit(severity, basic, limit)),
    ),
  };
}

export const pricingKinds = {
  'premium.principles': premiumPrinciples,
  'premium.distorted_layer': distortedLayers,
  'premium.gross_up': premiumGrossUp,
  'credibility.buhlmann': credibilityBuhlmann,
  'credibility.buhlmann_straub': credibilityBuhlmannStraub,
  'credibility.limited_fluctuation': credibilityLimitedFluctuation,
  'credibility.gamma_poisson': credibilityGammaPoisson,
  'exposure.mbbefd': exposureMbbefd,
  'exposure.ilf': exposureIlf,
} as Readonly<Record<string, KindRunner>>;
