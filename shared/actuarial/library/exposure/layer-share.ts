import { guarded, isAmount, isLimit, isPositiveAmount, type Outcome, requires } from '../../outcome.ts';
import { fieldsOf } from '../../shapes.ts';
import type { ExposureCurve } from './mbbefd-curve.ts';

/** Share of the loss cost in a layer on an insured value V: G(min(1, (r + l) / V)) - G(r / V). */
export const exposureLayerShare = (
  curve: ExposureCurve,
  layer: { readonly insuredValue: number; readonly retention: number; readonly limit: number },
): Outcome<number> => {
  const { insuredValue, retention, limit } = fieldsOf(layer);
  return guarded(
    [
      requires('curve', 'an exposure curve', curve, typeof fieldsOf(curve).curve === 'function'),
      isPositiveAmount('insuredValue', insuredValue),
      isAmount('retention', retention),
      isLimit('limit', limit),
    ],
    () =>
      curve.curve(Math.min(1, (retention + limit) / insuredValue)) -
      curve.curve(Math.min(1, retention / insuredValue)),
  );
};
