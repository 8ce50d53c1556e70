// The actuarial engine's public API, in one place. Everything is pure; amounts are doubles in one currency unit.
// Constructors and top-level functions return an Outcome: the value, or a typed failure naming the parameter and its
// domain. Functions that return a plain value of laws already made throw an ActuarialError, which carries the same failure,
// on what is no such law or no number of their domain. Special functions take plain numbers in inner loops: outside the
// domain in their comment they give NaN, or the value at its end. Inside, `coinsurance` is always the INSURER'S share.
//
// Conventions are those of the conformance suite (test/conformance/reference/SCHEMA.md): counts are ground-up, `limit`
// is the width of the layer, VaR is the least x with F(x) >= p, TVaR = VaR + E[(L - VaR)+] / (1 - p). A moment that
// does not exist is the value Infinity.
//
// Two routes to an annual loss, both with a certificate:
// - programme: programmeLoss -> wholeLoss -> valueAtRisk, tailValueAtRisk ..., certifyProgramme. Parts with aggregate
//   terms of their own, each exact on its own lattice, some of them under terms of the policy: what the rating
//   algorithm's section 5 asks. For rare events under limits.
// - annual sum: makePeril -> aggregateLoss -> netLoss -> netValueAtRisk ..., certifyAggregate. One common lattice over a
//   range set by a Chernoff bound, read as the continuous law it stands for; for frequent events, and for unlimited
//   losses, as far as the lattice is fine beside one payment: its certificate says where it is not.
// The steps of both stand on their own as well: discretiseWhole, compoundWhole, applyAggregateTerms, spreadOnLattice,
// addIndependent, readDistribution.

export {
  type AggregateLoss,
  aggregateLoss,
  DRAFT_POINTS,
  FULL_POINTS,
  type GrossMoments,
  grossMoments,
} from './aggregate/aggregate.ts';
export { type AggregateCertificate, certifyAggregate } from './aggregate/aggregate-certificate.ts';
export {
  type Certificate,
  type CertificateCheck,
  certify,
  judge,
  judgeAgainst,
  TOLERANCES,
  type Verdict,
} from './aggregate/certificate.ts';
export { type NetLoss, netLoss } from './aggregate/net-loss.ts';
export {
  type NetTail,
  netDistortedMean,
  netExceedance,
  netMeasures,
  netReturnLoss,
  netTailValueAtRisk,
  netValueAtRisk,
} from './aggregate/net-measures.ts';
// The annual sum of perils on one certified lattice, and programme terms on it.
export { makePeril, type Peril, sharedGammaPeril, type WeightedPayment } from './aggregate/peril.ts';
export { type ReinstatementResult, reinstatementPremium } from './aggregate/reinstatement.ts';
// Credibility.
export { type BuhlmannResult, buhlmann } from './credibility/buhlmann.ts';
export {
  type BuhlmannStraubResult,
  buhlmannStraub,
  type CredibilityContract,
} from './credibility/buhlmann-straub.ts';
export { type GammaPoissonPosterior, gammaPoisson, predictiveCount } from './credibility/gamma-poisson.ts';
export { type LimitedFluctuationInput, limitedFluctuation } from './credibility/limited-fluctuation.ts';
export { ENGINE_VERSION } from './engine-version.ts';
export {
  increasedLimitFactor,
  lossEliminationRatio,
  marginalIncreasedLimit,
  trendedLimitedValue,
} from './exposure/increased-limits.ts';
export { exposureLayerShare } from './exposure/layer-share.ts';
// Exposure curves and increased limits.
export { type ExposureCurve, mbbefdCurve, swissReCurve } from './exposure/mbbefd-curve.ts';
export { binomial } from './frequency/binomial.ts';
// Number of losses: N.
export type { Frequency } from './frequency/frequency.ts';
export { geometric, negativeBinomial, negativeBinomialByMean } from './frequency/negative-binomial.ts';
export { poisson } from './frequency/poisson.ts';
export { zeroModified } from './frequency/zero-modified.ts';
export { addIndependent } from './lattice/add-independent.ts';
export { coarsen } from './lattice/coarsen.ts';
export { commonStep } from './lattice/common-step.ts';
export { compoundCyclic, compoundWhole, countBeyond } from './lattice/compound.ts';
export { compoundWithTail } from './lattice/compound-tail.ts';
export { type DiscretisationMethod, discretisePayment, discretiseWhole } from './lattice/discretise.ts';
// Lattices: discretise, compound, terms of the period, common lattice, independent sums.
export { type DiscreteLaw, type LatticeLaw, latticeValues, totalMass } from './lattice/lattice-law.ts';
/** Test oracle: O(n m), not the engine's method. */
export { panjer } from './lattice/panjer.ts';
export {
  multiplySpectrum,
  realFromSpectrum,
  realSpectrum,
  releaseTransformTables,
  transformLength,
} from './lattice/real-fft.ts';
export { type AggregateTerms, applyAggregateTerms, spreadOnLattice } from './lattice/values.ts';
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
export {
  readYearTable,
  tableReturnLoss,
  tableTail,
  type YearEvent,
  type YearTable,
} from './measures/year-events.ts';
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
export { distortedLayer } from './premium/distorted-layer.ts';
// Premium principles.
export {
  type Distortion,
  distortedMean,
  distortedMeans,
  dualPower,
  proportionalHazard,
  tailDistortion,
  wangTransform,
} from './premium/distortion.ts';
export { type GrossUpInput, type GrossUpResult, grossUp } from './premium/gross-up.ts';
export {
  constantCostOfCapital,
  costOfCapitalPrinciple,
  esscherPrinciple,
  expectedValuePrinciple,
  standardDeviationPrinciple,
  variancePrinciple,
} from './premium/principles.ts';
// The loss of the period of an insurance programme.
export { type LossCache, makeLossCache } from './programme/loss-cache.ts';
export type { PartLoss } from './programme/part-loss.ts';
export type { Programme, ProgrammeGrid, ProgrammePart } from './programme/programme.ts';
export { certifyProgramme, type ProgrammeCertificate } from './programme/programme-certificate.ts';
export {
  groupsOf,
  type ProgrammeLoss,
  type ProgrammeRun,
  programmeLoss,
} from './programme/programme-loss.ts';
export { type WholeLoss, wholeLoss } from './programme/whole-loss.ts';
export { burrSeverity } from './severity/burr.ts';
export {
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
  damageRatioSeverity,
} from './severity/damage-ratio.ts';
export { empiricalSeverity } from './severity/empirical.ts';
export { exponentialSeverity } from './severity/exponential.ts';
export { gammaSeverity } from './severity/gamma.ts';
export { generalisedParetoSeverity } from './severity/generalised-pareto.ts';
export { betaSeverity, oneInflatedBetaSeverity } from './severity/inflated-beta.ts';
export { lognormalSeverity } from './severity/lognormal.ts';
export { mbbefdSeverity } from './severity/mbbefd.ts';
export { mixtureSeverity } from './severity/mixture.ts';
export { lomaxSeverity, singleParetoSeverity } from './severity/pareto.ts';
// Ground-up loss: X.
export { limitedExpectedValue, massAt, type Severity, survivalFrom } from './severity/severity.ts';
export { splicedSeverity } from './severity/spliced.ts';
export { weibullSeverity } from './severity/weibull.ts';
// Laws from data, in the conformance suite's names.
export { type FrequencySpec, frequencyFrom, type SeveritySpec, severityFrom } from './spec.ts';
export { betaLower, betaLowerInverse, betaUpper } from './special/incomplete-beta.ts';
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
