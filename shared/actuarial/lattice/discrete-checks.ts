import { isFloat64Array, LARGEST_AMOUNT, mustBeObject } from '../argument-checks.ts';
import { type ArgumentCheck, type ArgumentChecks, mustBe } from '../result.ts';

/** Masses from a transform carry rounding errors of either sign; larger errors are refused. */
const ROUNDING = 1e-6;

/** Probability masses, one or more: each from 0 to 1, their sum at most 1 (less where the law extends further). */
export const mustBeMasses = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'an array of probabilities, from 0 to 1 and at most 1 in sum, within 1e-6',
    given,
    holds: isFloat64Array(given) && given.length > 0 && areProbabilities(given),
  });

function areProbabilities(mass: Float64Array): boolean {
  let sum = 0;
  for (let j = 0; j < mass.length; j += 1) {
    const p = mass[j]!;
    if (!(p >= -ROUNDING && p <= 1 + ROUNDING)) return false;
    sum += p;
  }
  return sum <= 1 + ROUNDING;
}

/** Values of a discrete loss, one or more. */
const mustBeLossValues = (parameter: string, given: unknown): ArgumentCheck =>
  mustBe({
    parameter,
    domain: 'an ascending array of amounts, 0 or more and at most 1e100',
    given,
    holds: isFloat64Array(given) && given.length > 0 && areAscendingLosses(given),
  });

function areAscendingLosses(values: Float64Array): boolean {
  if (!(values[0]! >= 0)) return false;
  for (let j = 1; j < values.length; j += 1) if (!(values[j]! > values[j - 1]!)) return false;
  return values[values.length - 1]! <= LARGEST_AMOUNT;
}

interface Given {
  readonly values?: unknown;
  readonly mass?: unknown;
}

/** A law on ascending values, one mass for each. */
export function discreteChecks(parameter: string, given: unknown): ArgumentChecks {
  const law = given as Given;
  return [
    mustBeObject(parameter, 'a discrete law, with values and mass', given),
    () => [
      mustBeLossValues('values', law.values),
      mustBeMasses('mass', law.mass),
      () => [
        mustBe({
          parameter: 'mass',
          domain: 'one for each value',
          given: (law.mass as Float64Array).length,
          holds: (law.mass as Float64Array).length === (law.values as Float64Array).length,
        }),
      ],
    ],
  ];
}
