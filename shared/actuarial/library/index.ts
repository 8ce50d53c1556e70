// The library: the rest of the engine, which no price uses yet. It holds the annual-sum route, credibility, exposure
// curves, increased limits, premium principles and further laws; the conformance suite and the tests hold them to
// published numbers. Nobody but tests imports it, and what prices knows nothing of it. A file that a later model prices
// with is moved out of here into the folder above.
//
// The annual sum: makePeril -> aggregateLoss -> netLoss -> netValueAtRisk ..., certifyAggregate. One common lattice
// over a range set by a Chernoff bound, read as the continuous law it stands for; for frequent events, and for
// unlimited losses, as far as the lattice is fine beside one payment: its certificate says where it is not.
//
// Everything that prices is exported here too, with its single steps, so that a test has one place to import from.

export {
  type Certificate,
  certificateCheck,
  makeCertificate,
  relativeCheck,
  TOLERANCES,
} from '../certificate.ts';
export type { Frequency } from '../frequency/frequency.ts';
export { geometric, negativeBinomial } from '../frequency/negative-binomial.ts';
export { poisson } from '../frequency/poisson.ts';
export * from '../index.ts';
export type { AggregateTerms } from '../lattice/aggregate-terms.ts';
export { countBeyond } from '../lattice/compound.ts';
export { discretiseWhole } from '../lattice/discretise.ts';
export type { DiscreteLaw, LatticeLaw } from '../lattice/lattice-law.ts';
export {
  multiplySpectrum,
  realFromSpectrum,
  realSpectrum,
  releaseTransformTables,
  transformLength,
} from '../lattice/real-fft.ts';
export { type Distribution, discreteMoments, type Moments } from '../measures/distribution.ts';
export { type LayerMoments, layerMoments } from '../payment/layer-moments.ts';
export type { OccurrenceTerms, Payment } from '../payment/payment.ts';
export type { Programme } from '../programme/programme.ts';
export type { ProgrammeCertificate } from '../programme/programme-certificate.ts';
export type { ProgrammeRun } from '../programme/programme-loss.ts';
export type { ActuarialError } from '../result.ts';
export { massAt, type Severity, survivalFrom } from '../severity/severity.ts';
export { betaLower, betaLowerInverse, betaUpper } from '../special/incomplete-beta.ts';
export { gammaLower, gammaLowerInverse, gammaUpper } from '../special/incomplete-gamma.ts';
export { logBeta, logGamma } from '../special/log-gamma.ts';
export {
  normalCdf,
  normalDensity,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
} from '../special/normal.ts';
export { type AggregateCertificate, certifyAggregate } from './aggregate/aggregate-certificate.ts';
export {
  type AggregateLoss,
  aggregateLoss,
  DRAFT_POINTS,
  FULL_POINTS,
  type GrossMoments,
  grossMoments,
} from './aggregate/aggregate-loss.ts';
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
export { makePeril, type Peril, sharedGammaPeril, type WeightedPayment } from './aggregate/peril.ts';
export { type ReinstatementResult, reinstatementPremium } from './aggregate/reinstatement.ts';
export { type BuhlmannResult, buhlmann } from './credibility/buhlmann.ts';
export {
  type BuhlmannStraubResult,
  buhlmannStraub,
  type CredibilityContract,
} from './credibility/buhlmann-straub.ts';
export { type GammaPoissonPosterior, gammaPoisson, predictiveCount } from './credibility/gamma-poisson.ts';
export { type LimitedFluctuationInput, limitedFluctuation } from './credibility/limited-fluctuation.ts';
export {
  increasedLimitFactor,
  lossEliminationRatio,
  marginalIncreasedLimit,
  trendedLimitedValue,
} from './exposure/increased-limits.ts';
export { exposureLayerShare } from './exposure/layer-share.ts';
export { type ExposureCurve, mbbefdCurve, swissReCurve } from './exposure/mbbefd-curve.ts';
export { binomial } from './frequency/binomial.ts';
export { zeroModified } from './frequency/zero-modified.ts';
export { addIndependent } from './lattice/add-independent.ts';
export { applyAggregateTerms } from './lattice/aggregate-terms.ts';
export { coarsen } from './lattice/coarsen.ts';
export { commonStep } from './lattice/common-step.ts';
export { compoundCyclic, compoundWhole } from './lattice/compound.ts';
export { compoundWithTail } from './lattice/compound-tail.ts';
export { type DiscretisationMethod, discretisePayment } from './lattice/discretise-payment.ts';
export { latticeValues } from './lattice/lattice-values.ts';
export { panjer } from './lattice/panjer.ts';
export { spreadOnLattice } from './lattice/spread-on-lattice.ts';
export { type FrequencySpec, frequencyFrom, type SeveritySpec, severityFrom } from './laws-from-data.ts';
export { exceedanceFrom, stopLoss } from './measures/stop-loss.ts';
export {
  readYearTable,
  tableReturnLoss,
  tableTail,
  type YearEvent,
  type YearTable,
} from './measures/year-events.ts';
export { distortedLayer } from './premium/distorted-layer.ts';
export { distortedMean, dualPower, tailDistortion } from './premium/distortions.ts';
export { type GrossUpInput, type GrossUpResult, grossUp } from './premium/gross-up.ts';
export {
  constantCostOfCapital,
  costOfCapitalPrinciple,
  esscherPrinciple,
  expectedValuePrinciple,
  standardDeviationPrinciple,
  variancePrinciple,
} from './premium/principles.ts';
export { burrSeverity } from './severity/burr.ts';
export { empiricalSeverity } from './severity/empirical.ts';
export { exponentialSeverity } from './severity/exponential.ts';
export { gammaSeverity } from './severity/gamma.ts';
export { generalisedParetoSeverity } from './severity/generalised-pareto.ts';
export { betaSeverity, oneInflatedBetaSeverity } from './severity/inflated-beta.ts';
export { limitedExpectedValue } from './severity/limited-expected-value.ts';
export { lognormalSeverity } from './severity/lognormal.ts';
export { mbbefdSeverity } from './severity/mbbefd.ts';
export { lomaxSeverity, singleParetoSeverity } from './severity/pareto.ts';
export { splicedSeverity } from './severity/spliced.ts';
export { weibullSeverity } from './severity/weibull.ts';
