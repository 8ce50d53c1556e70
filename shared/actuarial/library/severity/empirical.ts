import { fieldsOf, isNumber, mustBeWholeAtLeast } from '../../argument-checks.ts';
import { type ActuarialResult, invalid, mustBe, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import type { Severity } from '../../severity/severity.ts';

/**
 * A weighted finite distribution; ties and any order allowed. Values finite, 0 or more; weights finite, 0 or more,
 * not all 0 (they are shares of their sum). Quantile: least value with F >= p.
 */
export function empiricalSeverity(parameters: {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}): ActuarialResult<Severity> {
  const { values, weights } = fieldsOf(parameters);
  if (!Array.isArray(values)) return invalid('values', 'a list of amounts', values);
  if (!Array.isArray(weights)) return invalid('weights', 'a list, one for each value', weights);
  const total: number = weights.reduce((sum, weight) => sum + weight, 0);
  return whenValid(
    [
      mustBeWholeAtLeast('values', values.length, 1),
      mustBe({
        parameter: 'weights',
        domain: 'one for each value',
        given: weights.length,
        holds: weights.length === values.length,
      }),
      mustBe({
        parameter: 'values',
        domain: 'amounts, 0 or more and at most 1e100',
        given: values.find(isBad),
        holds: !values.some(isBad),
      }),
      mustBe({
        parameter: 'weights',
        domain: 'finite, 0 or more, not all 0',
        given: weights.find(isBad) ?? total,
        holds: !weights.some(isBad) && total > 0,
      }),
    ],
    () => steps(joinTies(values, weights, total)),
  );
}

const isBad = (value: number): boolean => !(isNumber(value) && value >= 0 && value <= 1e100);

interface Steps {
  readonly at: Float64Array;
  readonly mass: Float64Array;
}

function joinTies(values: readonly number[], weights: readonly number[], total: number): Steps {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const at: number[] = [];
  const mass: number[] = [];
  for (const i of order) {
    if (weights[i] === 0) continue;
    if (at[at.length - 1] !== values[i]) {
      at.push(values[i]!);
      mass.push(0);
    }
    mass[mass.length - 1]! += weights[i]! / total;
  }
  return { at: Float64Array.from(at), mass: Float64Array.from(mass) };
}

function steps({ at, mass }: Steps): Severity {
  const n = at.length;
  const sumOver = (f: (x: number, p: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += f(at[i]!, mass[i]!);
    return sum;
  };
  const cdf = (x: number) => sumOver((value, p) => (value <= x ? p : 0));
  return makeSeverity({
    family: 'empirical',
    survival: (x) => sumOver((value, p) => (value > x ? p : 0)),
    cdf,
    density: () => 0,
    limitedMoment: (k, d) => sumOver((value, p) => p * Math.min(value, d) ** k),
    moment: (k) => sumOver((value, p) => p * value ** k),
    quantile: (p) => {
      let sum = 0;
      for (let i = 0; i < n; i += 1) {
        sum += mass[i]!;
        if (sum >= p - 1e-14) return at[i]!;
      }
      return at[n - 1]!;
    },
    atoms: [...at].map((value, i) => ({ at: value, mass: mass[i]! })),
    kinks: [...at].filter((value) => value > 0),
    lowerBound: at[0]!,
    massAtZero: at[0] === 0 ? mass[0]! : 0,
    upperBound: at[n - 1]!,
  });
}
