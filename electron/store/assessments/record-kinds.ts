import type { RecordKind } from '../audit/record-hash.ts';
import {
  answers,
  contentSections,
  declarations,
  exposures,
  incidentRegisters,
  incidents,
  subjectFacts,
  terms,
  termsLists,
} from '../content/content-tables.ts';
import { assessmentsTable, casesTable, subjectsTable } from './assessment-tables.ts';

export const subjectKind: RecordKind = { name: 'subject', tables: [subjectsTable] };
export const caseKind: RecordKind = { name: 'case', tables: [casesTable] };

/** A revision with all that it says. */
export const assessmentKind: RecordKind = {
  name: 'assessment',
  tables: [
    assessmentsTable,
    subjectFacts,
    exposures,
    incidentRegisters,
    incidents,
    answers,
    declarations,
    terms,
    ...Object.values(termsLists),
    contentSections,
  ],
};
