import { type DiscreteLaw, type LatticeLaw, latticePoints } from '../../lattice/lattice-law.ts';
import { expectValue, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';
/**
 * The lattice points of a law, as values; index times step, so that rounding does not build up. Throws an
 * ActuarialError on anything but a lattice law.
 */
export const latticeValues = (law: LatticeLaw): DiscreteLaw =>
  expectValue(whenValid(latticeChecks('law', law), () => latticePoints(law)));
