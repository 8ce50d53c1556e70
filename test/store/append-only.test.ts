import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow } from './support/checked.ts';
import { BY, FIGURES, issued, MODEL, newDraft } from './support/records.ts';
import { NOW, newWorkbook, reopened, valueIn, withRawConnection } from './support/workbooks.ts';

// What the triggers must hold against: any SQLite tool, with foreign keys and recursive triggers off.

let path: string;
let finalised: string;
let draft: string;

beforeEach(() => {
  const workbook = newWorkbook();
  path = workbook.path;
  const first = newDraft(workbook.db);
  finalised = first.summary.id;
  issued(workbook.db, first);
  const second = newDraft(workbook.db);
  draft = second.summary.id;
  const third = newDraft(workbook.db);
  valueIn(
    finaliseAssessment(workbook.db, {
      ...BY,
      id: third.summary.id,
      version: 1,
      figures: FIGURES,
      model: MODEL,
    }),
  );
  closeWorkbook(workbook);
});

const CONTENT_TABLES = [
  'subject_facts',
  'exposures',
  'incident_registers',
  'incidents',
  'answers',
  'declarations',
  'terms',
  'part_terms',
  'taxes',
  'subjectivities',
  'own_subjectivities',
  'buy_backs',
] as const;

const refused = (sql: string, ...values: unknown[]): string =>
  withRawConnection(path, (db) => {
    try {
      const { changes } = db.prepare(sql).run(...values);
      return `done: ${changes} rows`;
    } catch (error) {
      return error instanceof Database.SqliteError ? error.message : String(error);
    }
  });

const columnsOf = (table: string): readonly string[] =>
  withRawConnection(path, (db) =>
    (db.pragma(`table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name),
  );

describe('the content of a finalised assessment', () => {
  it.each(CONTENT_TABLES)('%s: no row can be changed, removed, replaced, added or moved', (table) => {
    const fixed = /finalised assessment cannot be/;
    expect(
      refused(`UPDATE ${table} SET assessment_id = assessment_id WHERE assessment_id = ?`, finalised),
    ).toMatch(fixed);
    expect(
      refused(`UPDATE OR REPLACE ${table} SET assessment_id = ? WHERE assessment_id = ?`, draft, finalised),
    ).toMatch(fixed);
    expect(
      refused(`UPDATE OR REPLACE ${table} SET assessment_id = ? WHERE assessment_id = ?`, finalised, draft),
    ).toMatch(fixed);
    expect(refused(`DELETE FROM ${table} WHERE assessment_id = ?`, finalised)).toMatch(fixed);
    expect(
      refused(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE assessment_id = ?`, finalised),
    ).toMatch(fixed);
    const others = columnsOf(table).filter((name) => name !== 'assessment_id');
    expect(
      refused(
        `INSERT OR REPLACE INTO ${table} (assessment_id, ${others.join()}) SELECT ?, ${others.join()} FROM ${table} WHERE assessment_id = ?`,
        finalised,
        draft,
      ),
    ).toMatch(fixed);
    expect(refused(`DELETE FROM ${table}`)).toMatch(fixed);
  });

  it('stays open to change in a draft', () => {
    expect(refused('UPDATE terms SET note = ? WHERE assessment_id = ?', 'new', draft)).toBe('done: 1 rows');
  });
});

describe('an assessment', () => {
  const columns = () => columnsOf('assessments').filter((name) => name !== 'binned_at');

  it('once finalised keeps every column but that of the bin', () => {
    expect(columns().length).toBe(17);
    for (const column of columns()) {
      expect([
        column,
        refused(`UPDATE assessments SET ${column} = ${column} WHERE id = ?`, finalised),
      ]).toEqual([column, expect.stringMatching(/cannot be changed/)]);
    }
    expect(refused('UPDATE assessments SET binned_at = ? WHERE id = ?', NOW.toISOString(), finalised)).toBe(
      'done: 1 rows',
    );
  });

  it('goes from draft to finalised and never back', () => {
    expect(
      refused(`UPDATE assessments SET state = 'draft', finalised_at = NULL WHERE id = ?`, finalised),
    ).toMatch(/cannot be changed/);
    expect(refused(`UPDATE assessments SET state = 'bound' WHERE id = ?`, draft)).toMatch(/CHECK constraint/);
    expect(refused(`UPDATE assessments SET state = 'finalised' WHERE id = ?`, draft)).toMatch(
      /CHECK constraint/,
    );
  });

  it('cannot be removed, replaced, or put in finalised', () => {
    expect(refused('DELETE FROM assessments WHERE id = ?', finalised)).toMatch(/only a draft in the bin/);
    expect(refused('DELETE FROM assessments WHERE id = ?', draft)).toMatch(/only a draft in the bin/);
    expect(
      refused('INSERT OR REPLACE INTO assessments SELECT * FROM assessments WHERE id = ?', draft),
    ).toMatch(/starts as the one draft/);
    expect(
      refused('INSERT OR REPLACE INTO assessments SELECT * FROM assessments WHERE id = ?', finalised),
    ).toMatch(/starts as the one draft/);
  });
});

describe('rows that are only ever added', () => {
  it.each([
    ['quotes', /issued/],
    ['quote_files', /issued quote/],
    ['audit', /audit rows/],
    ['models', /kept model/],
    ['workbook', /identity|one identity/],
  ])('%s: no change, no removal, no replacement', (table, reason) => {
    const [column] = columnsOf(table);
    expect(refused(`UPDATE ${table} SET ${column} = ${column}`)).toMatch(reason);
    expect(refused(`DELETE FROM ${table}`)).toMatch(reason);
    expect(refused(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toMatch(reason);
  });

  it('an audit row can be put neither before nor between others', () => {
    const insert = (sequence: number) =>
      refused(
        `INSERT OR REPLACE INTO audit SELECT ?, at, actor, action, case_id, assessment_id, quote_id, subject_of, detail, facts, hash
         FROM audit WHERE sequence = 1`,
        sequence,
      );
    expect(insert(2)).toMatch(/only be appended/);
    expect(insert(900)).toMatch(/only be appended/);
    expect(insert(0)).toMatch(/only be appended/);
  });

  it('a quote cannot be put in from outside for a draft', () => {
    expect(
      refused(
        `INSERT INTO quotes SELECT '00000000-0000-4000-8000-00000000000a', case_id, ?, reference, 9, status, issued_at,
         issued_by, valid_until, quoted_minor, currency, grade, paper, model_hash, engine_version, inputs_hash,
         document_sha256, pdf_sha256, pdf_bytes FROM quotes`,
        draft,
      ),
    ).toMatch(/from a finalised assessment|goes out with a move/);
  });

  it('a case keeps its identity and its reference', () => {
    expect(refused('UPDATE cases SET reference_number = 77 WHERE reference_number IS NOT NULL')).toMatch(
      /reference once given/,
    );
    expect(refused('UPDATE cases SET subject_id = subject_id')).toMatch(/identity of a case/);
    expect(refused('DELETE FROM cases')).toMatch(/cannot be removed/);
    expect(refused('INSERT OR REPLACE INTO cases SELECT * FROM cases')).toMatch(/cannot be replaced/);
  });
});

it('after every attempt the workbook is sound', () => {
  refused('DELETE FROM quotes');
  refused(`UPDATE answers SET note = 'x'`);
  const { findings } = checkedNow(reopened(path).db);
  expect(findings.filter((item) => !item.isSound)).toEqual([]);
});
