import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { DeclarationState, Grade } from '../domain/vocabulary.ts';
import type { FactorEffect, PremiumBridge, PremiumRange, PriceResult } from '../pricing/price-result.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import type { DocumentWords } from './document-words.ts';
import type { QuoteWording } from './quote-wording.ts';

/**
 * What a document is to its reader. `draft`: not issued, watermarked. `indication`: issued, and waiting for a sign-off.
 * `quote`: an offer. `not-quotable`: an assessment for the file of what may not be issued at all, neither an offer nor an
 * indication of one.
 */
export type DocumentStatus = 'draft' | 'indication' | 'quote' | 'not-quotable';

/** A note on the price, as documents have kept it from the first version on. */
export interface DocumentNote {
  readonly kind: 'cannot-quote' | 'warning' | 'note';
  readonly id: string;
  readonly message: string;
  readonly field: string | null;
}

/** The score with the referrals that answers, incidents, declarations and scores raised. */
export type DocumentScore = ScoreResult & { readonly referrals: readonly Flag[] };

/** The price with the referrals that the terms raised and what there is to note about it. */
export type DocumentPrice = PriceResult & {
  readonly referrals: readonly Flag[];
  readonly notes: readonly DocumentNote[];
};

/**
 * Everything that the quote document shows, self-contained: the print pages read this and nothing else, and it is stored
 * with the issued quote, so that a document can be shown again years later without the model it came from.
 */
export interface QuoteDocument {
  readonly format: 'ballast-quote-document/1';
  readonly status: DocumentStatus;
  /** Why it is not a quote, one sentence each (empty for a quote). */
  readonly statusReasons: readonly string[];
  readonly reference: string;
  /** Counts from 1 within a case; null of what was never issued. */
  readonly version: number | null;
  readonly paper: 'a4' | 'letter';
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** Null when nothing is offered: not issued, or no part. */
  readonly validUntil: IsoDate | null;
  readonly periodEnd: IsoDate | null;
  readonly model: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly hash: string;
    /** Id and hash of the wording that the words of this document are from; null: stored without, and worded when read. */
    readonly wordingId: string | null;
    readonly wordingHash: string | null;
    readonly statement: string;
    readonly gradeStatus: string;
    /** The model's grade bands, best first: the scale on which the document draws the score. */
    readonly gradeBands: readonly { readonly grade: Grade; readonly minimumScore: number }[];
  };
  readonly engineVersion: string;
  /** SHA-256 (hex) of the canonical JSON of content and model hash: the short hash of the running foot. */
  readonly inputsHash: string;
  readonly content: AssessmentContent;
  readonly subjectTypeLabel: string;
  readonly score: DocumentScore;
  /** Null when it cannot be priced; `statusReasons` then say why. */
  readonly price: DocumentPrice | null;
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
  readonly wording: QuoteWording;
  /** The words of the model that this document prints. */
  readonly words: DocumentWords;
  /** What the underwriter declared, in the model's questions: `not-stated` is printed as such. */
  readonly declarations: readonly {
    readonly id: string;
    readonly question: string;
    readonly state: DeclarationState;
  }[];
}
