import { boolean, integer, real, table, text } from '../connection/table.ts';

/** Who is insured, across the years, by the name and type last entered. */
export const subjectsTable = table('subjects', {
  key: { id: text },
  values: { name: text, nameKey: text, type: text, createdAt: text, updatedAt: text },
  fixed: ['createdAt'],
});

/** One piece of work, and the reference that its first quote gave it; one of before references had a mark has none. */
export const casesTable = table('cases', {
  key: { id: text },
  values: {
    subjectId: text,
    createdAt: text,
    referenceYear: integer,
    referenceNumber: integer,
    referenceMark: text,
  },
});

/** The revisions of a case; what they say is kept in the tables of the content. */
export const assessmentsTable = table('assessments', {
  key: { id: text },
  values: {
    caseId: text,
    revision: integer,
    state: text,
    version: integer,
    asOf: text,
    currency: text,
    contentHash: text,
    modelHash: text,
    overall: real,
    grade: text,
    isKnockedOut: boolean,
    referralCount: integer,
    quotedMinor: integer,
    createdAt: text,
    updatedAt: text,
    finalisedAt: text,
    binnedAt: text,
  },
});
