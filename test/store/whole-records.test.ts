import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveToBin, restoreFromBin } from '#electron/store/assessments/bin.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { duplicateAssessment, reviseAssessment } from '#electron/store/assessments/make-draft.ts';
import {
  damagedAssessments,
  getAssessment,
  listAssessments,
} from '#electron/store/assessments/read-assessments.ts';
import { assessmentKind } from '#electron/store/assessments/record-kinds.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { auditRowHash, auditTable, verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { lastBound } from '#electron/store/audit/bound-records.ts';
import { idsOfKind, recordHash, recordKey } from '#electron/store/audit/record-hash.ts';
import { bookContents, listBook } from '#electron/store/book/book.ts';
import { setCapacity } from '#electron/store/book/capacities.ts';
import { insertRow } from '#electron/store/connection/table.ts';
import { workbookId } from '#electron/store/connection/workbook-id.ts';
import { keepCasePaper } from '#electron/store/deal/case-papers.ts';
import { moveSubjectivity } from '#electron/store/deal/subjectivities.ts';
import { keepFile } from '#electron/store/files/files.ts';
import { foreseenHead, issueQuote, MOVED_ON } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { markOf } from '#electron/store/issuing/workbook-mark.ts';
import {
  addOwnIncidents,
  changeOwnIncident,
  removeOwnIncident,
} from '#electron/store/library/own-incidents.ts';
import { putWording } from '#electron/store/models/wordings.ts';
import { setInsurer } from '#electron/store/people/insurer.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { RECORD_KINDS, unboundRecords } from '#electron/store/workbook/bind-records.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { AssessmentId, QuoteId, TrailHead } from '#shared/domain/records.ts';
import { assessmentId, caseId, cents } from '../support/branded.ts';
import { marked } from '../support/references.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { ownIncident } from './support/own-incident.ts';
import { entryOf, HARBOUR, person, stampOf } from './support/people.ts';
import { BY, FIGURES, issued, keepModel, MODEL, newDraft, quoteInput } from './support/records.ts';
import {
  failureOf,
  forge,
  later,
  newWorkbook,
  options,
  reopened,
  temporaryFolder,
  valueIn,
} from './support/workbooks.ts';

let folder = '';
let book = '';
let closedId: AssessmentId;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-records-'));
  const workbook = valueIn(openWorkbook(join(folder, 'Book.ballast'), options('create')));
  book = workbook.path;
  const record = newDraft(workbook.db);
  closedId = record.summary.id;
  const quote = issued(workbook.db, record);
  valueIn(putWording(workbook.db, wording('a')));
  const draft = newDraft(workbook.db);
  valueIn(addOwnIncidents(workbook.db, { ...BY, rows: [ownIncident('own-1')] }));
  const ada = person(workbook.db, entryOf('Ada Vance', { role: 'head' }));
  const { id } = draft.summary;
  const judgement = { grade: { grade: 'A', reason: 'other', words: 'Seen on site.' } } as const;
  const subject = { ...draft.content.subject, custodians: ['Harrow Vaults'] };
  const content = { ...draft.content, subject, judgement };
  valueIn(saveAssessment(workbook.db, { ...stampOf(ada), id, version: 1, content, figures: FIGURES }));
  const { deal } = valueIn(getAssessment(workbook.db, closedId));
  const subjectivity = deal.subjectivities[0]?.key ?? '';
  const move = { quoteId: quote.id, subjectivity, to: 'met', words: null, text: 'Proposal' } as const;
  valueIn(moveSubjectivity(workbook.db, { ...stampOf(ada), ...move }));
  const pdf = new TextEncoder().encode('%PDF-1.7 letter');
  const letter = { kind: 'missing-information', content: '{}', pdf, sha256: 'd'.repeat(64) } as const;
  const of = { assessmentId: closedId, quoteId: quote.id, fileName: () => 'letter.pdf' } as const;
  valueIn(keepCasePaper(workbook.db, { ...stampOf(ada), ...letter, ...of }));
  valueIn(setInsurer(workbook.db, { ...BY, insurer: HARBOUR }));
  const capacity = { field: 'custodians', amountMinor: cents(1_000_000), currency: 'USD' } as const;
  valueIn(setCapacity(workbook.db, { ...BY, ...capacity }));
  const bytes = new TextEncoder().encode('%PDF-1.7');
  valueIn(keepFile(workbook.db, { ...BY, name: 'Report.pdf', bytes }));
  closeWorkbook(workbook);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wording = (digit: string) => ({
  ...BY,
  modelHash: MODEL.hash,
  wordingId: `wording-${digit}`,
  hash: digit.repeat(64),
  json: '{}',
});

function altered(edit: (db: Database.Database) => void) {
  const path = join(temporaryFolder(), 'Book.ballast');
  copyFileSync(book, path);
  forge(path, (db) => {
    db.pragma('ignore_check_constraints = ON');
    edit(db);
  });
  return reopened(path, later(100));
}

const ANOTHER = { TEXT: "|| 'x'", INTEGER: '+ 100', REAL: '+ 1', BLOB: "|| x'00'" } as const;
const COLUMNS = [...RECORD_KINDS.flatMap(({ tables }) => tables), auditTable].flatMap((table) =>
  table.columns.map((column) => [table.name, column.name, ANOTHER[column.type], column.type] as const),
);

describe('every column of every table', () => {
  it.each(COLUMNS)('%s.%s cannot be altered unseen', (table, column, change, type) => {
    const { db } = altered((raw) => {
      const blank = type === 'TEXT' ? "''" : type === 'BLOB' ? "x''" : '0';
      const first = table === 'audit' ? '(3)' : `(SELECT ${keyOf(table)} FROM ${table} LIMIT 1)`;
      raw.exec(
        `UPDATE ${table} SET ${column} = CAST(coalesce(${column}, ${blank}) ${change} AS ${type}) WHERE (${keyOf(table)}) = ${first}`,
      );
    });
    expect(checkedNow(db).isSound).toBe(false);
  });
});

const keyOf = (name: string): string =>
  RECORD_KINDS.flatMap(({ tables }) => tables)
    .find((table) => table.name === name)
    ?.key.join(', ') ?? 'sequence';

describe('records and trail, both ways', () => {
  it('an issued quote that is gone is named, and a record that no entry tells of', () => {
    const gone = altered((raw) => raw.exec('DELETE FROM quote_files; DELETE FROM quotes'));
    const line = checkedNow(gone.db).findings.find(({ id }) => id === 'quotes');
    expect(line?.message).toMatch(
      /^1 of which the audit trail tells is gone: BAL-2026-0001-.{5} version 1\.$/,
    );
    const all = altered((raw) =>
      raw.exec('DELETE FROM quote_files; DELETE FROM quotes; DELETE FROM assessments'),
    );
    expect(unsound(checkedNow(all.db).findings)).toEqual(expect.arrayContaining(['assessments', 'quotes']));
    const added = altered((raw) =>
      raw.exec(
        `INSERT INTO subjects SELECT '${randomUUID()}', name, name_key, type, created_at, updated_at FROM subjects LIMIT 1`,
      ),
    );
    expect(unsound(checkedNow(added.db).findings)).toEqual(['cases']);
  });

  it('the papers of two quotes that changed places are named, each by its PDF', () => {
    const workbook = newWorkbook();
    const { db } = workbook;
    for (const name of ['One', 'Two']) {
      const input = quoteInput(db, newDraft(db));
      valueIn(issueQuote(db, { ...input, pdf: Buffer.concat([input.pdf, Buffer.from(name)]) }));
    }
    closeWorkbook(workbook);
    forge(workbook.path, (raw) => {
      const rows = raw.prepare('SELECT quote_id AS id, pdf FROM quote_files ORDER BY 1').all() as readonly {
        readonly id: string;
        readonly pdf: Buffer;
      }[];
      const put = raw.prepare('UPDATE quote_files SET pdf = ? WHERE quote_id = ?');
      for (const [index, { id }] of rows.entries()) put.run(rows[1 - index]?.pdf, id);
    });
    const line = checkedNow(reopened(workbook.path).db).findings.find(({ id }) => id === 'quotes');
    expect(line?.message).toMatch(/^2 of 2 were changed outside Ballast: .*\(pdf\); .*\(pdf\)\.$/i);
  });

  describe('what was altered is not bound anew', () => {
    const ALTERED = /is not what was entered in the audit trail/;
    const stamp = () => ({ ...BY, now: later(200) });

    it('by the bin', () => {
      const { db } = altered((raw) =>
        raw.exec("UPDATE assessments SET overall = 99 WHERE state = 'finalised'"),
      );
      expect(failureOf(moveToBin(db, { ...stamp(), id: closedId })).message).toMatch(ALTERED);
      expect(unsound(checkedNow(db).findings)).toContain('assessments');
    });

    it.each([
      ['case', 'UPDATE cases SET reference_number = 77'],
      ['subject', "UPDATE subjects SET name = 'Another'"],
    ])('by a revision or a copy: the %s', (_name, sql) => {
      const { db } = altered((raw) => raw.exec(sql));
      const ids = { id: closedId, newId: assessmentId(randomUUID()) };
      expect(failureOf(reviseAssessment(db, { ...stamp(), ...ids })).message).toMatch(ALTERED);
      if (sql.includes('subjects')) {
        const copy = { ...stamp(), ...ids, newCaseId: caseId(randomUUID()) };
        expect(failureOf(duplicateAssessment(db, copy)).message).toMatch(ALTERED);
      }
      expect(checkedNow(db).isSound).toBe(false);
    });

    it('by a wording of a model that was altered', () => {
      const { db } = altered((raw) => raw.exec(`UPDATE models SET model_id = 'another'`));
      expect(failureOf(putWording(db, { ...stamp(), ...wording('b') })).message).toMatch(
        /^The rating model with its wordings in “Book\.ballast” is not what was entered/,
      );
      expect(unsound(checkedNow(db).findings)).toContain('models');
    });

    it('by a change or a removal of an incident of one’s own', () => {
      const { db } = altered((raw) => raw.exec('UPDATE own_incidents SET gross_loss_minor = 1'));
      const row = ownIncident('own-1');
      expect(failureOf(changeOwnIncident(db, { ...stamp(), row })).message).toMatch(ALTERED);
      expect(failureOf(removeOwnIncident(db, { ...stamp(), id: row.id })).message).toMatch(ALTERED);
      expect(unsound(checkedNow(db).findings)).toEqual(['own-incidents']);
    });

    it('by finalising a draft; saving it goes on, and the trail tells of the alteration', () => {
      const { db } = altered((raw) =>
        raw.exec(`UPDATE assessments SET created_at = '2020-01-01T00:00:00.000Z' WHERE state = 'draft'`),
      );
      const id = db.prepare(`SELECT id FROM assessments WHERE state = 'draft'`).pluck().get() as AssessmentId;
      const { content, version: before } = valueIn(getAssessment(db, id));
      const final = { ...stamp(), id, figures: FIGURES, model: MODEL };
      expect(failureOf(finaliseAssessment(db, { ...final, version: before })).message).toMatch(
        /was changed outside Ballast since it was saved/,
      );
      const { version } = valueIn(
        saveAssessment(db, { ...stamp(), id, version: before, content, figures: FIGURES }),
      );
      expect(valueIn(getAssessment(db, id)).history[0]?.detail).toBe(
        'Scored again; the content is the same. Since the entry before, another program had changed it.',
      );
      valueIn(finaliseAssessment(db, { ...final, version }));
      expect(unsound(checkedNow(db).findings)).toEqual([]);
    });

    it('by saving a closed assessment that was made a draft again', () => {
      const { db } = altered((raw) =>
        raw.exec(
          `UPDATE assessments SET state = 'draft', finalised_at = NULL, overall = 1 WHERE id = '${closedId}'`,
        ),
      );
      const { version, content } = valueIn(getAssessment(db, closedId));
      const saved = saveAssessment(db, { ...stamp(), id: closedId, version, content, figures: FIGURES });
      expect(failureOf(saved).message).toMatch(ALTERED);
    });

    it('nor shown: the document and the paper of a quote whose record was altered', () => {
      const { db } = altered((raw) => raw.exec('UPDATE quotes SET quoted_minor = 100'));
      const id = db.prepare('SELECT id FROM quotes').pluck().get() as QuoteId;
      expect(failureOf(getQuoteDocument(db, id)).message).toMatch(ALTERED);
      expect(failureOf(getQuotePdf(db, id)).message).toMatch(ALTERED);
    });
  });

  it('each change binds what it changed', () => {
    const { db } = newWorkbook();
    const first = newDraft(db);
    const bin = { ...BY, now: later(9), id: first.summary.id };
    valueIn(moveToBin(db, bin));
    expect(unsound(checkedNow(db).findings)).toEqual([]);
    valueIn(restoreFromBin(db, { ...bin, now: later(10) }));
    issued(db, first);
    valueIn(reviseAssessment(db, { ...BY, id: first.summary.id, newId: assessmentId(randomUUID()) }));
    valueIn(
      duplicateAssessment(db, {
        ...BY,
        id: first.summary.id,
        newId: assessmentId(randomUUID()),
        newCaseId: caseId(randomUUID()),
      }),
    );
    expect(unboundRecords(db)).toEqual([]);
    expect(unsound(checkedNow(db).findings)).toEqual([]);
  });
});

describe('a closed record is compared with its entry before it is shown or built upon', () => {
  it.each([
    [
      'its bin state',
      `UPDATE assessments SET binned_at = '2026-07-02T00:00:00.000Z' WHERE state = 'finalised'`,
    ],
    ['its day', `UPDATE assessments SET updated_at = '2025-07-02T00:00:00.000Z' WHERE state = 'finalised'`],
    ['an answer', `UPDATE answers SET note = 'x' WHERE factor_id = (SELECT min(factor_id) FROM answers)`],
    ['the order of its incidents', 'UPDATE incidents SET position = position + 5'],
  ])('%s', (_what, sql) => {
    const { db } = altered((raw) => raw.exec(sql));
    const sentence =
      /^Revision 1 of this assessment in “Book\.ballast” is not what was entered in the audit trail/;
    const ids = { newId: assessmentId(randomUUID()), newCaseId: caseId(randomUUID()) };
    for (const result of [
      getAssessment(db, closedId),
      duplicateAssessment(db, { ...BY, id: closedId, ...ids }),
    ]) {
      expect(failureOf(result)).toMatchObject({
        code: 'workbook-damaged',
        message: expect.stringMatching(sentence),
      });
    }
  });
});

describe('one bad row', () => {
  it('of a quote is shown nowhere as if it were sound, and is named beside the list', () => {
    const { db } = altered((raw) => raw.exec('UPDATE quotes SET quoted_minor = 100'));
    const sentence =
      /^BAL-2026-0001-\w{5} version 1 in “Book\.ballast” is not what was entered in the audit trail/;
    expect(valueIn(listAssessments(db)).map(({ state }) => state)).toEqual(['draft']);
    expect(valueIn(listBook(db)).map(({ issued: premium }) => premium)).toEqual([null]);
    expect(valueIn(bookContents(db, [closedId]))).toMatchObject([
      { kind: 'unreadable', message: expect.stringMatching(sentence) },
    ]);
    expect(failureOf(getAssessment(db, closedId)).message).toMatch(sentence);
    expect(damagedAssessments(db)).toEqual([
      {
        id: closedId,
        name: expect.stringMatching(
          /^Harbour Exchange, revision 1 \(its quote BAL-2026-0001-\w{5} version 1\)$/,
        ),
      },
    ]);
    expect(unsound(checkedNow(db).findings)).toEqual(['quotes']);
  });

  it('never takes a list down, and is named beside it', () => {
    const { db } = altered((raw) =>
      raw.exec(`UPDATE assessments SET created_at = '2026-11-28T99:42:00.000Z' WHERE state = 'finalised'`),
    );
    expect(valueIn(listAssessments(db))).toHaveLength(1);
    expect(valueIn(listBook(db))).toHaveLength(2);
    expect(damagedAssessments(db)).toEqual([{ id: closedId, name: 'Harbour Exchange, revision 1' }]);
    expect(unsound(checkedNow(db).findings)).toEqual(['assessments']);
  });

  it('also where the name is gone', () => {
    const { db } = altered((raw) =>
      raw.exec(`DELETE FROM subject_facts WHERE assessment_id = '${closedId}'`),
    );
    expect(damagedAssessments(db)).toEqual([
      { id: closedId, name: 'An assessment without a name, revision 1' },
    ]);
  });
});

describe('a workbook of schema 60', () => {
  const file = () => {
    const path = join(temporaryFolder(), 'Field.ballast');
    writeFileSync(
      path,
      gunzipSync(readFileSync(join(import.meta.dirname, 'fixtures', 'workbook-060.sqlite.gz'))),
    );
    return path;
  };

  it('keeps its entries and binds every record in one that is added', () => {
    const { db } = reopened(file());
    expect(verifyAuditChain(db).isSound).toBe(true);
    expect(unboundRecords(db)).toEqual([]);
    for (const kind of RECORD_KINDS.filter(({ name }) => name === 'assessment' || name === 'quote')) {
      const ids = idsOfKind(db, kind);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(lastBound(db, { kind, id })).toBe(recordHash(db, { kind, id }));
    }
    keepModel(db);
    expect(unsound(checkedNow(db).findings)).toEqual([]);
  });

  it('that was altered before it was brought up to date is still named', () => {
    const path = file();
    forge(path, (db) => db.exec(`UPDATE terms SET insured = 'Someone Else'`));
    const { db } = reopened(path);
    expect(unsound(checkedNow(db).findings)).toEqual(expect.arrayContaining(['assessments', 'quotes']));
  });

  it('that is altered afterwards is named', () => {
    const path = file();
    closeWorkbook(reopened(path));
    forge(path, (db) => db.exec(`UPDATE cases SET created_at = '2020-01-01T00:00:00.000Z'`));
    expect(unsound(checkedNow(reopened(path).db).findings)).toEqual(['cases']);
  });

  it('is not brought up to date a second time, which would cover an alteration', () => {
    const path = file();
    closeWorkbook(reopened(path));
    forge(path, (db) => {
      db.exec(`UPDATE cases SET created_at = '2020-01-01T00:00:00.000Z'`);
      db.exec('DROP INDEX audit_by_assessment; DROP INDEX audit_by_action');
      db.pragma('user_version = 70');
    });
    expect(failureOf(openWorkbook(path, options('open')))).toMatchObject({
      code: 'workbook-damaged',
      message: expect.stringContaining('its tables are not those of schema 70, which it names'),
    });
  });
});

describe('a record that was bound anew by an entry that says nothing of its content', () => {
  it('is read again, and what it says is compared with what was entered of that', () => {
    const { db } = altered((raw) => {
      raw.exec(`UPDATE answers SET note = 'x' WHERE assessment_id = '${closedId}'`);
      const { sequence, hash } = raw
        .prepare('SELECT sequence, hash FROM audit ORDER BY sequence DESC')
        .get() as TrailHead;
      const record = { kind: assessmentKind, id: closedId };
      const row = {
        ...{ sequence: sequence + 1, at: later(90).toISOString(), actor: 'x', action: 'assessment-restored' },
        ...{ caseId: null, assessmentId: closedId, quoteId: null, subjectOf: 'x', detail: 'x' },
        facts: canonicalJson({ records: { [recordKey(record)]: recordHash(raw, record) } }),
      };
      insertRow(raw, auditTable, { ...row, hash: auditRowHash(row, hash) });
    });
    expect(verifyAuditChain(db).isSound).toBe(true);
    expect(unsound(checkedNow(db).findings)).toEqual(['assessments', 'quotes']);
  });
});

describe('references', () => {
  it('are not given again after a record was deleted: the trail remembers', () => {
    const { db } = altered((raw) =>
      raw.exec(
        'DELETE FROM quote_files; DELETE FROM quotes; UPDATE cases SET reference_year = NULL, reference_number = NULL, reference_mark = NULL',
      ),
    );
    const { caseId } = newDraft(db).summary;
    expect(valueIn(nextReference(db, { caseId, year: 2026 })).reference).toEqual(marked('BAL-2026-0002'));
  });

  it('nor is a version of a case whose quote was deleted', () => {
    const { db } = altered((raw) => raw.exec('DELETE FROM quote_files; DELETE FROM quotes'));
    const { caseId } = valueIn(getAssessment(db, closedId)).summary;
    expect(valueIn(nextReference(db, { caseId, year: 2026 }))).toEqual({
      reference: expect.stringContaining('BAL-2026-0001-'),
      version: 2,
    });
  });

  it('nor where the installation knows of later ones, as after a backup was restored', () => {
    const { db } = reopened(book, later(100));
    const mark = markOf(workbookId(db) ?? '');
    const given = new Map([
      [`BAL-2026-0001-${mark}`, 4],
      [`BAL-2026-0002-${mark}`, 1],
      [`BAL-2026-0003-${mark}`, 2],
    ]);
    const lastIssued = (reference: string) => given.get(reference) ?? 0;
    const { caseId } = newDraft(db).summary;
    expect(valueIn(nextReference(db, { caseId, year: 2026, lastIssued }))).toEqual({
      reference: marked('BAL-2026-0004'),
      version: 1,
    });
    const known = valueIn(getAssessment(db, closedId)).summary.caseId;
    expect(valueIn(nextReference(db, { caseId: known, year: 2026, lastIssued }))).toEqual({
      reference: marked('BAL-2026-0001'),
      version: 5,
    });
  });
});

describe('the head that a paper will carry', () => {
  it('is known before anything is stored, and is where the offer is entered', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const input = quoteInput(db, record);
    const before = verifyAuditChain(db).rowCount;
    const trailHead = valueIn(foreseenHead(db, input));
    expect(verifyAuditChain(db).rowCount).toBe(before);
    expect(valueIn(getAssessment(db, record.summary.id)).summary.state).toBe('draft');
    valueIn(issueQuote(db, { ...input, document: { ...input.document, trailHead } }));
    const entry = db.prepare(`SELECT sequence, hash FROM audit WHERE action = 'quote-prepared'`).get();
    expect(entry).toEqual(trailHead);
  });

  it('is refused when the trail went on meanwhile, with nothing stored', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const input = quoteInput(db, record);
    const trailHead = valueIn(foreseenHead(db, input));
    newDraft(db);
    const refused = issueQuote(db, { ...input, document: { ...input.document, trailHead } });
    expect(failureOf(refused).message).toBe(MOVED_ON);
    expect(valueIn(getAssessment(db, record.summary.id)).summary.state).toBe('draft');
  });
});
