import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { CoveragePartId, DeclarationState, Grade } from '../domain/vocabulary.ts';
import type { FactorEffect, PremiumBridge, PremiumRange, PriceResult } from '../pricing/price-result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import type { DocumentWords } from './document-words.ts';

/**
 * Everything that the quote document shows, self-contained: the print pages read this and nothing else, and it is stored
 * with the issued quote, so that a document can be shown again years later without the model it came from.
 */
export interface QuoteDocument {
  readonly format: 'ballast-quote-document/1';
  /** `draft`: not issued, watermarked. `indication`: priced but not quotable or referred. `quote`: issued. */
  readonly status: 'draft' | 'indication' | 'quote';
  /** Why it is not a quote, one sentence each (empty for a quote). */
  readonly statusReasons: readonly string[];
  readonly reference: string;
  readonly version: number;
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
  readonly score: ScoreResult;
  /** Null when it cannot be priced; `statusReasons` then say why. */
  readonly price: PriceResult | null;
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

export interface QuoteWording {
  /** What each quoted part insures, in the model's words. */
  readonly parts: readonly {
    readonly part: CoveragePartId;
    readonly label: string;
    readonly insures: string;
    readonly waiting: string;
    readonly sublimits: readonly string[];
  }[];
  readonly exclusions: readonly {
    readonly id: string;
    readonly label: string;
    readonly plain: string;
    readonly parts: readonly CoveragePartId[];
    readonly boughtBack: string | null;
  }[];
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  readonly subjectivities: readonly { readonly text: string; readonly dueOn: IsoDate | null }[];
  /** Cause by cause: which quoted part answers. */
  readonly causes: readonly {
    readonly code: string;
    readonly label: string;
    readonly response: 'covered' | 'contingent' | 'refer' | 'not-covered';
    readonly parts: readonly CoveragePartId[];
  }[];
}
