import type Database from 'better-sqlite3';
import { wordsOf } from '../connection/table-words.ts';
import type { TableSalvage } from './copy-rows.ts';

const MOST_NAMED = 50;

/** Assessments that the trail tells of and that are not there; removed drafts are meant to be gone. */
const LOST_ASSESSMENTS = `
SELECT DISTINCT subject_of FROM audit AS told
WHERE assessment_id IS NOT NULL AND quote_id IS NULL
  AND assessment_id NOT IN (SELECT id FROM assessments)
  AND NOT EXISTS (
    SELECT 1 FROM audit WHERE assessment_id = told.assessment_id AND action = 'assessment-removed'
  )
ORDER BY subject_of`;
const LOST_QUOTES = `
SELECT DISTINCT subject_of FROM audit
WHERE action = 'quote-issued' AND quote_id NOT IN (SELECT id FROM quotes) ORDER BY subject_of`;
const LOST_PAPERS = `
SELECT reference || ' version ' || version FROM quotes
WHERE id NOT IN (SELECT quote_id FROM quote_files) ORDER BY 1`;

export const TABLES_GUESSED =
  'What says where its tables begin was damaged and was taken from a new workbook: more may be lost than is counted here. Check the salvaged workbook.';

/** What is lost, a sentence each: by name where the audit trail or another record still tells of it, else by number. */
export function lossSentences(
  db: Database.Database,
  tables: readonly TableSalvage[],
  isAnonymous: boolean,
): string[] {
  const named = (sql: string, sentence: (name: string) => string): string[] => {
    const names = db.prepare(sql).pluck().all().map(String);
    const more = names.length - MOST_NAMED;
    return [...names.slice(0, MOST_NAMED).map(sentence), ...(more > 0 ? [`And ${more} more.`] : [])];
  };
  const counted = tables.flatMap(({ table, lost }) => {
    if (table === 'workbook' || lost === 0) return [];
    const words = wordsOf(table);
    return [
      lost === null
        ? `Of the ${words} some may be lost; how many cannot be told.`
        : `${words[0]?.toUpperCase()}${words.slice(1)}: ${lost} lost.`,
    ];
  });
  return [
    ...(isAnonymous
      ? ['The identity of the workbook is lost: it got a new one, and its audit trail cannot be proven.']
      : []),
    ...named(LOST_ASSESSMENTS, (name) => `The assessment “${name}” is lost.`),
    ...named(LOST_QUOTES, (name) => `The issued quote “${name}” is lost.`),
    ...named(LOST_PAPERS, (name) => `Document and PDF of ${name} are lost; its record is saved.`),
    ...counted,
  ];
}
