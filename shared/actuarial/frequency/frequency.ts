import { isRecord } from '../argument-checks.ts';
import { type ArgumentCheck, mustBe } from '../result.ts';
/**
 * Panjer's (a, b, 1) class: p_n = (a + b/n) p_(n-1) for n >= 2; `first` = p_1 - (a + b) p_0, which is 0 in the
 * (a, b, 0) class.
 */
export interface PanjerClass {
  readonly a: number;
  readonly b: number;
  readonly first: number;
}

/**
 * The law of the number N of ground-up losses in the period, counting those below the retention too. Made by the
 * constructors of this folder; functions are then total on their stated domains.
 */
export interface Frequency {
  readonly family: string;
  readonly mean: number;
  readonly variance: number;
  /** E[(N - mean)^3]. */
  readonly thirdCentralMoment: number;
  /** P(N = n), n = 0, 1, ... */
  readonly pmf: (n: number) => number;
  /** P(N > n). */
  readonly tail: (n: number) => number;
  /** P_N(z) = E[z^N], z from 0 up to the radius of convergence. */
  readonly pgf: (z: number) => number;
  /** 1 - P_N(1 - s), accurate for small s in [0, 1]: P(at least one loss of a kind that has probability s). */
  readonly someEvent: (s: number) => number;
  /** log E[(1 + w)^N], w >= -1 real; Infinity where the expectation is. */
  readonly logPgfOnePlus: (w: number) => number;
  /** Overwrites the complex numbers z_k (interleaved re, im), |z_k| within the radius of convergence, with P_N(z_k). */
  readonly pgfSpectrum: (spectrum: Float64Array) => void;
  /** The law of the number of losses kept when each is kept independently with probability `keep` in (0, 1]. */
  readonly thin: (keep: number) => Frequency;
  /** The coefficients of Panjer's recursion, or null where the law has none. */
  readonly panjer: PanjerClass | null;
}

/** Without a list of names, since curves check it at every point. */
export const isFrequency = (given: unknown): given is Frequency =>
  isRecord(given) &&
  typeof given.pmf === 'function' &&
  typeof given.tail === 'function' &&
  typeof given.pgf === 'function' &&
  typeof given.someEvent === 'function' &&
  typeof given.logPgfOnePlus === 'function' &&
  typeof given.pgfSpectrum === 'function' &&
  typeof given.thin === 'function';

/** Checks that an argument is a count law. */
export const mustBeFrequency = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({ parameter, domain: 'a count law', given, holds: isFrequency(given) });
