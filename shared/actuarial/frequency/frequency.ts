/** Panjer's (a, b, 1) class: p_n = (a + b/n) p_{n-1} for n >= 2, with p_0 and p_1 given. */
export interface PanjerClass {
  readonly a: number;
  readonly b: number;
}

/**
 * The law of the number N of ground-up losses in the period, all losses counted, also those below the retention.
 * Made by the constructors of this folder; functions are then total on their stated domains.
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
  /** P_N(z) = E[z^N], z in [0, 1]. */
  readonly pgf: (z: number) => number;
  /** 1 - P_N(1 - s), accurate for small s in [0, 1]: P(at least one loss of a kind that has probability s). */
  readonly someEvent: (s: number) => number;
  /** log E[(1 + w)^N], w >= -1 real; Infinity where the expectation is. */
  readonly logPgfOnePlus: (w: number) => number;
  /** Overwrites the complex numbers z_k (interleaved re, im), |z_k| <= 1, with P_N(z_k). */
  readonly pgfSpectrum: (spectrum: Float64Array) => void;
  /** The law of the number of losses kept when each is kept independently with probability `keep` in (0, 1]. */
  readonly thin: (keep: number) => Frequency;
  /** The (a, b) of Panjer's recursion with p_0 and p_1 free, or null where the family has none. */
  readonly panjer: PanjerClass | null;
}
