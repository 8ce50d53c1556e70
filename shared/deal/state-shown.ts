import type { IsoDate } from '../domain/dates.ts';
import type {
  CaseState,
  OfferState,
  ShownCaseState,
  ShownOfferState,
  ShownSubjectivityState,
  SubjectivityState,
} from '../domain/deal-states.ts';

/** What the state shown of a case follows from. */
export interface CaseFacts {
  readonly state: CaseState;
  /** The last day on which one of its open offers may be accepted; null without one. */
  readonly openUntil: IsoDate | null;
  /** Whether one of its offers is accepted: a quoted case then waits for binding, and does not lapse. */
  readonly isAccepted: boolean;
  /** The last day of the cover that was bound; null without one. */
  readonly coverUntil: IsoDate | null;
}

/**
 * The state of a case as it is shown on a day: *lapsed* where the validity of its last open offer is over, *expired* where the
 * cover that was bound is. Both follow from dates and are never stored, so that nothing has to run at midnight. Pure.
 */
export function stateShown(
  { state, openUntil, isAccepted, coverUntil }: CaseFacts,
  today: IsoDate,
): ShownCaseState {
  if (state === 'quoted' && !isAccepted && openUntil !== null && openUntil < today) return 'lapsed';
  if (state === 'bound' && coverUntil !== null && coverUntil < today) return 'expired';
  return state;
}

/** The state of an offer as it is shown on a day: valid through its last day, and lapsed after it. Pure. */
export const offerShown = (
  { state, validUntil }: { readonly state: OfferState; readonly validUntil: IsoDate },
  today: IsoDate,
): ShownOfferState => (state === 'open' && validUntil < today ? 'lapsed' : state);

/** The state of a subjectivity as it is shown on a day: overdue after the day on which it was due. Pure. */
export const subjectivityShown = (
  { state, dueOn }: { readonly state: SubjectivityState; readonly dueOn: IsoDate | null },
  today: IsoDate,
): ShownSubjectivityState => (state === 'open' && dueOn !== null && dueOn < today ? 'overdue' : state);
