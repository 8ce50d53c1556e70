import { guarded, type Outcome, outside, valid } from '../../outcome.ts';
import type { Payment } from '../../payment/payment.ts';
import type { Distortion } from '../../premium/distortion.ts';
import { isDistortion, isPayment } from '../../shapes.ts';
import { integrateDyadic } from '../../special/gauss-legendre.ts';

/**
 * Distorted mean of one layer payment, coinsurance * int g(P(X > r + y)) dy over the layer: the severity is distorted,
 * not the annual loss. Fails for an unlimited layer, where a distortion can make a finite mean infinite.
 */
export function distortedLayer(payment: Payment, distortion: Distortion): Outcome<number> {
  const checked = guarded(
    [isPayment('payment', payment), isDistortion('distortion', distortion)],
    () => true,
  );
  if (!checked.ok) return checked;
  const { severity, terms, top } = payment;
  if (!Number.isFinite(top)) return outside('limit', 'finite for a distorted layer', terms.limit);
  if (top === 0) return valid(0);
  const share = terms.coinsurance;
  const from = terms.retention;
  const kinks = [...severity.kinks, ...severity.breaks];
  return valid(
    share * integrateDyadic((x) => distortion.apply(severity.survival(x)), from, from + top / share, kinks),
  );
}
