import type { IsoDate } from '#shared/domain/dates.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { ProfileId } from '#shared/domain/people.ts';
import type { AssessmentId, CaseId, QuoteId, SubjectId } from '#shared/domain/records.ts';

// Plain values of a test as what they stand for; nothing is checked, since many tests are about bad ones.

export const cents = (amount: number): MinorUnits => amount as MinorUnits;
export const day = (text: string): IsoDate => text as IsoDate;
export const assessmentId = (text: string): AssessmentId => text as AssessmentId;
export const caseId = (text: string): CaseId => text as CaseId;
export const subjectId = (text: string): SubjectId => text as SubjectId;
export const quoteId = (text: string): QuoteId => text as QuoteId;
export const profileId = (text: string): ProfileId => text as ProfileId;
