import { formatCount } from '#shared/domain/format-date.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { Decision } from '#shared/underwriting/decision.ts';

/** What issuing would make, in one line; null while it is not known yet. */
export function decisionWords(decision: Decision | null): string {
  if (decision === null) return workbenchWords.judging;
  const { kind, reasons } = decision;
  switch (kind) {
    case 'quote':
      return 'Within authority: goes out as a quote.';
    case 'indication':
      return `Goes out as an indication: ${formatCount(reasons.length, 'matter needs', 'matters need')} authority.`;
    case 'not-quotable':
      return `Cannot be quoted: ${formatCount(reasons.length, 'reason')}.`;
    case 'refused':
      return `Cannot be issued yet: ${formatCount(reasons.length, 'reason')}.`;
    default:
      return assertNever(kind);
  }
}

export const workbenchWords = {
  finaliseTitle: 'Finalise without a quote?',
  keepEditing: 'Keep editing',
  finalise: 'Finalise',
  finaliseMeaning:
    'The assessment becomes read-only and keeps its model for ever. It can be corrected later in a new revision.',
  moreActions: 'More actions',
  notOpened: 'This assessment could not be opened',
  otherNotSaved: 'Another assessment has a change that is not saved',
  discardAndOpen: 'Discard that change and open this one',
  modelNotRead: 'The rating model of this assessment could not be read',
  opening: 'Opening…',
  readingTheRatingModel: 'Reading the rating model…',
  backToTheList: 'Back to the list',
  makeCorrection: 'Make a correction (new revision)',
  issueQuote: 'Issue quote…',
  openTheLatestRevision: 'Open the latest revision',
  conflictTitle: 'This assessment was changed elsewhere meanwhile',
  notSavedTitle: 'The last change could not be saved',
  notSaved: 'Not saved',
  saving: 'Saving',
  keepThisVersion: 'Keep this version',
  takeTheOtherOne: 'Take the other one',
  conflictMeaning:
    'Nothing was overwritten. Keep what you see, or take what was saved elsewhere; undo brings yours back.',
  tryAgain: 'Try again',
  sections: 'Sections',
  howThePillarIsMade: 'How the pillar is made',
  quotesAndHistory: 'Quotes and history',
  quotesMeaning: 'What was issued stays as it was issued; it can be shown, saved and checked.',
  issuedQuotes: 'Issued quotes',
  revisions: 'Revisions',
  history: 'History',
  verdict: 'Verdict',
  judging: 'Working it out…',
  noPriceYet: 'No price yet',
  knockOuts: 'Knock-outs',
  needsAuthority: 'Needs authority',
} as const;
