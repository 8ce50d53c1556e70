import { mustBePayment, type Payment } from '../../payment/payment.ts';
import { type Distortion, mustBeDistortion } from '../../premium/distortion.ts';
import { type ActuarialResult, invalid, valid, whenValid } from '../../result.ts';
import { integrateDyadic } from '../../special/gauss-legendre.ts';

/**
 * Distorted mean of one layer payment, coinsurance * int g(P(X > r + y)) dy over the layer: the severity is distorted,
 * not the annual loss. Fails for an unlimited layer, where a distortion can make a finite mean infinite.
 */
export function distortedLayer(payment: Payment, distortion: Distortion): ActuarialResult<number> {
  const checked = whenValid(
    [mustBePayment('payment', payment), mustBeDistortion('distortion', distortion)],
    () => true,
  );
  if (!checked.ok) return checked;
  const { severity, terms, top } = payment;
  if (!Number.isFinite(top)) return invalid('limit', 'finite for a distorted layer', terms.limit);
  if (top === 0) return valid(0);
  const share = terms.coinsurance;
  const from = terms.retention;
  const kinks = [...severity.kinks, ...severity.breaks];
  return valid(
    share *
      integrateDyadic({
        f: (x) => distortion.apply(severity.survival(x)),
        from,
        to: from + top / share,
        kinks,
      }),
  );
}
