import { type MinorUnits, minorOf } from './money.ts';

/** A decimal number as a fraction: the value is `units / 10^places`. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** A number as it is written: 2.3 is 2.3 exactly, not the double beside it. Throws on what is not finite. */
function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError('cannot round a non-finite amount');
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

const product = (values: readonly number[]): Decimal =>
  values
    .map(decimalOf)
    .reduce((all, one) => ({ units: all.units * one.units, places: all.places + one.places }), {
      units: 1n,
      places: 0,
    });

const scaled = ({ units, places }: Decimal, to: number): bigint => units * 10n ** BigInt(to - places);

/** The whole number at or below a fraction; `below` is not 0. */
function floorOf(above: bigint, below: bigint): bigint {
  const quotient = above / below;
  return above % below !== 0n && above < 0n !== below < 0n ? quotient - 1n : quotient;
}

const halfUp = (above: bigint, below: bigint): MinorUnits =>
  minorOf(Number(floorOf(2n * above + below, 2n * below)));

/**
 * The product of decimal numbers over the product of others, rounded half-up (`floor(x + 1/2)`, the rating algorithm's one
 * rule) once, of the exact fraction: USD 262,345.00 at 2.3 % is 6,033.935 and becomes 6,033.94. Throws on a figure that is
 * not finite and on a divisor of 0.
 */
export function exactProduct(times: readonly number[], over: readonly number[] = []): MinorUnits {
  const above = product(times);
  const below = product(over);
  const places = Math.max(above.places, below.places);
  return halfUp(scaled(above, places), scaled(below, places));
}

/** A percentage of an amount in cents, rounded half-up once, of the exact product. Throws on one that is not finite. */
export const exactPercent = (amountMinor: MinorUnits, percent: number): MinorUnits =>
  exactProduct([amountMinor, percent], [100]);

/** One less some decimal numbers: 1 - (0.12 + 0.175 + 0.05) is 0.655 exactly. */
export function exactRest(shares: readonly number[]): number {
  const all = shares.map(decimalOf);
  const places = Math.max(0, ...all.map((one) => one.places));
  const rest = 10n ** BigInt(places) - all.reduce((sum, one) => sum + scaled(one, places), 0n);
  return Number(`${rest}e-${places}`);
}

/**
 * Splits `totalMinor` by non-negative decimal `weights` so that the parts sum exactly to the whole: each gets the floor of
 * its exact share and the left-over cents go to the largest remainders (ties to the earlier part). All-zero weights split
 * evenly.
 */
export function exactShares(totalMinor: MinorUnits, weights: readonly number[]): MinorUnits[] {
  if (weights.length === 0) return [];
  const decimals = weights.map(decimalOf);
  const places = Math.max(...decimals.map((one) => one.places));
  const given = decimals.map((one) => scaled(one, places));
  const isEven = given.every((weight) => weight === 0n);
  const parts = isEven ? given.map(() => 1n) : given;
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  const shares = parts.map((part) => BigInt(totalMinor) * part);
  const floors = shares.map((share) => floorOf(share, whole));
  let left = BigInt(totalMinor) - floors.reduce((sum, floor) => sum + floor, 0n);
  const order = shares
    .map((share, i) => ({ i, rest: share - (floors[i] ?? 0n) * whole }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of order) {
    if (left <= 0n) break;
    floors[i] = (floors[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return floors.map((floor) => minorOf(Number(floor)));
}
