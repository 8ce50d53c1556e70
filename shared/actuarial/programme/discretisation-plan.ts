import { type LayerMoments, layerMoments } from '../payment/layer-moments.ts';
import { occurrencePayment, type Payment } from '../payment/payment.ts';
import { expectValue } from '../result.ts';
import type { Programme, ProgrammeGrid, ProgrammePart } from './programme.ts';

/** A part's payment as aggregate terms see it, with closed moments and the points that its lattice gets. */
export interface DiscretisationPlan {
  readonly part: ProgrammePart;
  readonly payment: Payment;
  readonly moments: LayerMoments;
  /** Of the part's payment itself, cut or not. */
  readonly eventMoments: LayerMoments;
  readonly points: number;
  /** Every input of the payment, for caches. */
  readonly key: string;
}

/** Aggregate terms that see more than this share of the limit keep the lattice of the whole payment. */
const FAR_BELOW = 1 / 8;
/** The largest step, as a share of what the programme can pay over the grid's points: tails are read on steps. */
const LARGEST_STEP = 0.8;
/** The largest payment, in standard deviations of one, that the grid's points are fine enough for. */
const WIDEST = 45;
/** Doublings of the points at most: for the spread of one payment, and for tails, which a low policy limit asks for. */
const MOST_FOR_SPREAD = 2;
const MOST_FOR_TAILS = 4;

/** What one payment of each part can make of the whole: tails are read on a range of at least this. */
function reachOf({ parts, policyTerms }: Programme): number {
  const sumOf = (some: readonly ProgrammePart[]) =>
    some.reduce((sum, part) => sum + Math.min(part.terms.limit, part.payment.top), 0);
  const shared = sumOf(parts.filter((part) => part.isShared));
  return Math.min(policyTerms?.limit ?? 0, shared) + sumOf(parts.filter((part) => !part.isShared));
}

const doublingsTo = (wanted: number, most: number): number =>
  wanted > 1 ? Math.min(most, Math.ceil(Math.log2(wanted) - 1e-9)) : 0;

/**
 * The payment that a part's lattice stands on. Where aggregate terms see far less than the limit each event, it is cut at
 * the limit halved as often as they allow, beyond which one loss changes nothing: a low aggregate limit then has
 * fine steps, and a somewhat other one the same lattice, with what is compounded on it. The points are the grid's,
 * doubled until the step is fine beside the spread of one payment and what the programme can pay.
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
  // An almost always exhausted layer has next to no spread of its own.
  const spread = Math.max(moments.sd, 1e-2 * moments.mean);
  const doublings = Math.max(
    doublingsTo(payment.top / (WIDEST * spread), MOST_FOR_SPREAD),
    doublingsTo(payment.top / (LARGEST_STEP * reachOf(programme)), MOST_FOR_TAILS),
  );
  const key = [part.severityKey, retention, isCut ? seenLimit : limit, coinsurance].join(' ');
  return { part, payment, moments, eventMoments, points: grid.partPoints * 2 ** doublings, key };
}
