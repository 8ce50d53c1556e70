// What prices: the engine's public API for the product, in one place. The library beside it (library/) holds the other
// route to an annual loss, credibility, exposure curves and further laws, which calibration, the conformance suite and
// the tests use and no price does. A file of the library that a later model prices with is moved out of it, into this folder.
//
// Everything is pure; amounts are doubles in one currency unit. Constructors and top-level functions return an
// ActuarialResult: the value, or a typed failure naming the parameter and its domain. Functions that return a plain
// value of laws already made throw an ActuarialError, which carries the same failure, on an argument that is not such a
// law or lies outside its domain. Special functions take plain numbers in inner loops: outside the domain in their
// comment they give NaN, or the value at its end. Inside, `coinsurance` is always the INSURER'S share.
//
// Conventions are those of the conformance suite (test/conformance/reference/SCHEMA.md): counts are ground-up, `limit`
// is the width of the layer, VaR is the least x with F(x) >= p, TVaR = VaR + E[(L - VaR)+] / (1 - p). A moment that
// does not exist is the value Infinity.
//
// The loss of a period: programmeLoss -> wholeLoss -> valueAtRisk, tailValueAtRisk ..., certifyProgramme. Parts with
// aggregate terms of their own, each exact on its own lattice, some of them under terms of the policy: what the rating
// algorithm's section 5 asks.

export type { CertificateCheck, Verdict } from './certificate.ts';
export { negativeBinomialByMean } from './frequency/negative-binomial.ts';
export { totalMass } from './lattice/lattice-law.ts';
export { exceedance, readDistribution } from './measures/distribution.ts';
export { type OccurrencePeril, occurrenceExceedance, occurrenceReturnLoss } from './measures/occurrence.ts';
export { returnPeriodLoss, tailValueAtRisk, valueAtRisk } from './measures/tail-measures.ts';
export { occurrencePayment, probabilityAttach, probabilityExhaust } from './payment/payment.ts';
export { type Distortion, distortedMeans, proportionalHazard, wangTransform } from './premium/distortion.ts';
export { type LossCache, makeLossCache } from './programme/loss-cache.ts';
export type { PartLoss } from './programme/part-loss.ts';
export type { ProgrammeGrid, ProgrammePart } from './programme/programme.ts';
export { certifyProgramme, needsMorePoints } from './programme/programme-certificate.ts';
export { groupsOf, type ProgrammeLoss, programmeLoss } from './programme/programme-loss.ts';
export { type WholeLoss, wholeLoss } from './programme/whole-loss.ts';
export { type ActuarialFailure, type ActuarialResult, expectValue } from './result.ts';
export {
  betaDamage,
  conditionalLognormalDamage,
  type DamageRatio,
  damageRatioSeverity,
} from './severity/damage-ratio.ts';
export { mixtureSeverity } from './severity/mixture.ts';
export type { Severity } from './severity/severity.ts';
