import { fieldsOf, isNumber, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, invalid, mustBe, whenValid } from '../../result.ts';
import { makeSeverity } from '../../severity/make-severity.ts';
import { mustBeSeverity, type Severity } from '../../severity/severity.ts';
import { generalisedParetoSeverity } from './generalised-pareto.ts';

/**
 * A body up to the threshold u > 0 with weight w, a generalised Pareto tail above:
 * P(X > x) = 1 - w Fb(x)/Fb(u) for x <= u, (1-w)(1 + xi (x-u)/beta)^(-1/xi) above. `bodyWeight` null means w = Fb(u).
 * The body must have no atoms. Loss Models 4e, section 5.2.6.
 */
export function splicedSeverity(parameters: {
  readonly threshold: number;
  readonly body: Severity;
  readonly bodyWeight: number | null;
  readonly tail: { readonly xi: number; readonly beta: number };
}): ActuarialResult<Severity> {
  const { threshold, body, bodyWeight, tail } = fieldsOf(parameters);
  if (typeof tail !== 'object' || tail === null) return invalid('tail', 'xi and beta of a tail', tail);
  const at = whenValid(
    [mustBePositiveAmount('threshold', threshold), mustBeSeverity('body', body)],
    () => threshold,
  );
  if (!at.ok) return at;
  const above = generalisedParetoSeverity({ ...tail, threshold });
  if (!above.ok) return above;
  const reach = body.cdf(threshold);
  const w = bodyWeight ?? reach;
  return whenValid(
    [
      mustBe({
        parameter: 'body',
        domain: 'a continuous law with mass below the threshold',
        given: body.family,
        holds: reach > 0 && body.atoms.length === 0,
      }),
      mustBe({
        parameter: 'bodyWeight',
        domain: 'in (0, 1]',
        given: w,
        holds: isNumber(w) && w > 0 && w <= 1,
      }),
    ],
    () => splice({ body, tail: above.value, u: threshold, w, scale: w / reach }),
  );
}

function splice({
  body,
  tail,
  u,
  w,
  scale,
}: {
  readonly body: Severity;
  readonly tail: Severity;
  readonly u: number;
  readonly w: number;
  readonly scale: number;
}): Severity {
  const limitedBody = (k: number, d: number) => d ** k * (1 - scale) + scale * body.limitedMoment(k, d);
  return makeSeverity({
    family: 'spliced',
    survival: (x) => {
      if (x > u) return (1 - w) * tail.survival(x);
      // Near the threshold 1 - w Fb/Fb(u) is formed as the tail's share plus the body's mass between x and u.
      const below = scale * body.cdf(x);
      return below > 0.5 ? 1 - w + scale * (body.survival(x) - body.survival(u)) : 1 - below;
    },
    cdf: (x) => (x > u ? 1 - (1 - w) * tail.survival(x) : scale * body.cdf(x)),
    density: (x) => (x <= u ? scale * body.density(x) : (1 - w) * tail.density(x)),
    limitedMoment: (k, d) =>
      d <= u ? limitedBody(k, d) : limitedBody(k, u) + (1 - w) * (tail.limitedMoment(k, d) - u ** k),
    moment: (k) => (w === 1 ? limitedBody(k, u) : limitedBody(k, u) + (1 - w) * (tail.moment(k) - u ** k)),
    quantile: (p) => (p <= w ? body.quantile(p / scale) : tail.quantile((p - w) / (1 - w))),
    kinks: [
      ...body.kinks.filter((kink) => kink < u),
      u,
      ...(Number.isFinite(tail.upperBound) ? [tail.upperBound] : []),
    ],
    breaks: body.breaks.filter((point) => point < u),
    lowerBound: body.quantile(0),
    upperBound: w === 1 ? u : tail.upperBound,
  });
}
