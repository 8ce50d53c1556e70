import gammaln from '@stdlib/math-base-special-gammaln';

const EULER = 0.5772156649015329;
/** zeta(k) - 1 for k = 2..27; the rest of the series is below double precision for |a| <= 0.25. */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
];

/** log Gamma(a), a > 0. */
export const logGamma = (a: number): number => gammaln(a);

/** log Gamma(1 + a) without losing digits for |a| << 1; a > -1. */
export function logGammaOnePlus(a: number): number {
  if (Math.abs(a) > 0.25) return gammaln(1 + a);
  let sum = 0;
  let power = -a;
  for (let k = 2; k < ZETA_LESS_ONE.length + 2; k += 1) {
    power *= -a;
    sum += (ZETA_LESS_ONE[k - 2]! * power) / k;
  }
  // sum over k of (-a)^k / k = -log1p(a) + a in closed form, since each zeta value was stored less one.
  return -EULER * a + (a - Math.log1p(a)) + sum;
}

/** log B(a, b) = log Gamma(a) + log Gamma(b) - log Gamma(a + b); a, b > 0. */
export const logBeta = (a: number, b: number): number => gammaln(a) + gammaln(b) - gammaln(a + b);

/** Error of Stirling's formula: log Gamma(a) = (a - 1/2) log a - a + log sqrt(2 pi) + stirlingError(a); a >= 10. */
export function stirlingError(a: number): number {
  const i = 1 / a;
  const s = i * i;
  return (
    i *
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156))))))
  );
}
