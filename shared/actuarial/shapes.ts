import type { Frequency } from './frequency/frequency.ts';
import type { Distribution } from './measures/distribution.ts';
import { type Requirement, requires } from './outcome.ts';
import type { Payment } from './payment/payment.ts';
import type { Distortion } from './premium/distortion.ts';
import type { DamageRatio } from './severity/damage-ratio.ts';
import type { Severity } from './severity/severity.ts';

// What is there at all: arguments may come from files and messages, whatever their types say. A value of the engine's
// constructors is known by the functions it must have; its numbers are then right, since nothing else makes one.

export const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** The fields of a record of parameters: without a record every one of them is missing, and the failure names it. */
export const fieldsOf = <T>(given: T): T => (isRecord(given) ? given : ({} as T));

export const isObject = (parameter: string, domain: string, given: unknown): Requirement =>
  requires(parameter, domain, given, isRecord(given));

export const isList = (parameter: string, domain: string, given: unknown): Requirement =>
  requires(parameter, domain, given, Array.isArray(given));

export const isText = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a text', given, typeof given === 'string');

export const isFloats = (given: unknown): given is Float64Array =>
  Object.prototype.toString.call(given) === '[object Float64Array]';

const hasFunctions = (given: unknown, names: readonly string[]): boolean =>
  isRecord(given) && names.every((name) => typeof given[name] === 'function');

export const isSeverityLaw = (given: unknown): given is Severity =>
  hasFunctions(given, ['survival', 'cdf', 'density', 'limitedMoment', 'moment', 'quantile']) &&
  Array.isArray((given as Severity).atoms);

export const isSeverity = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a severity law', given, isSeverityLaw(given));

export const isFrequencyLaw = (given: unknown): given is Frequency =>
  hasFunctions(given, ['pmf', 'tail', 'pgf', 'someEvent', 'logPgfOnePlus', 'pgfSpectrum', 'thin']);

export const isFrequency = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a law of a count', given, isFrequencyLaw(given));

export const isPaymentLaw = (given: unknown): given is Payment =>
  hasFunctions(given, ['survival', 'survivalFrom', 'limitedExpectedValue']) &&
  isSeverityLaw((given as Payment).severity) &&
  isRecord((given as Payment).terms);

export const isPayment = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a payment of a severity law', given, isPaymentLaw(given));

export const isDamage = (parameter: string, given: unknown): Requirement =>
  requires(
    parameter,
    'a law of a damage ratio',
    given,
    hasFunctions(given, [
      'cdf',
      'survival',
      'density',
      'partialMoment',
      'quantile',
    ] satisfies (keyof DamageRatio)[]),
  );

export const isDistributionRead = (given: unknown): given is Distribution =>
  isRecord(given) &&
  isFloats(given.values) &&
  isFloats(given.mass) &&
  isFloats(given.survival) &&
  isFloats(given.excess) &&
  given.values.length > 0;

export const isDistribution = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a distribution, as readDistribution makes it', given, isDistributionRead(given));

export const isDistortionMade = (given: unknown): given is Distortion => hasFunctions(given, ['apply']);

export const isDistortion = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a distortion', given, isDistortionMade(given));
