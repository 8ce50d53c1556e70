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

export const isFloats = (given: unknown): given is Float64Array => given instanceof Float64Array;

const hasFunctions = (given: unknown, names: readonly string[]): boolean =>
  isRecord(given) && names.every((name) => typeof given[name] === 'function');

export const isSeverityLaw = (given: unknown): given is Severity =>
  isRecord(given) &&
  typeof given.survival === 'function' &&
  typeof given.cdf === 'function' &&
  typeof given.density === 'function' &&
  typeof given.limitedMoment === 'function' &&
  typeof given.moment === 'function' &&
  typeof given.quantile === 'function' &&
  Array.isArray(given.atoms);

export const isSeverity = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a severity law', given, isSeverityLaw(given));

/** Written out, since curves ask for every point of theirs. */
export const isFrequencyLaw = (given: unknown): given is Frequency =>
  isRecord(given) &&
  typeof given.pmf === 'function' &&
  typeof given.tail === 'function' &&
  typeof given.pgf === 'function' &&
  typeof given.someEvent === 'function' &&
  typeof given.logPgfOnePlus === 'function' &&
  typeof given.pgfSpectrum === 'function' &&
  typeof given.thin === 'function';

export const isFrequency = (parameter: string, given: unknown): Requirement =>
  requires(parameter, 'a law of a count', given, isFrequencyLaw(given));

export const isPaymentLaw = (given: unknown): given is Payment =>
  isRecord(given) &&
  typeof given.survival === 'function' &&
  typeof given.survivalFrom === 'function' &&
  typeof given.limitedExpectedValue === 'function' &&
  isSeverityLaw(given.severity) &&
  isRecord(given.terms);

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
