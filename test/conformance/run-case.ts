import type { Comparison, ConformanceCase } from './format.ts';
import { compareOutputs } from './format.ts';
import { aggregateKinds } from './kinds-aggregate.ts';
import { latticeKinds } from './kinds-lattice.ts';
import { lawKinds } from './kinds-law.ts';
import { pricingKinds } from './kinds-pricing.ts';

/** From a case's input to the outputs its kind defines, through the engine's public API. */
export type KindRunner = (input: never) => Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, KindRunner>> = {
  ...lawKinds,
  ...latticeKinds,
  ...aggregateKinds,
  ...pricingKinds,
};

/** Runs one case; an unknown kind or a failure of the engine is a complaint, never a skip. */
export function runCase(reference: ConformanceCase): Comparison {
  const run = KINDS[reference.kind];
  if (run === undefined) return stopped(`kind ${reference.kind} is not known`);
  try {
    return compareOutputs(reference, run(reference.input as never));
  } catch (error) {
    return stopped(error instanceof Error ? error.message : String(error));
  }
}

const stopped = (message: string): Comparison => ({
  numbers: 0,
  used: Number.POSITIVE_INFINITY,
  complaints: [{ name: 'case', message }],
});
