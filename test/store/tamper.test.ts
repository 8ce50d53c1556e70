import { readFileSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { getModel } from '#electron/store/models/models.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { issued, MODEL, newDraft } from './support/records.ts';
import { failureOf, forge, NOW, newWorkbook, reopened, valueIn } from './support/workbooks.ts';

describe('countersignatures', () => {
  it('one that was taken away is missed', () => {
    const workbook = newWorkbook();
    issued(workbook.db, newDraft(workbook.db));
    closeWorkbook(workbook);
    forge(workbook.path, (db) =>
      db.exec(`UPDATE audit SET facts = json_remove(facts, '$.signature') WHERE action = 'quote-issued'`),
    );
    const line = checkedNow(reopened(workbook.path).db).findings.find(({ id }) => id === 'signatures');
    expect(line).toMatchObject({
      isSound: false,
      message: expect.stringMatching(/^Entry \d+ has lost its countersignature: /),
    });
  });
});

// SQLite's own check does not notice an edited value. Each of these edits leaves a file that SQLite calls sound, with all
// protections back in place; ours must name what was changed.

function workbookWithQuote() {
  const workbook = newWorkbook();
  const record = newDraft(workbook.db);
  const quote = issued(workbook.db, record);
  newDraft(workbook.db);
  closeWorkbook(workbook);
  return { path: workbook.path, id: record.summary.id, quoteId: quote.id };
}

const exec = (sql: string) => (db: Database.Database) => {
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
};

const EDITS: readonly {
  readonly what: string;
  readonly edit: (db: Database.Database) => void;
  readonly workbook: readonly string[];
  readonly quote: readonly string[];
}[] = [
  {
    what: 'the premium of a quote',
    edit: exec('UPDATE quotes SET quoted_minor = 1'),
    workbook: ['quotes'],
    quote: ['record', 'document'],
  },
  {
    what: 'the validity of a quote',
    edit: exec(`UPDATE quotes SET valid_until = '2027-01-01'`),
    workbook: ['quotes'],
    quote: ['record'],
  },
  {
    what: 'who issued a quote',
    edit: exec(`UPDATE quotes SET issued_by = 'Nobody'`),
    workbook: ['quotes'],
    quote: ['record'],
  },
  {
    what: 'an indication made a quote',
    edit: exec(`UPDATE quotes SET status = 'indication'`),
    workbook: ['quotes'],
    quote: ['record', 'document'],
  },
  {
    what: 'the PDF',
    edit: exec(`UPDATE quote_files SET pdf = CAST('%PDF-1.7 cheaper' AS BLOB)`),
    workbook: ['quotes'],
    quote: ['pdf'],
  },
  {
    what: 'the PDF with its hash',
    edit: (db) => {
      exec(`UPDATE quote_files SET pdf = x'255044462d'`)(db);
      exec(`UPDATE quotes SET pdf_bytes = 5, pdf_sha256 = '${'a'.repeat(64)}'`)(db);
    },
    workbook: ['quotes'],
    quote: ['record', 'pdf'],
  },
  {
    what: 'the document',
    edit: exec(`UPDATE quote_files SET document = replace(document, '41250000', '11250000')`),
    workbook: ['quotes'],
    quote: ['document'],
  },
  {
    what: 'the stored inputs',
    edit: exec(`UPDATE quote_files SET content = replace(content, 'Gibraltar', 'Guernsey')`),
    workbook: ['quotes'],
    quote: ['inputs'],
  },
  {
    what: 'the accuracy statement',
    edit: exec(`UPDATE quote_files SET certificate = '{}'`),
    workbook: ['quotes'],
    quote: ['certificate'],
  },
  {
    what: 'an answer of a finalised assessment',
    edit: exec(
      `UPDATE answers SET evidence = 'verified' WHERE evidence = 'asserted' AND assessment_id IN (SELECT id FROM assessments WHERE state = 'finalised')`,
    ),
    workbook: ['assessments', 'quotes'],
    quote: ['inputs'],
  },
  {
    what: 'a limit in the terms of all',
    edit: exec('UPDATE part_terms SET limit_minor = limit_minor + 1'),
    workbook: ['assessments', 'quotes'],
    quote: ['inputs'],
  },
  {
    what: 'an incident taken away',
    edit: exec('DELETE FROM incidents WHERE position = 1'),
    workbook: ['assessments', 'quotes'],
    quote: ['inputs'],
  },
  {
    what: 'the score of a finalised assessment',
    edit: exec(`UPDATE assessments SET overall = 99 WHERE state = 'finalised'`),
    workbook: ['assessments'],
    quote: [],
  },
  {
    what: 'a finalised assessment made a draft',
    edit: exec(`UPDATE assessments SET state = 'draft', finalised_at = NULL WHERE state = 'finalised'`),
    workbook: ['assessments'],
    quote: [],
  },
  {
    what: 'a draft changed outside',
    edit: exec(
      `UPDATE terms SET note = 'x' WHERE assessment_id IN (SELECT id FROM assessments WHERE state = 'draft')`,
    ),
    workbook: ['assessments'],
    quote: [],
  },
  {
    what: 'the rating model',
    edit: exec(`UPDATE models SET json = replace(json, 'digital', 'dagital')`),
    workbook: ['models'],
    quote: [],
  },
  {
    what: 'who did it, in the audit trail',
    edit: exec(`UPDATE audit SET actor = 'Nobody' WHERE sequence = 3`),
    workbook: ['audit'],
    quote: ['audit'],
  },
  {
    what: 'when, in the audit trail',
    edit: exec(`UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE action = 'quote-issued'`),
    workbook: ['audit'],
    quote: ['audit'],
  },
  {
    what: 'an audit row taken out',
    edit: exec('DELETE FROM audit WHERE sequence = 2'),
    workbook: ['audit', 'models'],
    quote: ['audit'],
  },
  {
    what: 'an audit row taken out and the rest renumbered',
    edit: (db) => {
      exec('DELETE FROM audit WHERE sequence = 4')(db);
      exec('UPDATE audit SET sequence = sequence - 1 WHERE sequence > 4')(db);
    },
    workbook: ['audit', 'assessments'],
    quote: ['audit'],
  },
  {
    what: 'the end of the audit trail cut off',
    edit: exec(
      `DELETE FROM audit WHERE sequence >= (SELECT sequence FROM audit WHERE action = 'quote-issued')`,
    ),
    workbook: ['assessments', 'cases', 'quotes'],
    quote: ['record', 'pdf', 'document', 'certificate', 'inputs'],
  },
  {
    what: 'the identity of the workbook',
    edit: exec(`UPDATE workbook SET id = '00000000-0000-4000-8000-000000000009'`),
    workbook: ['audit', 'cases'],
    quote: ['audit'],
  },
];

describe('an edit that SQLite does not notice', () => {
  it('none: everything is sound', () => {
    const { path, quoteId } = workbookWithQuote();
    forge(path, () => {});
    const { db } = reopened(path);
    expect(checkedNow(db)).toMatchObject({ isSound: true, checkedAt: NOW.toISOString() });
    expect(valueIn(verifyQuote(db, quoteId)).isSound).toBe(true);
  });

  it.each(EDITS)('$what', ({ edit, workbook, quote }) => {
    const { path, quoteId } = workbookWithQuote();
    forge(path, edit);
    const { db, isReadOnly } = reopened(path);
    expect(isReadOnly).toBe(false);
    const report = checkedNow(db);
    expect(report.findings.find(({ id }) => id === 'pages')?.isSound).toBe(true);
    expect(unsound(report.findings)).toEqual(workbook);
    expect(report.isSound).toBe(false);
    const verdict = valueIn(verifyQuote(db, quoteId));
    expect(unsound(verdict.findings)).toEqual(quote);
    expect(verdict.isSound).toBe(quote.length === 0);
  });

  it('one digit of the premium, changed in the bytes of the file', () => {
    const { path, quoteId } = workbookWithQuote();
    const bytes = readFileSync(path);
    const shown = Buffer.from('"price":{"quotedMinor":41250000');
    const at = bytes.indexOf(shown);
    expect(at).toBeGreaterThan(0);
    bytes[at + shown.length - 8] = '1'.charCodeAt(0);
    writeFileSync(path, bytes);
    const { db } = reopened(path);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(unsound(valueIn(verifyQuote(db, quoteId)).findings)).toEqual(['document']);
    expect(unsound(checkedNow(db).findings)).toEqual(['quotes']);
  });
});

describe('what was changed is not handed out as if it were the original', () => {
  it('document, PDF and model', () => {
    const { path, quoteId } = workbookWithQuote();
    forge(path, (db) => {
      exec(`UPDATE quote_files SET document = '{"format":"ballast-quote-document/1"}', pdf = x'25504446'`)(
        db,
      );
      exec(`UPDATE models SET json = '{}'`)(db);
    });
    const { db } = reopened(path);
    for (const result of [
      getQuoteDocument(db, quoteId),
      getQuotePdf(db, quoteId),
      getModel(db, MODEL.hash),
    ]) {
      expect(failureOf(result)).toMatchObject({
        code: 'workbook-damaged',
        message: expect.stringMatching(/changed after/),
      });
    }
  });

  it('and the check names it in plain language', () => {
    const { path } = workbookWithQuote();
    forge(path, exec('UPDATE quotes SET quoted_minor = 1'));
    const report = checkedNow(reopened(path).db);
    expect(report.findings.find(({ id }) => id === 'quotes')?.message).toMatch(
      /^1 of 1 was changed outside Ballast: BAL-2026-0001-.{5} version 1 \(premium, dates and names, document\)\.$/,
    );
  });
});

describe('rows that do not fit', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['an unknown subject type', `UPDATE subject_facts SET type = 'casino'`],
    ['an unknown coverage part', `UPDATE part_terms SET part = 'everything'`],
    ['a truth value that is none', 'UPDATE answers SET has_socialised_loss = 7'],
    ['an amount beyond all reason', 'UPDATE exposures SET offline_minor = 9007199254740993'],
    ['an unknown grade', `UPDATE assessments SET grade = 'ZZZ'`],
    [
      'a key with a hole in it',
      `UPDATE answers SET factor_id = 'no key at all' WHERE factor_id = (SELECT min(factor_id) FROM answers)`,
    ],
    ['a row that is gone', 'DELETE FROM terms'],
    ['a name that is gone', 'DELETE FROM subject_facts'],
  ];

  it.each(bad)('%s: a failure that says so, never a crash', (_what, sql) => {
    const { path, id } = workbookWithQuote();
    forge(path, (db) => {
      db.pragma('ignore_check_constraints = ON');
      exec(sql)(db);
    });
    const { db } = reopened(path);
    const failure = failureOf(getAssessment(db, id));
    expect(['workbook-damaged', 'not-found']).toContain(failure.code);
    expect(unsound(checkedNow(db).findings)).toContain('assessments');
  });
});

describe('the audit chain', () => {
  it('names the first entry that does not follow', () => {
    const { path } = workbookWithQuote();
    forge(path, exec(`UPDATE audit SET detail = 'x' WHERE sequence = 4`));
    expect(verifyAuditChain(reopened(path).db)).toMatchObject({
      isSound: false,
      rowCount: 3,
      brokenAt: 4,
      message: expect.stringContaining('Entry 4'),
    });
  });
});
