import { LARGEST_AMOUNT, mustBeObject, mustBePositiveAmount } from '../../argument-checks.ts';
import { mustBeMasses } from '../../lattice/discrete-checks.ts';
import { type ArgumentChecks, mustBe } from '../../result.ts';

interface Given {
  readonly step?: number;
  readonly mass?: unknown;
}

/** A law on 0, step, 2 step, ... whose last point is an amount. */
export function latticeChecks(parameter: string, given: unknown): ArgumentChecks {
  const law = given as Given;
  return [
    mustBeObject(parameter, 'a law on a lattice, with step and mass', given),
    () => [
      mustBePositiveAmount('step', law.step as number),
      mustBeMasses('mass', law.mass),
      () => [
        mustBe({
          parameter: 'step',
          domain: 'such that the last point is an amount, at most 1e100',
          given: law.step,
          holds: law.step! * ((law.mass as Float64Array).length - 1) <= LARGEST_AMOUNT,
        }),
      ],
    ],
  ];
}
