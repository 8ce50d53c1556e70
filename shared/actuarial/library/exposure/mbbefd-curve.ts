import { fieldsOf, isNumber, mustBeWithin } from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';

/**
 * A curve of Bernegger's MBBEFD class on damage ratios in [0, 1]: parameters b >= 0, g >= 1.
 * Source: Bernegger, The Swiss Re exposure curves and the MBBEFD distribution class, ASTIN Bulletin 27(1), 1997.
 */
export interface ExposureCurve {
  readonly b: number;
  readonly g: number;
  /** 1/g, the probability of a total loss. */
  readonly totalLossProbability: number;
  /** E[D]. */
  readonly meanDamageRatio: number;
  /** G(x) = E[min(D, x)] / E[D], x in [0, 1]: the share of the loss cost below x. Not the cdf. */
  readonly curve: (x: number) => number;
  /** P(D > x); 0 at x = 1 and above. */
  readonly survival: (x: number) => number;
  /** Density of the continuous part, 0 < x < 1. */
  readonly density: (x: number) => number;
  /** Least x with P(D <= x) >= p. */
  readonly quantile: (p: number) => number;
}

/** The curve with parameters b (0, or 1e-100 to 1e100) and g (1 to 1e100); b = 0 or g = 1 is a certain total loss. */
export function mbbefdCurve(parameters: {
  readonly b: number;
  readonly g: number;
}): ActuarialResult<ExposureCurve> {
  const { b, g } = fieldsOf(parameters);
  return whenValid(
    [
      mustBe({
        parameter: 'b',
        domain: '0, or from 1e-100 to 1e100',
        given: b,
        holds: b === 0 || (isNumber(b) && b >= 1e-100 && b <= 1e100),
      }),
      mustBeWithin({ parameter: 'g', given: g, from: 1, to: 1e100 }),
    ],
    () => (b === 0 || g === 1 ? totalLossCurve(b, g) : generalCurve(b, g)),
  );
}

/** Swiss Re curve c in [0, 20]: b = exp(3.1 - 0.15 c (1+c)), g = exp(c (0.78 + 0.12 c)); 1.5, 2, 3, 4 are Y1 to Y4. */
export function swissReCurve(c: number): ActuarialResult<ExposureCurve> {
  const checked = whenValid([mustBeWithin({ parameter: 'swissReC', given: c, from: 0, to: 20 })], () => ({
    b: Math.exp(3.1 - 0.15 * c * (1 + c)),
    g: Math.exp(c * (0.78 + 0.12 * c)),
  }));
  return checked.ok ? mbbefdCurve(checked.value) : checked;
}

/** The textbook survival function is used where its differences lose at most three digits. */
const MOST_LOST = 1000;

function totalLossCurve(b: number, g: number): ExposureCurve {
  return {
    b,
    g,
    totalLossProbability: 1,
    meanDamageRatio: 1,
    curve: (x) => Math.min(1, Math.max(0, x)),
    survival: (x) => (x < 1 ? 1 : 0),
    density: () => 0,
    quantile: () => 1,
  };
}

function generalCurve(b: number, g: number): ExposureCurve {
  const logB = Math.log(b);
  const e = g * b - 1;
  /** (b^t - 1) / (b - 1), continuous at b = 1. */
  const ratio = (t: number): number => (b === 1 ? t : Math.expm1(t * logB) / (b - 1));
  const survival = (x: number): number => {
    if (x >= 1) return 0;
    // Bernegger's form as R evaluates it, and where it cancels (b near 1, large g b) the same in differences.
    return Math.max(1, g * b) < MOST_LOST * Math.abs(1 - b)
      ? (1 - b) / ((g - 1) * b ** (1 - x) + (1 - g * b))
      : 1 / (1 + (g - 1) * b ** (1 - x) * ratio(x));
  };
  /** log(g b), from whichever form keeps its digits. */
  const logGb = e < -0.5 ? Math.log(g) + logB : Math.log1p(e);
  const mean = (e === 0 ? 1 : logGb / e) * (b === 1 ? 1 : (b - 1) / logB);
  return {
    b,
    g,
    totalLossProbability: 1 / g,
    meanDamageRatio: mean,
    curve: (x) => {
      if (x <= 0) return 0;
      if (x >= 1) return 1;
      if (e === 0) return ratio(x);
      const argument = e * ratio(x);
      // With gb far below 1 and x large the argument nears -1: then the same number as a sum of positive terms.
      return argument > -0.5
        ? Math.log1p(argument) / logGb
        : Math.log(((g - 1) * b - e * b ** x) / (1 - b)) / logGb;
    },
    survival,
    density: (x) => {
      if (x <= 0 || x >= 1) return 0;
      const s = survival(x);
      const slope = b === 1 ? 1 : logB / (b - 1);
      return s * s * (g - 1) * b ** (1 - x) * slope;
    },
    quantile: (p) => {
      if (p <= 0) return 0;
      if (p >= 1 - 1 / g) return 1;
      // 1/S - 1 = (g-1) b (b^-x - 1) / (1 - b)
      const odds = p / (1 - p) / (g - 1);
      return b === 1 ? odds : -Math.log1p((odds * (1 - b)) / b) / logB;
    },
  };
}
