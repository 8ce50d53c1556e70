import type { ShownCaseState, ShownOfferState, ShownSubjectivityState } from '../domain/deal-states.ts';

/** A state as a person reads it, by itself: "Not taken up". */
export const CASE_STATE_WORDS: Readonly<Record<ShownCaseState, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  referred: 'Referred',
  approved: 'Approved',
  quoted: 'Quoted',
  bound: 'Bound',
  'not-taken-up': 'Not taken up',
  declined: 'Declined',
  cancelled: 'Cancelled',
  lapsed: 'Lapsed',
  expired: 'Expired',
};

/** A state within a sentence, after "This case is". */
export const CASE_IS: Readonly<Record<ShownCaseState, string>> = {
  draft: 'a draft',
  'in-review': 'in review',
  referred: 'referred',
  approved: 'approved',
  quoted: 'quoted',
  bound: 'bound',
  'not-taken-up': 'closed as not taken up',
  declined: 'declined',
  cancelled: 'cancelled',
  lapsed: 'lapsed',
  expired: 'expired',
};

export const OFFER_STATE_WORDS: Readonly<Record<ShownOfferState, string>> = {
  open: 'Open',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  accepted: 'Accepted',
  lapsed: 'Lapsed',
};

export const SUBJECTIVITY_STATE_WORDS: Readonly<Record<ShownSubjectivityState, string>> = {
  open: 'Open',
  met: 'Met',
  waived: 'Waived',
  overdue: 'Overdue',
};
