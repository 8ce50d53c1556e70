import type { Frequency } from '../frequency/frequency.ts';
import { geometric, negativeBinomial } from '../frequency/negative-binomial.ts';
import { poisson } from '../frequency/poisson.ts';
import { type ActuarialResult, allValid, invalid } from '../result.ts';
import { mixtureSeverity } from '../severity/mixture.ts';
import type { Severity } from '../severity/severity.ts';
import { binomial } from './frequency/binomial.ts';
import { zeroModified } from './frequency/zero-modified.ts';
import { burrSeverity } from './severity/burr.ts';
import { empiricalSeverity } from './severity/empirical.ts';
import { exponentialSeverity } from './severity/exponential.ts';
import { gammaSeverity } from './severity/gamma.ts';
import { generalisedParetoSeverity } from './severity/generalised-pareto.ts';
import { betaSeverity, oneInflatedBetaSeverity } from './severity/inflated-beta.ts';
import { lognormalSeverity } from './severity/lognormal.ts';
import { mbbefdSeverity } from './severity/mbbefd.ts';
import { lomaxSeverity, singleParetoSeverity } from './severity/pareto.ts';
import { splicedSeverity } from './severity/spliced.ts';
import { weibullSeverity } from './severity/weibull.ts';

/** A severity law as data, in the names of the conformance suite. */
export type SeveritySpec =
  | { readonly family: 'exponential'; readonly scale: number }
  | { readonly family: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly family: 'lomax'; readonly alpha: number; readonly theta: number }
  | { readonly family: 'pareto1'; readonly alpha: number; readonly min: number }
  | { readonly family: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly family: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly family: 'burr'; readonly alpha: number; readonly gamma: number; readonly theta: number }
  | { readonly family: 'gpd'; readonly xi: number; readonly beta: number; readonly threshold: number }
  | {
      readonly family: 'spliced';
      readonly threshold: number;
      readonly body: SeveritySpec;
      readonly bodyWeight: number | null;
      readonly tail: { readonly xi: number; readonly beta: number };
    }
  | { readonly family: 'beta'; readonly a: number; readonly b: number; readonly insured: number }
  | {
      readonly family: 'oneInflatedBeta';
      readonly a: number;
      readonly b: number;
      readonly p0: number;
      readonly p1: number;
      readonly insured: number;
    }
  | { readonly family: 'mbbefd'; readonly b: number; readonly g: number; readonly insured: number }
  | { readonly family: 'empirical'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | {
      readonly family: 'mixture';
      readonly weights: readonly number[];
      readonly components: readonly SeveritySpec[];
    };

/** A count law as data, in the names of the conformance suite. */
export type FrequencySpec =
  | { readonly family: 'poisson'; readonly lambda: number }
  | { readonly family: 'negbin'; readonly r: number; readonly beta: number }
  | { readonly family: 'geometric'; readonly beta: number }
  | { readonly family: 'binomial'; readonly m: number; readonly q: number }
  | { readonly family: 'zeroModified'; readonly p0: number; readonly base: FrequencySpec };

/** The law of a specification; fails on an unknown family or a parameter outside its domain. */
export function severityFrom(spec: SeveritySpec): ActuarialResult<Severity> {
  if (!isRecord(spec)) return invalid('severity', 'a law with a family', spec);
  switch (spec.family) {
    case 'exponential':
      return exponentialSeverity(spec);
    case 'lognormal':
      return lognormalSeverity(spec);
    case 'lomax':
      return lomaxSeverity(spec);
    case 'pareto1':
      return singleParetoSeverity(spec);
    case 'weibull':
      return weibullSeverity(spec);
    case 'gamma':
      return gammaSeverity(spec);
    case 'burr':
      return burrSeverity(spec);
    case 'gpd':
      return generalisedParetoSeverity(spec);
    case 'spliced': {
      const body = severityFrom(spec.body);
      return body.ok ? splicedSeverity({ ...spec, body: body.value }) : body;
    }
    case 'beta':
      return betaSeverity(spec);
    case 'oneInflatedBeta':
      return oneInflatedBetaSeverity(spec);
    case 'mbbefd':
      return mbbefdSeverity(spec);
    case 'empirical':
      return empiricalSeverity(spec);
    case 'mixture': {
      if (!Array.isArray(spec.components)) return invalid('components', 'a list of laws', spec.components);
      const components = allValid(spec.components.map(severityFrom));
      return components.ok
        ? mixtureSeverity({ weights: spec.weights, components: components.value })
        : components;
    }
    default:
      return unknownFamily('severity', spec);
  }
}

/** The law of a specification; fails on an unknown family or a parameter outside its domain. */
export function frequencyFrom(spec: FrequencySpec): ActuarialResult<Frequency> {
  if (!isRecord(spec)) return invalid('frequency', 'a law with a family', spec);
  switch (spec.family) {
    case 'poisson':
      return poisson(spec);
    case 'negbin':
      return negativeBinomial(spec);
    case 'geometric':
      return geometric(spec);
    case 'binomial':
      return binomial(spec);
    case 'zeroModified': {
      const base = frequencyFrom(spec.base);
      return base.ok ? zeroModified({ p0: spec.p0, base: base.value }) : base;
    }
    default:
      return unknownFamily('frequency', spec);
  }
}

/** Specifications come from files and messages, whatever their type says. */
const isRecord = (spec: unknown): boolean => typeof spec === 'object' && spec !== null;

const unknownFamily = (what: string, spec: never) =>
  invalid(`${what}.family`, 'a known family', (spec as { family?: unknown }).family);
