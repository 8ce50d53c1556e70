import {
  CASE_STATES,
  type CaseState,
  type OfferState,
  type ReasonKind,
  type SubjectivityState,
} from '../domain/deal-states.ts';

/** One legal move. What is not listed is not allowed, whoever asks. */
interface Move<S extends string> {
  /** Null where it is the first: an offer is opened by being issued. */
  readonly from: S | null;
  readonly to: S;
  /** What a button that makes it says. */
  readonly name: string;
  /** The list that its coded reason is of; null where it needs none. */
  readonly reason: ReasonKind | null;
  /** What its words are, where it needs some: `questions`; null where they may be left out. */
  readonly words: string | null;
}

export type CaseMove = Move<CaseState> & { readonly from: CaseState };

const move = (
  [from, to]: readonly [from: CaseState, to: CaseState],
  name: string,
  needs: { readonly reason?: ReasonKind; readonly words?: string } = {},
): CaseMove => ({ from, to, name, reason: needs.reason ?? null, words: needs.words ?? null });

const decline = (from: CaseState) => move([from, 'declined'], 'Decline', { reason: 'declined' });
const cancel = (from: CaseState) => move([from, 'cancelled'], 'Cancel case', { reason: 'cancelled' });

/** Every legal move of a case. A trigger of the workbook holds the same pairs (`110-deal.ts`), and a test holds the two together. */
export const CASE_MOVES: readonly CaseMove[] = [
  move(['draft', 'in-review'], 'Put in review'),
  move(['draft', 'referred'], 'Refer'),
  move(['draft', 'quoted'], 'Issue quote'),
  decline('draft'),
  cancel('draft'),

  move(['in-review', 'draft'], 'Take out of review'),
  move(['in-review', 'referred'], 'Refer'),
  move(['in-review', 'quoted'], 'Issue quote'),
  decline('in-review'),
  cancel('in-review'),

  move(['referred', 'approved'], 'Approve'),
  move(['referred', 'draft'], 'Send back', { words: 'questions' }),
  decline('referred'),
  cancel('referred'),

  move(['approved', 'quoted'], 'Issue quote'),
  move(['approved', 'draft'], 'Back to draft'),
  decline('approved'),
  cancel('approved'),

  move(['quoted', 'in-review'], 'Put in review'),
  move(['quoted', 'referred'], 'Refer'),
  move(['quoted', 'draft'], 'Back to draft'),
  move(['quoted', 'quoted'], 'Issue next version'),
  move(['quoted', 'bound'], 'Bind'),
  move(['quoted', 'not-taken-up'], 'Not taken up', { reason: 'not-taken-up' }),
  decline('quoted'),
  cancel('quoted'),

  cancel('bound'),

  move(['not-taken-up', 'draft'], 'Reopen', { words: 'reason' }),
  cancel('not-taken-up'),

  move(['declined', 'draft'], 'Reopen', { words: 'reason' }),
];

export type OfferMove = Move<OfferState>;

/** Every legal move of an offer. A counter-offer leaves it open and is recorded. */
export const OFFER_MOVES: readonly OfferMove[] = [
  { from: null, to: 'open', name: 'Issue quote', reason: null, words: null },
  { from: 'open', to: 'open', name: 'Counter-offer', reason: null, words: 'counter-offer' },
  { from: 'open', to: 'accepted', name: 'Accepted', reason: null, words: null },
  { from: 'open', to: 'withdrawn', name: 'Withdraw', reason: 'withdrawn', words: null },
  { from: 'open', to: 'superseded', name: 'Supersede', reason: null, words: null },
];

export type SubjectivityMove = Move<SubjectivityState> & { readonly from: SubjectivityState };

/** Every legal move of a subjectivity of an issued quote. */
export const SUBJECTIVITY_MOVES: readonly SubjectivityMove[] = [
  { from: 'open', to: 'met', name: 'Met', reason: null, words: null },
  { from: 'open', to: 'waived', name: 'Waive', reason: null, words: 'reason' },
  { from: 'met', to: 'open', name: 'Open again', reason: null, words: 'reason' },
  { from: 'waived', to: 'open', name: 'Open again', reason: null, words: 'reason' },
];

/** The legal moves from a state, in the order of the table. */
export const caseMovesFrom = (from: CaseState): readonly CaseMove[] =>
  CASE_MOVES.filter((legal) => legal.from === from);

/** The move between two states; undefined where there is none. */
export const caseMove = (from: CaseState, to: CaseState): CaseMove | undefined =>
  CASE_MOVES.find((legal) => legal.from === from && legal.to === to);

export const offerMove = (from: OfferState | null, to: OfferState): OfferMove | undefined =>
  OFFER_MOVES.find((legal) => legal.from === from && legal.to === to);

export const subjectivityMove = (
  from: SubjectivityState,
  to: SubjectivityState,
): SubjectivityMove | undefined => SUBJECTIVITY_MOVES.find((legal) => legal.from === from && legal.to === to);

/** States that nothing leads out of. */
export const FINAL_CASE_STATES: readonly CaseState[] = CASE_STATES.filter(
  (state) => caseMovesFrom(state).length === 0,
);

/** States in which a quote or an indication may be issued. */
export const mayBeIssued = (state: CaseState): boolean => caseMove(state, 'quoted') !== undefined;
