import type Database from 'better-sqlite3';
import type { TableSalvage } from './copy-rows.ts';

/** How people call the rows of a table. */
const WORDS: Readonly<Record<string, string>> = {
  workbook: 'the identity of the workbook',
  settings: 'settings of the workbook',
  models: 'rating models',
  model_wordings: 'wordings of rating models',
  audit: 'entries of the audit trail',
  subjects: 'subjects',
  cases: 'cases',
  assessments: 'assessments',
  subject_facts: 'descriptions of a subject',
  exposures: 'sets of exposures',
  incident_registers: 'incident registers',
  incidents: 'incidents',
  answers: 'answers',
  declarations: 'declarations',
  terms: 'sets of terms',
  part_terms: 'coverage parts',
  taxes: 'taxes',
  subjectivities: 'subjectivities',
  own_subjectivities: 'subjectivities in own words',
  buy_backs: 'buy-backs',
  quotes: 'issued quotes',
  own_incidents: 'incidents of your own',
  quote_files: 'papers of issued quotes (document and PDF)',
};

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
    const words = WORDS[table] ?? table;
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
