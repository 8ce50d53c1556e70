import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { moveToBin } from '#electron/store/assessments/bin.ts';
import { reviseAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { bookContents, listBook } from '#electron/store/book/book.ts';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { closeWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { bookContentSchema, bookEntrySchema } from '#shared/domain/book.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { assessmentId, cents } from '../support/branded.ts';
import { marked } from '../support/references.ts';
import { typicalContent } from './support/contents.ts';
import { BY, issued, MODEL, newDraft, quoteInput } from './support/records.ts';
import { forge, newWorkbook, reopened, valueIn } from './support/workbooks.ts';

describe('the book', () => {
  it('lists what is outside the bin with its latest quote, model and engine', () => {
    const { db } = newWorkbook();
    const draft = newDraft(db, typicalContent('Alpha'));
    const quoted = newDraft(db, typicalContent('Beta'));
    issued(db, quoted);
    const binned = newDraft(db, typicalContent('Gamma'));
    valueIn(moveToBin(db, { ...BY, id: binned.summary.id }));
    const entries = valueIn(listBook(db));
    for (const entry of entries) expect(bookEntrySchema.parse(entry)).toEqual(entry);
    expect(entries.map(({ subjectName }) => subjectName)).toEqual(['Beta', 'Alpha']);
    expect(entries.find(({ id }) => id === draft.summary.id)).toMatchObject({ state: 'draft', issued: null });
    expect(entries.find(({ id }) => id === quoted.summary.id)).toMatchObject({
      state: 'finalised',
      issued: {
        reference: marked('BAL-2026-0001'),
        version: 1,
        status: 'quote',
        quotedMinor: cents(41_250_000),
        grade: 'A',
        modelId: MODEL.id,
        modelHash: MODEL.hash,
        engineVersion: 'engine-1',
      },
    });
  });

  it('keeps each revision apart, with its own quote, and takes the latest of several', () => {
    const { db } = newWorkbook();
    const first = newDraft(db);
    issued(db, first);
    const again = valueIn(getAssessment(db, first.summary.id));
    valueIn(issueQuote(db, quoteInput(db, again)));
    const revision = valueIn(
      reviseAssessment(db, { ...BY, id: first.summary.id, newId: assessmentId(randomUUID()) }),
    );
    const versions = new Map(valueIn(listBook(db)).map((entry) => [entry.id, entry.issued?.version ?? null]));
    expect(versions).toEqual(
      new Map([
        [first.summary.id, 2],
        [revision.summary.id, null],
      ]),
    );
  });
});

describe('the contents of the book', () => {
  it('come in the order asked, and what has gone says so in its place', () => {
    const { db } = newWorkbook();
    const draft = newDraft(db, typicalContent('Alpha'));
    const quoted = newDraft(db, typicalContent('Beta'));
    issued(db, quoted);
    const binned = newDraft(db);
    valueIn(moveToBin(db, { ...BY, id: binned.summary.id }));
    const never = assessmentId(randomUUID());
    const ids = [quoted.summary.id, never, draft.summary.id, binned.summary.id];
    const found = valueIn(bookContents(db, ids));
    for (const item of found) expect(bookContentSchema.parse(item)).toEqual(item);
    expect(found).toEqual([
      { kind: 'content', id: quoted.summary.id, content: quoted.content, isAsIssued: true },
      { kind: 'gone', id: never },
      { kind: 'content', id: draft.summary.id, content: draft.content, isAsIssued: null },
      { kind: 'gone', id: binned.summary.id },
    ]);
  });

  /** A workbook with two issued quotes, edited from outside. */
  const altered = (sql: string): { readonly book: Workbook; readonly ids: readonly AssessmentId[] } => {
    const workbook = newWorkbook();
    const ids = ['Alpha', 'Beta'].map((name) => {
      const record = newDraft(workbook.db, typicalContent(name));
      issued(workbook.db, record);
      return record.summary.id;
    });
    closeWorkbook(workbook);
    forge(workbook.path, (db) => db.prepare(sql).run(ids[0]));
    return { book: reopened(workbook.path), ids };
  };

  it('are not those that were issued when they were edited from outside', () => {
    const { book, ids } = altered('UPDATE exposures SET offline_minor = 1 WHERE assessment_id = ?');
    const found = valueIn(bookContents(book.db, ids));
    expect(found.map((item) => item.kind === 'content' && item.isAsIssued)).toEqual([false, true]);
  });

  it('that cannot be read do not keep the others from being read', () => {
    const { book, ids } = altered(`UPDATE subject_facts SET type = 'teapot' WHERE assessment_id = ?`);
    const found = valueIn(bookContents(book.db, ids));
    expect(found).toMatchObject([
      { kind: 'unreadable', message: expect.stringContaining('cannot be read') },
      { kind: 'content' },
    ]);
  });

  it('are read without writing anything', () => {
    const { db } = newWorkbook();
    const { summary } = newDraft(db);
    const changes = () => db.prepare('SELECT total_changes()').pluck().get();
    const before = changes();
    valueIn(listBook(db));
    valueIn(bookContents(db, [summary.id]));
    expect(changes()).toBe(before);
  });
});
