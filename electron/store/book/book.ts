import { z } from 'zod';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import {
  type BookContent,
  type BookEntry,
  bookEntrySchema,
  issuedPremiumSchema,
} from '#shared/domain/book.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { headOf } from '../assessments/assessment-head.ts';
import { assessmentsTable } from '../assessments/assessment-tables.ts';
import { notAsEntered } from '../audit/bound-records.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import type { ExpandedRow } from '../connection/table.ts';
import { readContent } from '../content/read-content.ts';
import { isRecordAsIssued, quoteName } from '../quotes/quote-record.ts';
import { LATEST_QUOTE } from '../quotes/quote-summaries.ts';
import { quotesTable } from '../quotes/quote-tables.ts';

const ISSUED = quotesTable.select('q', ['id', ...Object.keys(issuedPremiumSchema.shape)]);
const BOOK = `
SELECT ${assessmentsTable.select('a', Object.keys(bookEntrySchema.shape))}, s.name AS subjectName, s.type AS subjectType,
  ${ISSUED}, qm.model_id AS modelId
FROM assessments AS a
JOIN subject_facts AS s ON s.assessment_id = a.id
${LATEST_QUOTE}
WHERE a.binned_at IS NULL
ORDER BY a.updated_at DESC, a.id`;

const LATEST_INPUTS = `
SELECT id, reference, version, model_hash AS modelHash, inputs_hash AS inputsHash
FROM quotes WHERE assessment_id = ? ORDER BY version DESC LIMIT 1`;

/**
 * Every assessment outside the bin that can be read, with the latest quote issued of it, the most recently changed first;
 * those that cannot, or whose quote is not as it was issued, are named by `damagedAssessments`.
 */
export function listBook(db: WorkbookDatabase): Result<BookEntry[]> {
  return reading(db, () =>
    prepared(db, BOOK)
      .expand()
      .all()
      .flatMap((row) => entryFrom(db, row)),
  );
}

/**
 * The contents of some assessments, in the order asked for. One that is gone or cannot be read is reported in its place,
 * so that the others can still be re-priced.
 */
export function bookContents(db: WorkbookDatabase, ids: readonly AssessmentId[]): Result<BookContent[]> {
  return reading(db, () => ids.map((id) => contentOf(db, id)));
}

function entryFrom(db: WorkbookDatabase, row: unknown): readonly BookEntry[] {
  const { assessments, subject_facts, quotes, models } = row as ExpandedRow;
  const { id, ...quote } = quotes;
  if (id !== null && !isRecordAsIssued(db, String(id))) return [];
  const issued = id === null ? null : { ...quote, ...models };
  const read = bookEntrySchema.safeParse({ ...assessments, ...subject_facts, issued });
  return read.success ? [read.data] : [];
}

function contentOf(db: WorkbookDatabase, id: AssessmentId): BookContent {
  try {
    const head = headOf(db, id);
    if (head.binnedAt !== null) return { kind: 'gone', id };
    const content = readContent(db, head);
    return { kind: 'content', id, content, isAsIssued: isAsIssued(db, id, content) };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const { code, message } = error.failure;
    return code === 'not-found' ? { kind: 'gone', id } : { kind: 'unreadable', id, message };
  }
}

const inputsSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  modelHash: z.string(),
  inputsHash: z.string(),
});

/** Issuing finalises, so content and issued inputs can differ only if another program altered the file. */
function isAsIssued(db: WorkbookDatabase, id: AssessmentId, content: AssessmentContent): boolean | null {
  const row = prepared(db, LATEST_INPUTS).get(id);
  if (row === undefined) return null;
  const issued = parsedRow(db, { schema: inputsSchema, row, what: 'a quote' });
  if (!isRecordAsIssued(db, issued.id)) throw notAsEntered(db, quoteName(issued));
  return inputsHash(content, issued.modelHash) === issued.inputsHash;
}
