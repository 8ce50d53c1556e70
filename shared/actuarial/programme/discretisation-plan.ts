import { type LayerMoments, layerMoments } from '../payment/layer-moments.ts';
import { occurrencePayment, type Payment } from '../payment/payment.ts';
import { expectValue } from '../result.ts';
import type { Programme, ProgrammeGrid, ProgrammePart } from './programme.ts';

/**
 * How a part is discretised: its payment, cut where its aggregate terms no longer tell losses apart, with closed-form
 * moments and the number of lattice points.
 */
export interface DiscretisationPlan {
  readonly part: ProgrammePart;
  readonly payment: Payment;
  readonly moments: LayerMoments;
  /** Moments of the part's own payment, whether cut or not. */
  readonly eventMoments: LayerMoments;
  readonly points: number;
  /** Every input of the payment, for caches. */
  readonly key: string;
}

/** Only aggregate terms that end below this share of the limit cut the payment. */
const FAR_BELOW = 1 / 8;
/**
 * The largest step, as a share of the most that the programme can pay over the grid's points, since tail measures are
 * read to a step.
 */
const LARGEST_STEP = 0.8;
/** The largest payment, in standard deviations of one payment, for which the grid's points are fine enough. */
const WIDEST = 45;
/** The most doublings of the points: for a payment with a small sd, and for tails under a low policy limit. */
const MOST_FOR_SPREAD = 2;
const MOST_FOR_TAILS = 4;

/** The most that one payment of each part can come to together: tails are read on a range of at least this. */
function reachOf({ parts, policyTerms }: Programme): number {
  const sumOf = (some: readonly ProgrammePart[]) =>
    some.reduce((sum, part) => sum + Math.min(part.terms.limit, part.payment.top), 0);
  const shared = sumOf(parts.filter((part) => part.isShared));
  return Math.min(policyTerms?.limit ?? 0, shared) + sumOf(parts.filter((part) => !part.isShared));
}

const doublingsTo = (wanted: number, most: number): number =>
  wanted > 1 ? Math.min(most, Math.ceil(Math.log2(wanted) - 1e-9)) : 0;

/**
 * Plans the lattice of a part. Where its aggregate terms end far below its limit each event, the payment is cut at that
 * limit halved as often as they allow, beyond which a single loss makes no difference: a low aggregate limit then has a
 * fine step, and one that differs a little shares the lattice and the compounded law. The grid's points are doubled
 * until the step is fine compared with the sd of one payment and with what the programme can pay.
 */
export function planDiscretisation(
  part: ProgrammePart,
  programme: Programme,
  grid: ProgrammeGrid,
): DiscretisationPlan {
  const { retention, limit, coinsurance } = part.payment.terms;
  const most = (part.terms.retention + part.terms.limit) / coinsurance;
  const width = part.payment.top / coinsurance;
  const isCut = most < FAR_BELOW * width;
  let seenLimit = width;
  while (isCut && most <= seenLimit / 2) seenLimit /= 2;
  const payment = isCut
    ? expectValue(occurrencePayment(part.payment.severity, { retention, limit: seenLimit, coinsurance }))
    : part.payment;
  const eventMoments = layerMoments(part.payment);
  const moments = isCut ? layerMoments(payment) : eventMoments;
  // A layer that is almost always exhausted has almost no sd.
  const spread = Math.max(moments.sd, 1e-2 * moments.mean);
  const doublings = Math.max(
    doublingsTo(payment.top / (WIDEST * spread), MOST_FOR_SPREAD),
    doublingsTo(payment.top / (LARGEST_STEP * reachOf(programme)), MOST_FOR_TAILS),
  );
  const key = [part.severityKey, retention, isCut ? seenLimit : limit, coinsurance].join(' ');
  return { part, payment, moments, eventMoments, points: grid.partPoints * 2 ** doublings, key };
}
