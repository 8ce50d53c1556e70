import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '#electron/store/workbook/migrate.ts';

const store = resolve(import.meta.dirname, '..', '..', 'electron', 'store');
const statementFolder = join(store, 'statements');

/** Every statement that the store can run, by name. */
const statements: readonly (readonly [string, string])[] = (
  await Promise.all(
    readdirSync(statementFolder)
      .filter((name) => name !== 'quote-columns.ts')
      .map(async (name) =>
        Object.entries((await import(join(statementFolder, name))) as Record<string, string>),
      ),
  )
).flat();

/** These read all of a table because that is their task. */
const WHOLE_TABLES = new Set([
  'ASSESSMENT_LIST',
  'ALL_ASSESSMENTS',
  'BOOK_LIST',
  'ASSESSMENT_COUNT',
  'QUOTE_LIST',
  'QUOTE_COUNT',
  'ALL_QUOTES',
  'ALL_MODELS',
  'ALL_WORDINGS',
  'AUDIT_CHAIN',
  'AUDIT_LIST',
  'WORKBOOK_ID',
]);
/** The newest row, by its own key. */
const FIRST_OF_ORDER = new Set(['LAST_AUDIT', 'AUDIT_LIST']);

const db = new Database(':memory:');
migrate(db);

describe('query plans', () => {
  it('there are statements to look at', () => {
    expect(statements.length).toBeGreaterThan(60);
  });

  it.each(statements)('%s finds its rows by an index', (name, sql) => {
    const parameters = /[@]/.test(sql) ? {} : undefined;
    const values = sql.match(/\?/g)?.map(() => '') ?? [];
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, key]) => [key, null]));
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(parameters === undefined ? values : [named])) as readonly { readonly detail: string }[];
    const details = plan.map(({ detail }) => detail);
    if (!WHOLE_TABLES.has(name) && !FIRST_OF_ORDER.has(name)) {
      expect(details.filter((detail) => detail.startsWith('SCAN') && detail !== 'SCAN CONSTANT ROW')).toEqual(
        [],
      );
    }
    expect(
      details.filter((detail) => detail.includes('TEMP B-TREE') || detail.includes('AUTOMATIC')),
    ).toEqual([]);
  });
});

describe('SQL is never built from data', () => {
  const sources = readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(store, name), 'utf8')] as const);

  it('statements are constants made of constants', () => {
    for (const [name, text] of sources.filter(([file]) => file.startsWith('statements'))) {
      const holes = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, hole]) => hole ?? '');
      expect([name, holes.filter((hole) => !/^[A-Z_]+$/.test(hole))]).toEqual([name, []]);
    }
  });

  it('what is prepared or run is a constant by name, a step of the migrations, or a text without holes', () => {
    for (const [name, text] of sources) {
      const calls = [
        ...text.matchAll(/\b(?:db|raw|writing|model)\.(?:prepare|exec)\(\s*([^)\n]*)/g),
        ...text.matchAll(/\bprepared\(db, ([^)]*)\)/g),
      ];
      for (const [, argument = ''] of calls) {
        expect([name, argument]).toEqual([
          name,
          expect.stringMatching(/^(?:[A-Z_]+|sql|sql: string|clear|insert|step\.sql|'[^'$]*'?)$/),
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
