// What a case, an offer and a subjectivity can be. Which follows which stands in `shared/deal/moves.ts`.

/** What is stored of a case. */
export const CASE_STATES = [
  'draft',
  'in-review',
  'referred',
  'approved',
  'quoted',
  'bound',
  'not-taken-up',
  'declined',
  'cancelled',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What is shown of a case: the stored state, or what a date has made of it. */
export const SHOWN_CASE_STATES = [...CASE_STATES, 'lapsed', 'expired'] as const;
export type ShownCaseState = (typeof SHOWN_CASE_STATES)[number];

/** What is stored of an offer, which is one issued version. */
export const OFFER_STATES = ['open', 'superseded', 'withdrawn', 'accepted'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What is shown of an offer: an open one whose validity is over has lapsed. */
export const SHOWN_OFFER_STATES = [...OFFER_STATES, 'lapsed'] as const;
export type ShownOfferState = (typeof SHOWN_OFFER_STATES)[number];

/** What is stored of a subjectivity of an issued quote. */
export const SUBJECTIVITY_STATES = ['open', 'met', 'waived'] as const;
export type SubjectivityState = (typeof SUBJECTIVITY_STATES)[number];

/** What is shown of a subjectivity: an open one whose day is over is overdue. */
export const SHOWN_SUBJECTIVITY_STATES = [...SUBJECTIVITY_STATES, 'overdue'] as const;
export type ShownSubjectivityState = (typeof SHOWN_SUBJECTIVITY_STATES)[number];

/** The moves that are made for a coded reason, each with a list of its own in the wording of the model. */
export const REASON_KINDS = ['declined', 'not-taken-up', 'cancelled', 'withdrawn'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];
