import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { emptyBin, moveToBin, restoreFromBin } from '#electron/store/assessments/bin.ts';
import { duplicateAssessment, reviseAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { backUpIfDue } from '#electron/store/backup/back-up.ts';
import { bookContents, listBook } from '#electron/store/book/book.ts';
import { bookSoFar, linkedNamesIn } from '#electron/store/book/book-so-far.ts';
import { setCapacity } from '#electron/store/book/capacities.ts';
import { countRecords } from '#electron/store/book/count-records.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { getModel } from '#electron/store/models/models.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { assessmentId, caseId, cents, day } from '../support/branded.ts';
import { checkedNow } from './support/checked.ts';
import { BY, FIGURES, issued, newDraft } from './support/records.ts';
import { later, newWorkbook, valueIn } from './support/workbooks.ts';

const store = resolve(import.meta.dirname, '..', '..', 'electron', 'store');

/** Every statement that is prepared while the whole store is used once, as it stands in `prepare`. */
async function statementsInUse(): Promise<readonly string[]> {
  const spy = vi.spyOn(Database.prototype, 'prepare');
  try {
    const workbook = newWorkbook();
    const { db } = workbook;
    const draft = newDraft(db);
    const { id } = draft.summary;
    const { content } = draft;
    const [, ...answers] = Object.entries(content.answers);
    const changed = {
      ...content,
      subject: { ...content.subject, name: 'Harbour Group' },
      answers: Object.fromEntries(answers),
      declarations: {},
      terms: { ...content.terms, parts: [] },
    };
    valueIn(saveAssessment(db, { ...BY, id, version: 1, content: changed, figures: FIGURES }));
    const quote = issued(db, valueIn(getAssessment(db, id)));
    const newId = assessmentId(randomUUID());
    valueIn(reviseAssessment(db, { ...BY, id, newId: newId }));
    valueIn(
      duplicateAssessment(db, {
        ...BY,
        id,
        newId: assessmentId(randomUUID()),
        newCaseId: caseId(randomUUID()),
      }),
    );
    valueIn(moveToBin(db, { ...BY, id: newId }));
    valueIn(restoreFromBin(db, { ...BY, id: newId }));
    valueIn(listAssessments(db));
    valueIn(listBook(db));
    valueIn(bookContents(db, [id]));
    valueIn(setCapacity(db, { ...BY, field: 'group', amountMinor: cents(1), currency: 'USD' }));
    valueIn(bookSoFar(db, { assessmentId: id, today: day('2026-11-22') }));
    valueIn(linkedNamesIn(db));
    valueIn(setCapacity(db, { ...BY, field: 'group', amountMinor: null, currency: 'USD' }));
    valueIn(countRecords(db));
    valueIn(getModel(db, quote.modelHash));
    valueIn(getQuoteDocument(db, quote.id));
    valueIn(getQuotePdf(db, quote.id));
    valueIn(verifyQuote(db, quote.id));
    valueIn(await backUpIfDue(workbook, { now: later(60) }));
    valueIn(moveToBin(db, { ...BY, id: assessmentId(newId) }));
    valueIn(emptyBin(db, BY));
    expect(checkedNow(db).isSound).toBe(true);
    return [...new Set(spy.mock.calls.map(([sql]) => sql.trim()))].filter((sql) =>
      /^(SELECT|INSERT|UPDATE|DELETE)\b/.test(sql),
    );
  } finally {
    spy.mockRestore();
  }
}

/** These read all of a table because that is their task, or one row by the order of its own key. */
const WHOLE_TABLES = [
  /FROM assessments AS a\b[^?]*ORDER BY a\.updated_at DESC, a\.id$/,
  /^SELECT id FROM assessments ORDER BY id$/,
  /^SELECT count\(\*\) FROM (assessments WHERE binned_at IS NULL|\w+)$/,
  /^SELECT a\.id, a\.revision, s\.name FROM assessments AS a LEFT JOIN subject_facts\b[^?]*$/,
  /FROM quotes ORDER BY issued_at DESC, id$/,
  /^SELECT [^?]* FROM (models|model_wordings)$/,
  /FROM audit ORDER BY sequence( DESC LIMIT 1)?$/,
  /FROM workbook( ORDER BY 1)?$/,
  /^SELECT (id|hash|only_row|sha256) FROM \w+ ORDER BY 1$/,
  /FROM sqlite_schema\b/,
  // Every paper that is out, and every name that is known.
  /FROM quotes AS q\s+JOIN terms AS t\b/,
  /^SELECT kind, name FROM subject_links UNION ALL\b/,
];

describe('query plans', () => {
  it('every statement in use finds its rows by an index, and sorts nothing', async () => {
    const statements = await statementsInUse();
    expect(statements.length).toBeGreaterThan(60);
    const { db } = newWorkbook();
    for (const sql of statements) {
      const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, key]) => [key, null]));
      const values = sql.match(/\?/g)?.map(() => '') ?? [];
      const plan = db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...(sql.includes('@') ? [named] : values)) as readonly { readonly detail: string }[];
      const details = plan.map(({ detail }) => detail);
      const scans = details.filter((detail) => detail.startsWith('SCAN') && detail !== 'SCAN CONSTANT ROW');
      if (!WHOLE_TABLES.some((pattern) => pattern.test(sql))) expect([sql, scans]).toEqual([sql, []]);
      const sorts = details.filter((detail) => /TEMP B-TREE|AUTOMATIC/.test(detail));
      if (!sql.includes('sqlite_schema')) expect([sql, sorts]).toEqual([sql, []]);
    }
  });
});

describe('SQL is never built from data', () => {
  // A salvage goes through every table there is, by the names that the migrations gave them; it checks each name.
  const sources = readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('salvage'))
    .map((name) => [name, readFileSync(join(store, name), 'utf8')] as const);

  it('statements are constants made of constants and of descriptions of tables', () => {
    let count = 0;
    for (const [name, text] of sources) {
      // These make text of descriptions, which check each name; the migrations stand by themselves.
      const ofDescriptions = [join('connection', 'table.ts'), join('audit', 'record-hash.ts')];
      if (ofDescriptions.includes(name) || name.includes('migrations')) continue;
      for (const [, sql = ''] of text.matchAll(
        /`(\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|LEFT JOIN)\b[^`]*)`/g,
      )) {
        count += 1;
        const holes = [...sql.matchAll(/\$\{([^}]*)\}/g)].map(([, hole]) => hole ?? '');
        const allowed = /^(?:[A-Z_]+|[a-z]\w*Table\.(?:select|set)\([^)]*\)?\)|name)$/;
        expect([name, holes.filter((hole) => !allowed.test(hole.trim()))]).toEqual([name, []]);
      }
    }
    expect(count).toBeGreaterThan(25);
  });

  it('what is prepared or run is a constant by name, of a table, a step of the migrations, or a text without holes', () => {
    for (const [name, text] of sources) {
      const calls = [
        ...text.matchAll(/\b(?:db|raw|writing|model)\.(?:prepare|exec)\(\s*([^)\n]*)/g),
        ...text.matchAll(/\bprepared\(db, ([^)]*)\)/g),
      ];
      for (const [, argument = ''] of calls) {
        expect([name, argument]).toEqual([
          name,
          expect.stringMatching(
            /^(?:[A-Z_]+|FILES\[file\]|sql|part\.(?:group|remove|removeGroup)|[a-z]\w*(?:Table|Sections)\.remove|insert|upsert|step\.sql|'[^'$]*'?)$/,
          ),
        ]);
      }
      const pragmas = [...text.matchAll(/\.pragma\(`[^`]*\$\{([^}]*)\}/g)].map(([, hole]) => hole);
      expect(
        pragmas.filter((hole) => !['APPLICATION_ID', 'last.version', 'MOST_NAMED'].includes(hole ?? '')),
      ).toEqual([]);
    }
  });

  it('the store knows nothing of Electron or the window', () => {
    for (const [name, text] of sources) {
      const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');
      expect([
        name,
        imports.filter((from) => !/^(\.|node:|#shared\/|better-sqlite3$|zod$)/.test(from)),
      ]).toEqual([name, []]);
    }
  });
});
