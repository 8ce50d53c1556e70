import type { CaseState, OfferState } from '#shared/domain/deal-states.ts';
import type { AssessmentId, CaseId, QuoteId } from '#shared/domain/records.ts';
import { CASE_STATE } from '../assessments/case-facts.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { OFFER_STATE } from '../quotes/quote-summaries.ts';

const PRESENT = `SELECT ${CASE_STATE} FROM (SELECT id AS case_id FROM cases WHERE id = ?) AS a`;
const LAST_OF_OFFER = `SELECT to_state FROM offer_moves WHERE quote_id = ? ORDER BY sequence DESC LIMIT 1`;
const LAST_REFERRAL = `
SELECT assessment_id AS assessmentId, profile_id AS profileId FROM case_moves
WHERE case_id = ? AND to_state = 'referred' ORDER BY sequence DESC LIMIT 1`;
const OPEN_OFFERS = `
SELECT q.id, q.version, q.status FROM quotes AS q
WHERE q.case_id = @caseId AND ${OFFER_STATE} = 'open'
ORDER BY q.version`;
const STATE_OF_OFFER = `SELECT ${OFFER_STATE} FROM quotes AS q WHERE q.id = ?`;

// What is stored of a case. A workbook of an earlier version has no moves: its states follow from what it issued. All of these
// run inside the transaction of their caller.

/** Where a case stands. */
export const caseStateOf = (db: WorkbookDatabase, caseId: CaseId): CaseState =>
  prepared(db, PRESENT).pluck().get(caseId) as CaseState;

/** Where an offer stands; null where it has no moves yet. */
export const offerMoveOf = (db: WorkbookDatabase, quoteId: QuoteId): OfferState | null =>
  (prepared(db, LAST_OF_OFFER).pluck().get(quoteId) as OfferState | undefined) ?? null;

/** Where an offer stands: one without moves is of an earlier version, and open unless another was issued after it. */
export const offerStateOf = (db: WorkbookDatabase, quoteId: QuoteId): OfferState =>
  prepared(db, STATE_OF_OFFER).pluck().get(quoteId) as OfferState;

interface OpenOffer {
  readonly id: QuoteId;
  readonly version: number;
  readonly status: 'quote' | 'indication';
}

/** The offers of a case that stand open, the earliest first. */
export const openOffersOf = (db: WorkbookDatabase, caseId: CaseId): readonly OpenOffer[] =>
  prepared(db, OPEN_OFFERS).all({ caseId }) as OpenOffer[];

/** The last referral of a case. */
export const lastReferral = (
  db: WorkbookDatabase,
  caseId: CaseId,
): { readonly assessmentId: AssessmentId; readonly profileId: string } | undefined =>
  prepared(db, LAST_REFERRAL).get(caseId) as { assessmentId: AssessmentId; profileId: string } | undefined;
