import { fieldsOf, mustBeAmount, mustBeLimit, mustBePositiveAmount } from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
import type { ExposureCurve } from './mbbefd-curve.ts';

/** Share of the loss cost in a layer on an insured value V: G(min(1, (r + l) / V)) - G(r / V). */
export const exposureLayerShare = (
  curve: ExposureCurve,
  layer: { readonly insuredValue: number; readonly retention: number; readonly limit: number },
): ActuarialResult<number> => {
  const { insuredValue, retention, limit } = fieldsOf(layer);
  return whenValid(
    [
      mustBe({
        parameter: 'curve',
        domain: 'an exposure curve',
        given: curve,
        holds: typeof fieldsOf(curve).curve === 'function',
      }),
      mustBePositiveAmount('insuredValue', insuredValue),
      mustBeAmount('retention', retention),
      mustBeLimit('limit', limit),
    ],
    () =>
      curve.curve(Math.min(1, (retention + limit) / insuredValue)) -
      curve.curve(Math.min(1, retention / insuredValue)),
  );
};
