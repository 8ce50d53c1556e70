import { type CaseId, type QuoteId, type QuoteSummary, quoteSummarySchema } from '#shared/domain/records.ts';
import { notAsEntered } from '../audit/bound-records.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { isRecordAsIssued, quoteName } from './quote-record.ts';
import { quotesTable } from './quote-tables.ts';

/**
 * Where the offer that the quote `q` is stands, as SQL: its last move; one of a workbook of before offers moved is open unless
 * another was issued after it.
 */
export const OFFER_STATE = `coalesce(
  (SELECT to_state FROM offer_moves WHERE quote_id = q.id ORDER BY sequence DESC LIMIT 1),
  CASE WHEN EXISTS (
    SELECT 1 FROM quotes AS later WHERE later.case_id = q.case_id AND later.version > q.version
  ) THEN 'superseded' ELSE 'open' END)`;

/** Columns of a quote's summary, of the quote `q` and its model `qm`. */
export const SUMMARY_COLUMNS = `${quotesTable.select('q', Object.keys(quoteSummarySchema.shape))}, qm.model_id AS "modelId",
  ${OFFER_STATE} AS "offerState"`;

/** Joins to the assessment `a` the latest quote `q` issued of it, if there is one, and its model `qm`. */
export const LATEST_QUOTE = `
LEFT JOIN quotes AS q ON q.assessment_id = a.id
  AND q.version = (SELECT max(newest.version) FROM quotes AS newest WHERE newest.assessment_id = a.id)
LEFT JOIN models AS qm ON qm.hash = q.model_hash`;

const SUMMARY = `SELECT ${SUMMARY_COLUMNS} FROM quotes AS q JOIN models AS qm ON qm.hash = q.model_hash`;
const SUMMARY_OF_QUOTE = `${SUMMARY} WHERE q.id = ?`;
const SUMMARIES_OF_CASE = `${SUMMARY} WHERE q.case_id = ? ORDER BY q.version DESC`;

/** The quotes of a case, newest first; inside the caller's transaction, as are both. Fails if one is not as it was issued. */
export const quotesOfCase = (db: WorkbookDatabase, caseId: CaseId): QuoteSummary[] =>
  prepared(db, SUMMARIES_OF_CASE)
    .all(caseId)
    .map((row) => summaryAsIssued(db, row));

export const quoteSummary = (db: WorkbookDatabase, id: QuoteId): QuoteSummary =>
  summaryAsIssued(db, prepared(db, SUMMARY_OF_QUOTE).get(id));

function summaryAsIssued(db: WorkbookDatabase, row: unknown): QuoteSummary {
  const summary = parsedRow(db, { schema: quoteSummarySchema, row, what: 'a quote' });
  if (!isRecordAsIssued(db, summary.id)) throw notAsEntered(db, quoteName(summary));
  return summary;
}
