import type { Payment } from '../payment/payment.ts';
/** The masses of a law of atoms only: each payment is split between its two neighbours. */
export function atomMasses(payment: Payment, step: number, mass: Float64Array): Float64Array {
  const { retention, limit, coinsurance } = payment.terms;
  for (const atom of payment.severity.atoms) {
    const place = (coinsurance * Math.min(Math.max(atom.at - retention, 0), limit)) / step;
    const near = Math.round(place);
    const below = Math.abs(place - near) <= 1e-12 * near ? near : Math.floor(place);
    const share = below === near && near >= place ? 0 : place - below;
    if (below < mass.length) mass[below] = mass[below]! + atom.mass * (1 - share);
    if (share > 0 && below + 1 < mass.length) mass[below + 1] = mass[below + 1]! + atom.mass * share;
  }
  return mass;
}
