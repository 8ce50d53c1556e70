import { blob, integer, table, text } from '../connection/table.ts';

// What becomes of a case. Rows are only ever added; the triggers of the workbook hold the legal moves.

/** Who entered what an assessment says, by profile. */
export const editorsTable = table('assessment_editors', {
  key: { assessmentId: text, profileId: text },
  values: { firstAt: text },
});

/** What every move says: from where to where, when, and by whom. */
const moved = { fromState: text, toState: text, at: text, actor: text, profileId: text };
/** Why it was made, and what is kept with it as JSON. */
const because = { reasonCode: text, words: text, facts: text };

/** The moves of a case, in their order; the present state is where the last one led. */
export const caseMovesTable = table('case_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    ...moved,
    assessmentId: text,
    quoteId: text,
    ...because,
  },
});

/** The moves of the offers of a case, in their order. */
export const offerMovesTable = table('offer_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    quoteId: text,
    ...moved,
    ...because,
  },
});

/** The moves of the subjectivities of a case's quotes, in their order. */
export const subjectivityMovesTable = table('subjectivity_moves', {
  key: { caseId: text, sequence: integer },
  values: {
    quoteId: text,
    subjectivity: text,
    ...moved,
    words: text,
  },
});

/** The letters, memos and schedules of a case, in their order. */
export const casePapersTable = table('case_papers', {
  key: { caseId: text, sequence: integer },
  values: {
    kind: text,
    assessmentId: text,
    quoteId: text,
    at: text,
    actor: text,
    profileId: text,
    fileName: text,
    content: text,
    sha256: text,
    paper: blob,
  },
});
