import { describe, expect, test } from 'vitest';
import {
  certifyProgramme,
  expectValue,
  type ProgrammePart,
  programmeLoss,
  tailValueAtRisk,
  valueAtRisk,
  wholeLoss,
} from '#shared/actuarial/index.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { type AggregateTermsInput, aggregateTermsOf, type PerilInput, perilOf } from './inputs.ts';
import { REFERENCE_FOLDER, readConformanceFolder } from './read-folder.ts';

// The route of prices, a programme of parts, on the annual sums of the suite whose payments end, at the tolerances that
// the rating algorithm's section 5 gives it. The suite's own tolerances hold for the route of annual sums.

interface ContinuousCase {
  readonly perils: PerilInput[];
  readonly aggregate_terms: AggregateTermsInput;
  readonly p: number[];
}

interface ContinuousOutput {
  readonly net_mean: number;
  readonly net_sd: number;
  readonly net_prob_exhaust: number;
  readonly var: number[];
  readonly tvar: number[];
}

const { partPoints, policyPoints, countTail } = bundledModel.pricing.lattice;

const cases = readConformanceFolder(REFERENCE_FOLDER)
  .flatMap((file) => file.cases)
  .filter(({ kind }) => kind === 'aggregate.continuous')
  .map(({ id, input, output }) => ({
    id,
    input: input as unknown as ContinuousCase,
    output: output as unknown as ContinuousOutput,
  }))
  .filter(({ input }) => input.perils.every((peril) => peril.terms.limit !== null));

function partsOf(id: string, { perils }: ContinuousCase): readonly ProgrammePart[] {
  return perils.map((input, i) => {
    const { payments, frequency, aggregateLimit } = perilOf(input);
    return {
      id: `${i}`,
      label: input.name ?? id,
      payment: payments[0]!.payment,
      frequency,
      terms: { retention: 0, limit: aggregateLimit },
      isShared: true,
      severityKey: `${id} ${i}`,
      frequencyKey: `${id} ${i}`,
    };
  });
}

describe('annual sums of the suite as programmes', () => {
  test('there are some', () => expect(cases.length).toBeGreaterThanOrEqual(4));

  test.each(cases)('$id', ({ id, input, output }) => {
    const programme = { parts: partsOf(id, input), policyTerms: aggregateTermsOf(input.aggregate_terms) };
    const loss = expectValue(programmeLoss(programme, { partPoints, policyPoints, countTail }));
    const whole = wholeLoss(loss);
    const { distribution } = whole;
    const range = distribution.values.at(-1)!;
    expect(Math.abs(loss.mean / output.net_mean - 1)).toBeLessThan(1e-7);
    expect(Math.abs(loss.sd / output.net_sd - 1)).toBeLessThan(1e-7);
    const exhausted = loss.shared?.probabilityExhausted ?? 0;
    expect(Math.abs(exhausted - output.net_prob_exhaust)).toBeLessThanOrEqual(1e-3 * output.net_prob_exhaust);
    for (const [i, level] of input.p.entries()) {
      const atRisk = expectValue(valueAtRisk(distribution, level));
      const tail = expectValue(tailValueAtRisk(distribution, level));
      expect(Math.abs(atRisk - output.var[i]!) / range, `VaR ${level}`).toBeLessThan(1e-4);
      expect(Math.abs(tail - output.tvar[i]!) / range, `TVaR ${level}`).toBeLessThan(1e-6);
    }
    expect(certifyProgramme(loss, whole).verdict).toBe('pass');
  });
});
