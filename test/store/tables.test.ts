import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  assessmentsTable,
  casesTable,
  subjectsTable,
} from '#electron/store/assessments/assessment-tables.ts';
import {
  caseMovesTable,
  casePapersTable,
  editorsTable,
  offerMovesTable,
  subjectivityMovesTable,
} from '#electron/store/assessments/deal-tables.ts';
import { auditTable } from '#electron/store/audit/audit-chain.ts';
import { capacitiesTable } from '#electron/store/connection/capacities-table.ts';
import {
  boolean,
  fromStored,
  named,
  storable,
  type Table,
  table,
  text,
} from '#electron/store/connection/table.ts';
import { workbookTable } from '#electron/store/connection/workbook-id.ts';
import {
  answers,
  contentSections,
  declarations,
  exposures,
  incidentRegisters,
  incidents,
  subjectFacts,
  subjectLinks,
  terms,
  termsLists,
} from '#electron/store/content/content-tables.ts';
import { attachmentsTable } from '#electron/store/files/files-table.ts';
import { ownIncidentsTable } from '#electron/store/library/own-incidents-table.ts';
import { modelsTable, wordingsTable } from '#electron/store/models/model-tables.ts';
import { insurerTable, profilesTable } from '#electron/store/people/people-tables.ts';
import { quoteFilesTable, quotePapersTable, quotesTable } from '#electron/store/quotes/quote-tables.ts';
import { migrate } from '#electron/store/workbook/migrate.ts';

const described: readonly Table[] = [
  workbookTable,
  auditTable,
  modelsTable,
  wordingsTable,
  subjectsTable,
  casesTable,
  assessmentsTable,
  subjectFacts,
  subjectLinks,
  exposures,
  incidentRegisters,
  incidents,
  answers,
  declarations,
  terms,
  ...Object.values(termsLists),
  contentSections,
  quotesTable,
  quoteFilesTable,
  quotePapersTable,
  ownIncidentsTable,
  insurerTable,
  profilesTable,
  attachmentsTable,
  editorsTable,
  caseMovesTable,
  casePapersTable,
  offerMovesTable,
  subjectivityMovesTable,
  capacitiesTable,
];
const db = new Database(':memory:');
migrate(db);

describe('the descriptions of the tables', () => {
  it('are of every table that the migrations make, but the one that nothing uses any more', () => {
    const made = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
      )
      .pluck()
      .all();
    expect(described.map(({ name }) => name).sort()).toEqual(made.filter((name) => name !== 'settings'));
  });

  it.each(described.map((each) => [each.name, each] as const))(
    '%s has the columns and the key that were made',
    (name, each) => {
      const made = db.pragma(`table_info(${name})`) as readonly { name: string; type: string; pk: number }[];
      const columns = each.columns.map((column) => [column.name, column.type]);
      expect(new Set(columns.map(String))).toEqual(
        new Set(made.map((item) => [item.name, item.type]).map(String)),
      );
      expect(columns).toHaveLength(made.length);
      const key = made.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      expect(each.columns.slice(0, key.length).map((column) => column.name)).toEqual(
        key.map((item) => item.name),
      );
      for (const sql of [each.insert, each.upsert, each.remove, each.group, each.removeGroup])
        expect(() => db.prepare(sql)).not.toThrow();
    },
  );
});

describe('a description', () => {
  const things = table('things', {
    key: { caseId: text, position: text },
    values: { group: named('group_name', text), name: text, madeAt: text },
    fixed: ['madeAt'],
  });

  it('gives column list, insert and upsert', () => {
    expect(things.select('t')).toBe('t.group_name AS "group", t.name, t.made_at AS "madeAt"');
    expect(things.select('t', ['caseId', 'name', 'unknown'])).toBe('t.case_id AS "caseId", t.name');
    expect(things.set(['name', 'madeAt'])).toBe('name = @name, made_at = @madeAt');
    expect(things.insert).toBe(
      'INSERT INTO things (case_id, position, group_name, name, made_at) VALUES (@caseId, @position, @group, @name, @madeAt)',
    );
    expect(things.upsert.replace(/\s+/g, ' ')).toBe(
      `${things.insert} ON CONFLICT (case_id, position) DO UPDATE SET group_name = excluded.group_name, name = excluded.name`,
    );
    expect(things.remove).toBe('DELETE FROM things WHERE case_id = @caseId AND position = @position');
  });

  it('takes only plain names', () => {
    expect(() => table('things; DROP', { key: { id: text }, values: {} })).toThrow(/no name/);
    expect(() => table('things', { key: { id: text }, values: { a: named('b" OR', text) } })).toThrow(
      /no name/,
    );
  });

  it('keeps true and false as 1 and 0, and leaves any other value for the schema to refuse', () => {
    const flags = table('flags', { key: { id: text }, values: { isOn: boolean, count: text } });
    expect(storable({ isOn: true, isOff: false, count: 1 })).toEqual({ isOn: 1, isOff: 0, count: 1 });
    expect(fromStored(flags, { isOn: 1, count: 1 })).toEqual({ isOn: true, count: 1 });
    expect(fromStored(flags, { isOn: 2, count: 0 })).toEqual({ isOn: 2, count: 0 });
  });
});
