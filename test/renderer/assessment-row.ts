import {
  type AssessmentRecord,
  type AssessmentSummary,
  assessmentSummarySchema,
} from '#shared/domain/records.ts';

let count = 0;
/** A row of the list, with an id of its own. */
export const assessmentRow = (change: Partial<AssessmentSummary>): AssessmentSummary => {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return assessmentSummarySchema.parse({
    id,
    caseId: id,
    subjectId: id,
    subjectName: 'Harbour Exchange',
    legalName: null,
    insured: null,
    broker: null,
    subjectType: 'cex',
    revision: 1,
    isLatestRevision: true,
    state: 'draft',
    asOf: '2026-11-22',
    createdAt: '2026-11-22T10:00:00.000Z',
    updatedAt: '2026-11-22T10:00:00.000Z',
    overall: 74.5,
    grade: 'BBB',
    isKnockedOut: false,
    referralCount: 0,
    quotedMinor: 189_260_000,
    currency: 'USD',
    latestQuote: null,
    deal: DRAFT_CASE,
    isInBin: false,
    ...change,
  });
};

/** What became of a case of which nothing did. */
export const NO_DEAL: AssessmentRecord['deal'] = {
  moves: [],
  offers: [],
  subjectivities: [],
  referral: null,
  approval: null,
  editors: [],
};

export const DRAFT_CASE = { state: 'draft', openUntil: null, isAccepted: false, coverUntil: null } as const;
