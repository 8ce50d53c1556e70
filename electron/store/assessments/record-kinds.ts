import type { RecordKind } from '../audit/record-hash.ts';
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
} from '../content/content-tables.ts';
import { assessmentsTable, casesTable, subjectsTable } from './assessment-tables.ts';
import {
  caseMovesTable,
  casePapersTable,
  editorsTable,
  offerMovesTable,
  subjectivityMovesTable,
} from './deal-tables.ts';

export const subjectKind: RecordKind = {
  name: 'subject',
  tables: [subjectsTable],
  words: 'The record of the subject',
};
/** A case with what became of it: each move is bound as it was made. */
export const caseKind: RecordKind = {
  name: 'case',
  tables: [casesTable, caseMovesTable, offerMovesTable, subjectivityMovesTable, casePapersTable],
  words: 'The record of the case',
};

/** A revision with all that it says, and who entered it. */
export const assessmentKind: RecordKind = {
  name: 'assessment',
  tables: [
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
    editorsTable,
  ],
  words: 'This assessment',
};
