import type { Insurer } from '../../domain/people.ts';
import type { QuoteDocument } from '../../quote/quote-document.ts';
import type { Block } from '../../report/report-document.ts';

/** The papers of a case that are letters or memos: each is made when it is asked for. */
export const LETTER_KINDS = ['referral-memo', 'missing-information', 'decline-letter'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Who signs a letter: the name, and the role where the workbook knows it. */
export interface Writer {
  readonly name: string;
  readonly role: string | null;
}

/** For which case a letter is, from whom, to whom and of which day. */
export interface LetterHead {
  readonly reference: string | null;
  /** The broker's own; null where none was given. */
  readonly umr: string | null;
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly insurer: Insurer | null;
  readonly writer: Writer;
  readonly broker: string | null;
  readonly insured: string;
  readonly business: string;
}

/**
 * A letter or a memo: all that its pages show, and nothing that its reader may not see. It is drawn from this, and this is
 * what stands in its file.
 */
export interface Letter extends LetterHead {
  readonly format: 'ballast-letter/1';
  readonly kind: LetterKind;
  readonly paper: QuoteDocument['paper'];
  /** Not made yet: only looked at. */
  readonly isDraft: boolean;
  /** SHA-256 of what the case stands on, which the insurer keeps. */
  readonly inputsHash: string;
  readonly blocks: readonly Block[];
}

/** What every letter of a case is made from. */
export interface LetterBasis {
  readonly document: QuoteDocument;
  readonly head: LetterHead;
  readonly isDraft: boolean;
}

/** A letter of that kind with these blocks. */
export const letterOf = (
  kind: LetterKind,
  { document, head, isDraft }: LetterBasis,
  blocks: readonly Block[],
): Letter => ({
  format: 'ballast-letter/1',
  kind,
  paper: document.paper,
  isDraft,
  ...head,
  inputsHash: document.inputsHash,
  blocks,
});
