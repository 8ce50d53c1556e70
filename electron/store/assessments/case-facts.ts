import { OFFER_STATE } from '../quotes/quote-summaries.ts';

/**
 * Where the case of the row `a` stands, as SQL: its last move; a case of a workbook of before cases moved is quoted where a firm
 * quote was issued, else a draft.
 */
export const CASE_STATE = `coalesce(
  (SELECT to_state FROM case_moves WHERE case_id = a.case_id ORDER BY sequence DESC LIMIT 1),
  CASE WHEN EXISTS (SELECT 1 FROM quotes WHERE case_id = a.case_id AND status = 'quote')
    THEN 'quoted' ELSE 'draft' END)`;

/** What the state shown of the case of the row `a` follows from, as columns of `$`. */
export const CASE_FACTS = `
  ${CASE_STATE} AS caseState,
  (SELECT max(q.valid_until) FROM quotes AS q
    WHERE q.case_id = a.case_id AND q.status = 'quote' AND ${OFFER_STATE} = 'open') AS openUntil,
  EXISTS (SELECT 1 FROM quotes AS q WHERE q.case_id = a.case_id AND ${OFFER_STATE} = 'accepted') AS isAccepted,
  (SELECT date(bt.period_start, '+' || bt.period_days || ' days')
    FROM case_moves AS bm JOIN quotes AS bq ON bq.id = bm.quote_id JOIN terms AS bt ON bt.assessment_id = bq.assessment_id
    WHERE bm.case_id = a.case_id AND bm.to_state = 'bound') AS coverUntil`;

/** The facts of a case from those columns. */
export const caseFactsFrom = (computed: Readonly<Record<string, unknown>>): unknown => ({
  state: computed.caseState,
  openUntil: computed.openUntil,
  isAccepted: computed.isAccepted === 1,
  coverUntil: computed.coverUntil,
});
