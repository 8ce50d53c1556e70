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
  content_sections: 'sections of a deal',
  quotes: 'issued quotes',
  own_incidents: 'incidents of your own',
  quote_files: 'papers of issued quotes (document and PDF)',
};

export const wordsOf = (table: string): string => WORDS[table] ?? `“${table}”`;
