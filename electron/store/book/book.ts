import { z } from 'zod';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { type BookContent, type BookEntry, bookEntrySchema } from '#shared/domain/book.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import type { Result } from '#shared/domain/result.ts';
import { headOf } from '../assessments/assessment-rows.ts';
import { readContent } from '../assessments/content/read-content.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { BOOK_LIST, LATEST_INPUTS_OF_ASSESSMENT } from './book-statements.ts';

type Row = Readonly<Record<string, unknown>>;

/** Every assessment outside the bin with the latest quote issued of it, the most recently changed first. */
export function listBook(db: WorkbookDatabase): Result<BookEntry[]> {
  return reading(db, () =>
    prepared(db, BOOK_LIST)
      .all()
      .map((row) => entryFrom(db, row as Row)),
  );
}

/**
 * The contents of some assessments, in the order asked, on one state of the workbook. One that is gone or cannot be read
 * is said so in its place: it does not keep the others from being re-priced.
 */
export function bookContents(db: WorkbookDatabase, ids: readonly string[]): Result<BookContent[]> {
  return reading(db, () => ids.map((id) => contentOf(db, id)));
}

function entryFrom(db: WorkbookDatabase, row: Row): BookEntry {
  const { reference, version, status, quotedMinor, grade, modelId, modelHash, engineVersion, ...entry } = row;
  const issued =
    reference === null
      ? null
      : { reference, version, status, quotedMinor, grade, modelId, modelHash, engineVersion };
  return parsedRow(db, bookEntrySchema, { ...entry, issued }, 'an assessment');
}

function contentOf(db: WorkbookDatabase, id: string): BookContent {
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

const inputsSchema = z.object({ modelHash: z.string(), inputsHash: z.string() });

/** Issuing finalises, so content and issued inputs differ only where a file was altered from outside. */
function isAsIssued(db: WorkbookDatabase, id: string, content: AssessmentContent): boolean | null {
  const row = prepared(db, LATEST_INPUTS_OF_ASSESSMENT).get(id);
  if (row === undefined) return null;
  const issued = parsedRow(db, inputsSchema, row, 'a quote');
  return inputsHash(content, issued.modelHash) === issued.inputsHash;
}
