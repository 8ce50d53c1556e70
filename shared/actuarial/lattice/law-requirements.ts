import {
  isPositiveAmount,
  LARGEST_AMOUNT,
  type Requirement,
  type Requirements,
  requires,
} from '../outcome.ts';
import { isFloats, isObject } from '../shapes.ts';

/** Masses of a transform carry rounding of either sign; what is off by more is no law. */
const ROUNDING = 1e-6;

/** Probability masses, one or more: each from 0 to 1, their sum at most 1 (less where the law reaches further). */
export const isMass = (parameter: string, given: unknown): Requirement =>
  requires(
    parameter,
    'an array of probabilities, from 0 to 1 and at most 1 in sum, within 1e-6',
    given,
    isFloats(given) && given.length > 0 && areProbabilities(given),
  );

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
const isLossValues = (parameter: string, given: unknown): Requirement =>
  requires(
    parameter,
    'an ascending array of amounts, 0 or more and at most 1e100',
    given,
    isFloats(given) && given.length > 0 && areAscendingLosses(given),
  );

function areAscendingLosses(values: Float64Array): boolean {
  if (!(values[0]! >= 0)) return false;
  for (let j = 1; j < values.length; j += 1) if (!(values[j]! > values[j - 1]!)) return false;
  return values[values.length - 1]! <= LARGEST_AMOUNT;
}

interface Given {
  readonly step?: number;
  readonly values?: unknown;
  readonly mass?: unknown;
}

/** A law on 0, step, 2 step, ... whose last point is an amount. */
export function latticeRequirements(parameter: string, given: unknown): Requirements {
  const law = given as Given;
  return [
    isObject(parameter, 'a law on a lattice, with step and mass', given),
    () => [
      isPositiveAmount('step', law.step as number),
      isMass('mass', law.mass),
      () => [
        requires(
          'step',
          'such that the last point is an amount, at most 1e100',
          law.step,
          law.step! * ((law.mass as Float64Array).length - 1) <= LARGEST_AMOUNT,
        ),
      ],
    ],
  ];
}

/** A law on ascending values, one mass for each. */
export function discreteRequirements(parameter: string, given: unknown): Requirements {
  const law = given as Given;
  return [
    isObject(parameter, 'a discrete law, with values and mass', given),
    () => [
      isLossValues('values', law.values),
      isMass('mass', law.mass),
      () => [
        requires(
          'mass',
          'one for each value',
          (law.mass as Float64Array).length,
          (law.mass as Float64Array).length === (law.values as Float64Array).length,
        ),
      ],
    ],
  ];
}
