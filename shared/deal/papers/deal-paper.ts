import type { Paper } from '../../quote/paper.ts';
import type { CoverSchedule } from './cover-schedule.ts';
import { LETTER_KINDS, type Letter } from './letter.ts';

/** The papers of a case beside those of its quotes. */
export const DEAL_PAPER_KINDS = [...LETTER_KINDS, 'cover-schedule'] as const;
export type DealPaperKind = (typeof DEAL_PAPER_KINDS)[number];

/** A paper of a case with all that its pages show. */
export type DealPaper = Letter | CoverSchedule;

/** Any paper that the pages can draw. */
export type AnyPaper = Paper | DealPaper;

export const isDealPaper = (paper: AnyPaper): paper is DealPaper => paper.format !== 'ballast-paper/1';

const TITLES: Readonly<Record<DealPaperKind, string>> = {
  'referral-memo': 'Referral memo',
  'missing-information': 'Missing information',
  'decline-letter': 'Decline letter',
  'cover-schedule': 'Cover schedule',
};

/** What a paper of a case calls itself. */
export const dealPaperTitle = (kind: DealPaperKind): string => TITLES[kind];

/** Which of them may go to the broker; a memo stays in the insurer's file. */
export const mayGoToBroker = (kind: DealPaperKind): boolean => kind !== 'referral-memo';

/** Whom a paper of a case is about. */
export const insuredOfDealPaper = (paper: DealPaper): string =>
  paper.kind === 'cover-schedule' ? paper.quotation.insured.name : paper.insured;

/** Of which quote or case it is; null before a case has a reference. */
export const referenceOfDealPaper = (paper: DealPaper): string | null =>
  paper.kind === 'cover-schedule' ? paper.quotation.reference : paper.reference;
