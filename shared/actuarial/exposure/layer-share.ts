import { guarded, isNotNegative, isPositive, type Outcome, requires } from '../outcome.ts';
import type { ExposureCurve } from './mbbefd-curve.ts';

/** Share of the loss cost in a layer on an insured value V: G(min(1, (r + l) / V)) - G(r / V). */
export const exposureLayerShare = (
  curve: ExposureCurve,
  layer: { readonly insuredValue: number; readonly retention: number; readonly limit: number },
): Outcome<number> =>
  guarded(
    [
      isPositive('insuredValue', layer.insuredValue),
      isNotNegative('retention', layer.retention),
      requires('limit', 'above 0', layer.limit, layer.limit > 0),
    ],
    () =>
      curve.curve(Math.min(1, (layer.retention + layer.limit) / layer.insuredValue)) -
      curve.curve(Math.min(1, layer.retention / layer.insuredValue)),
  );
