import { integer, table, text } from '../connection/table.ts';

// What becomes of a case. Rows are only ever added; the triggers of the workbook hold the legal moves.

/** Who entered what an assessment says, by profile. */
export const editorsTable = table('assessment_editors', {
  key: { assessmentId: text, profileId: text },
  values: { firstAt: text },
});

/** The moves of a case, in their order; the present state is where the last one led. */
export const caseMovesTable = table('case_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    fromState: text,
    toState: text,
    at: text,
    actor: text,
    profileId: text,
    assessmentId: text,
    quoteId: text,
    reasonCode: text,
    words: text,
    facts: text,
  },
});

/** The moves of the offers of a case, in their order. */
export const offerMovesTable = table('offer_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    quoteId: text,
    fromState: text,
    toState: text,
    at: text,
    actor: text,
    profileId: text,
    reasonCode: text,
    words: text,
    facts: text,
  },
});

/** The moves of the subjectivities of a case's quotes, in their order. */
export const subjectivityMovesTable = table('subjectivity_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    quoteId: text,
    subjectivity: text,
    fromState: text,
    toState: text,
    at: text,
    actor: text,
    profileId: text,
    words: text,
  },
});
