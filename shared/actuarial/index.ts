// The actuarial engine's public API, in one place. Everything is pure; amounts are doubles in one currency unit.
// Constructors and top-level functions return an Outcome: the value, or a typed failure naming the parameter and its
// domain. Functions on values already made are total. Inside, `coinsurance` is always the INSURER'S share.
//
// Conventions are those of the conformance suite (test/conformance/reference): counts are ground-up, `limit` is the
// width of the layer, VaR is the least x with F(x) >= p, TVaR = VaR + E[(L - VaR)+] / (1 - p). A moment that does not
// exist is the value Infinity.

export { ENGINE_VERSION } from './engine-version.ts';
export { binomial } from './frequency/binomial.ts';
// Number of losses: N.
export type { Frequency } from './frequency/frequency.ts';
export { geometric, negativeBinomial, negativeBinomialByMean } from './frequency/negative-binomial.ts';
export { poisson } from './frequency/poisson.ts';
export { zeroModified } from './frequency/zero-modified.ts';
export { commonStep } from './lattice/common-step.ts';
export { compoundCyclic, compoundWhole, countBeyond } from './lattice/compound.ts';
export { type DiscretisationMethod, discretisePayment, discretiseWhole } from './lattice/discretise.ts';
// Lattices: discretise, compound, terms of the period, common lattice, independent sums.
export { type DiscreteLaw, type LatticeLaw, latticeValues, totalMass } from './lattice/lattice-law.ts';
export {
  type AggregateTerms,
  addIndependent,
  applyAggregateTerms,
  spreadOnLattice,
} from './lattice/values.ts';
// Measures of a discrete law.
export {
  type Distribution,
  discreteMoments,
  exceedance,
  exceedanceFrom,
  type Moments,
  readDistribution,
  stopLoss,
} from './measures/distribution.ts';
export { type OccurrencePeril, occurrenceExceedance, occurrenceReturnLoss } from './measures/occurrence.ts';
export { returnPeriodLoss, tailValueAtRisk, valueAtRisk } from './measures/tail-measures.ts';
export * from './outcome.ts';
export { type LayerMoments, layerMoments } from './payment/layer-moments.ts';
// One payment: Y = coinsurance * min(max(X - retention, 0), limit).
export {
  type OccurrenceTerms,
  occurrencePayment,
  type Payment,
  probabilityAttach,
  probabilityExhaust,
} from './payment/payment.ts';
// Premium principles.
export {
  type Distortion,
  distortedMean,
  dualPower,
  proportionalHazard,
  tailDistortion,
  wangTransform,
} from './premium/distortion.ts';
export {
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
  damageRatioSeverity,
} from './severity/damage-ratio.ts';
// Ground-up loss: X.
export { limitedExpectedValue, massAt, type Severity, survivalFrom } from './severity/severity.ts';
export { betaDensity, betaLower, betaLowerInverse, betaUpper } from './special/incomplete-beta.ts';
export { gammaLower, gammaLowerInverse, gammaUpper } from './special/incomplete-gamma.ts';
export { logBeta, logGamma } from './special/log-gamma.ts';
// Special functions.
export {
  normalCdf,
  normalDensity,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
} from './special/normal.ts';
