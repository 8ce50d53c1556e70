import { z } from 'zod';
import { ASSESSMENT_STATES, type AssessmentRecord } from '#shared/domain/records.ts';
import { auditEntries } from '../audit/audit.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { QUOTES_OF_CASE } from '../quotes/quote-statements.ts';
import { headOf, quoteFrom, summaryOf } from './assessment-rows.ts';
import { REVISIONS_OF_CASE } from './assessments-statements.ts';
import { readContent } from './content/read-content.ts';

const HISTORY_LENGTH = 200;

const revisionSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  state: z.enum(ASSESSMENT_STATES),
  updatedAt: z.string(),
});

/** One assessment whole; inside the caller's transaction. Quotes and history are those of the case, newest first. */
export function assessmentRecord(db: WorkbookDatabase, id: string): AssessmentRecord {
  const head = headOf(db, id);
  return {
    summary: summaryOf(db, id),
    content: readContent(db, head),
    version: head.version,
    modelId: head.modelId,
    modelHash: head.modelHash,
    revisions: prepared(db, REVISIONS_OF_CASE)
      .all(head.caseId)
      .map((row) => parsedRow(db, revisionSchema, row, 'a revision')),
    quotes: prepared(db, QUOTES_OF_CASE)
      .all(head.caseId)
      .map((row) => quoteFrom(db, row)),
    history: auditEntries(db, { caseId: head.caseId, limit: HISTORY_LENGTH }),
  };
}
