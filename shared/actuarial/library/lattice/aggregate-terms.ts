import { fieldsOf, isRecord, mustBeAmount, mustBeLimit } from '../../argument-checks.ts';
import { type AggregateTerms, netOfAggregateTerms } from '../../lattice/aggregate-terms.ts';
import { discreteChecks } from '../../lattice/discrete-checks.ts';
import { type DiscreteLaw, type LatticeLaw, latticePoints } from '../../lattice/lattice-law.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { latticeChecks } from './lattice-checks.ts';
/**
 * Applies aggregate terms to the values of a law, without re-gridding; equal values are joined. Fails on anything but a
 * law on amounts, on a retention that is not an amount, and on a limit not from 1e-30 to 1e100 or Infinity.
 */
export function applyAggregateTerms(
  law: LatticeLaw | DiscreteLaw,
  terms: AggregateTerms,
): ActuarialResult<DiscreteLaw> {
  const { retention, limit } = fieldsOf(terms);
  const ofLaw = isRecord(law) && 'step' in law ? latticeChecks : discreteChecks;
  return whenValid(
    [mustBeAmount('retention', retention), mustBeLimit('limit', limit), ...ofLaw('law', law)],
    () => netOfAggregateTerms('step' in law ? latticePoints(law) : law, terms),
  );
}
