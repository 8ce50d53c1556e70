import { fieldsOf, isNumber, mustBeList, mustBeReturnPeriod } from '../argument-checks.ts';
import { type Frequency, isFrequency, mustBeFrequency } from '../frequency/frequency.ts';
import { isPayment, mustBePayment, type Payment } from '../payment/payment.ts';
import {
  type ActuarialResult,
  type ArgumentChecks,
  assertArgument,
  expectValue,
  whenValid,
} from '../result.ts';

/** A peril for the largest single payment of the period: the payment of one loss and the count of losses. */
export interface OccurrencePeril {
  readonly payment: Payment;
  readonly frequency: Frequency;
}

/**
 * P(largest payment of the period > x) = 1 - prod_i P_Ni(1 - S_Yi(x)), perils independent, before aggregate terms; x >=
 * 0. In log form, so that small probabilities keep their digits. Throws an ActuarialError on any other x and on
 * anything but perils.
 */
export function occurrenceExceedance(perils: readonly OccurrencePeril[], x: number): number {
  // A curve asks for many points, so the checks with their texts are made only where this plain test fails.
  if (!arePerils(perils)) expectValue(whenValid(perilChecks(perils), () => true));
  assertArgument({ holds: isNumber(x) && x >= 0, parameter: 'x', domain: '0 or more', given: x });
  return exceedanceOf(perils, x);
}

const arePerils = (perils: readonly OccurrencePeril[]): boolean =>
  Array.isArray(perils) &&
  perils.every((peril) => isPayment(peril?.payment) && isFrequency(peril?.frequency));

const perilChecks = (perils: readonly OccurrencePeril[]): ArgumentChecks => [
  mustBeList('perils', 'a list of perils, each with payment and frequency', perils),
  () =>
    perils.flatMap((peril) => [
      mustBePayment('payment', fieldsOf(peril).payment),
      mustBeFrequency('frequency', fieldsOf(peril).frequency),
    ]),
];

const exceedanceOf = (perils: readonly OccurrencePeril[], x: number): number =>
  someIn(perils, (payment) => payment.survival(x));

function someIn(perils: readonly OccurrencePeril[], survival: (payment: Payment) => number): number {
  let logNone = 0;
  for (const { payment, frequency } of perils) logNone += Math.log1p(-frequency.someEvent(survival(payment)));
  return -Math.expm1(logNone);
}

/**
 * Least x with P(largest payment > x) <= 1 / years; years above 1, to 1e15. Points with an atom are returned exactly.
 */
export function occurrenceReturnLoss(
  perils: readonly OccurrencePeril[],
  years: number,
): ActuarialResult<number> {
  return whenValid([...perilChecks(perils), mustBeReturnPeriod(years)], () => {
    const target = 1 / years;
    if (exceedanceOf(perils, 0) <= target) return 0;
    let low = 0;
    for (const jump of jumpPoints(perils)) {
      if (exceedanceOf(perils, jump) > target) {
        low = jump;
        continue;
      }
      const justBelow = someIn(perils, (payment) => payment.survivalFrom(jump));
      return justBelow > target ? jump : bisect({ perils, target, from: low, to: jump });
    }
    let high = Math.max(1, low * 2);
    while (exceedanceOf(perils, high) > target) high *= 2;
    return bisect({ perils, target, from: low, to: high });
  });
}

/** Where the exceedance may jump: the layers' tops and the severities' atoms, ascending. */
function jumpPoints(perils: readonly OccurrencePeril[]): readonly number[] {
  const points = perils.flatMap(({ payment }) => {
    const { retention, coinsurance } = payment.terms;
    const atoms = payment.severity.atoms.map((atom) => (atom.at - retention) * coinsurance);
    return [payment.top, ...atoms.filter((y) => y > 0 && y < payment.top)];
  });
  return [...new Set(points)].filter((y) => y > 0 && Number.isFinite(y)).sort((a, b) => a - b);
}

function bisect({
  perils,
  target,
  from,
  to,
}: {
  readonly perils: readonly OccurrencePeril[];
  readonly target: number;
  readonly from: number;
  readonly to: number;
}): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (exceedanceOf(perils, middle) > target) low = middle;
    else high = middle;
    if (high - low <= 1e-15 * high) break;
  }
  return high;
}
