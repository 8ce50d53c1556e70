import { z } from 'zod';
import type { QuoteId } from '#shared/domain/records.ts';
import { factsOfQuote } from '../audit/audit.ts';
import { prepared, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { type QuoteRecord, quoteRecordHash, quoteRecordSchema, quotesTable } from './quote-tables.ts';

/** The whole record, as it is bound into the audit chain. */
const RECORD = `SELECT ${quotesTable.select('quotes', Object.keys(quoteRecordSchema.shape))} FROM quotes WHERE id = ?`;

// All of these run inside the transaction of their caller.

export function quoteRecord(db: WorkbookDatabase, id: QuoteId): QuoteRecord {
  const row = prepared(db, RECORD).get(id);
  if (row === undefined) throw fault('not-found', `“${workbookName(db)}” holds no such quote.`);
  return parsedRow(db, { schema: quoteRecordSchema, row, what: 'a quote' });
}

const issueFactsSchema = z.object({ recordHash: z.string() });

/** Quotes that each connection has found as they were issued: nothing changes one, and no other program may write meanwhile. */
const foundSound = new WeakMap<WorkbookDatabase, Set<string>>();

/**
 * Whether the record of a quote (premium, dates, names; not its files) is what was entered when it was issued. Cheap enough
 * for every line of a list: one look-up of the record and one of its entry, once for each connection.
 */
export function isRecordAsIssued(db: WorkbookDatabase, id: string): boolean {
  const known = foundSound.get(db) ?? new Set<string>();
  foundSound.set(db, known);
  if (known.has(id)) return true;
  const record = quoteRecordSchema.safeParse(prepared(db, RECORD).get(id)).data;
  const facts = issueFactsSchema.safeParse(parsedJson(factsOfQuote(db, id as QuoteId))).data;
  if (record === undefined || facts?.recordHash !== quoteRecordHash(record)) return false;
  known.add(id);
  return true;
}

/** What sentences and the trail call a quote; without a version, what the names of all versions begin with. */
export const quoteName = ({
  reference,
  version,
}: {
  readonly reference: string;
  readonly version: number | '';
}): string => `${reference} version ${version}`;
