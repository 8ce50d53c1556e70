/**
 * base^exponent, base above 0. By logarithms, for engines agree on those to the last bit and not on powers: a second
 * difference would show it in the report.
 */
export const power = (base: number, exponent: number): number =>
  exponent === 0 ? 1 : Math.exp(exponent * Math.log(base));
