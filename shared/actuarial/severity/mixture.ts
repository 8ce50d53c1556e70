import { fieldsOf, isNumber, mustBeWholeAtLeast } from '../argument-checks.ts';
import { type ActuarialResult, invalid, mustBe, whenValid } from '../result.ts';
import { makeSeverity } from './make-severity.ts';
import { massAt, mustBeSeverity, type Severity, type UpperTail } from './severity.ts';

/** Weighted sum of laws: weights in [0, 1] that sum to 1 within 1e-9 and are rescaled to sum to 1. */
export function mixtureSeverity(parameters: {
  readonly weights: readonly number[];
  readonly components: readonly Severity[];
}): ActuarialResult<Severity> {
  const { weights, components } = fieldsOf(parameters);
  if (!Array.isArray(weights)) return invalid('weights', 'a list, one for each component', weights);
  if (!Array.isArray(components)) return invalid('components', 'a list of laws', components);
  const total: number = weights.reduce((sum, weight) => sum + weight, 0);
  return whenValid(
    [
      mustBeWholeAtLeast('components', components.length, 1),
      ...components.map((component) => mustBeSeverity('components', component)),
      mustBe({
        parameter: 'weights',
        domain: 'one for each component',
        given: weights.length,
        holds: weights.length === components.length,
      }),
      mustBe({
        parameter: 'weights',
        domain: 'in [0, 1]',
        given: weights.join(', '),
        holds: weights.every((weight) => isNumber(weight) && weight >= 0 && weight <= 1),
      }),
      mustBe({
        parameter: 'weights',
        domain: 'weights that sum to 1',
        given: total,
        holds: Math.abs(total - 1) <= 1e-9,
      }),
    ],
    () => {
      const used = components.filter((_, i) => weights[i]! > 0);
      return mix(
        used,
        weights.filter((weight) => weight > 0).map((weight) => weight / total),
      );
    },
  );
}

function mix(components: readonly Severity[], weights: readonly number[]): Severity {
  const sum = (f: (component: Severity) => number): number =>
    components.reduce((total, component, i) => total + weights[i]! * f(component), 0);
  const places = [...new Set(components.flatMap((component) => component.atoms.map((atom) => atom.at)))].sort(
    (a, b) => a - b,
  );
  const cdf = (x: number) => sum((component) => component.cdf(x));
  return makeSeverity({
    family: 'mixture',
    survival: (x) => sum((component) => component.survival(x)),
    cdf,
    density: (x) => sum((component) => component.density(x)),
    limitedMoment: (k, d) => sum((component) => component.limitedMoment(k, d)),
    moment: (k) => sum((component) => component.moment(k)),
    quantile: (p) => quantileBetween(components, cdf, p),
    atoms: places.map((at) => ({ at, mass: sum((component) => massAt(component, at)) })),
    kinks: [...new Set(components.flatMap((component) => component.kinks))],
    breaks: [...new Set(components.flatMap((component) => component.breaks))],
    lowerBound: Math.min(...components.map((component) => component.quantile(0))),
    massAtZero: sum((component) => massAt(component, 0)),
    upperBound: Math.max(...components.map((component) => component.upperBound)),
    upperTail: (retention) => mixedTail(components, weights, retention),
  });
}

/** Null where no component has a tail of its own; the others keep their digits by themselves. */
function mixedTail(
  components: readonly Severity[],
  weights: readonly number[],
  retention: number,
): UpperTail | null {
  const tails = components.map((component) => component.upperTail(retention));
  if (tails.every((tail) => tail === null)) return null;
  const mixed = (of: 'survival' | 'density') => (y: number) =>
    components.reduce((total, component, i) => {
      const tail = tails[i] ?? null;
      return total + weights[i]! * (tail === null ? component[of](retention + y) : tail[of](y));
    }, 0);
  return { survival: mixed('survival'), density: mixed('density') };
}

/** The mixture's quantile lies between its components' least and largest; bisection there. */
function quantileBetween(components: readonly Severity[], cdf: (x: number) => number, p: number): number {
  const quantiles = components.map((component) => component.quantile(p));
  let low = Math.min(...quantiles);
  let high = Math.max(...quantiles);
  if (cdf(low) >= p) return low;
  for (let step = 0; step < 2000 && high - low > 1e-15 * high; step += 1) {
    const middle = low > 0 && high > 4 * low ? Math.sqrt(low * high) : (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (cdf(middle) >= p) high = middle;
    else low = middle;
  }
  return high;
}
