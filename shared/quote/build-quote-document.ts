import type { AssessmentContent } from '../domain/assessment-content.ts';
import { addDays } from '../domain/dates.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { FactorEffect, PremiumBridge, PremiumRange, PriceResult } from '../pricing/price-result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { documentWords } from './document-words.ts';
import type { QuoteDocument } from './quote-document.ts';
import { quoteWording } from './quote-wording.ts';
import { spellOutAnswers } from './spell-out-answers.ts';

export interface QuoteDocumentInput {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly modelHash: string;
  readonly wordingHash: string;
  readonly engineVersion: string;
  /** SHA-256 (hex) over content and model hash. */
  readonly inputsHash: string;
  readonly score: ScoreResult;
  readonly price: PriceResult | null;
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
  readonly status: QuoteDocument['status'];
  readonly statusReasons: readonly string[];
  readonly reference: string;
  readonly version: number;
  readonly paper: QuoteDocument['paper'];
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly preparedBy: string;
}

/**
 * Puts together the self-contained document of a quote: figures as computed, wording resolved from the model, dates worked
 * out, answers spelled out. Validity counts from the day of preparation (UTC) and is null where nothing is offered: no version
 * issued, or no part; the period ends `periodDays` after its first day, at the hour at
 * which it began. Pure and total: the same input gives the same document.
 */
export function buildQuoteDocument(input: QuoteDocumentInput): QuoteDocument {
  const { content, model } = input;
  const { terms } = content;
  const isOffered = input.version > 0 && terms.parts.length > 0;
  return {
    format: 'ballast-quote-document/1',
    status: input.status,
    statusReasons: input.statusReasons,
    reference: input.reference,
    version: input.version,
    paper: input.paper,
    preparedAt: input.preparedAt,
    preparedBy: input.preparedBy,
    validUntil: isOffered ? addDays(input.preparedAt.slice(0, 10), terms.validityDays) : null,
    periodEnd: terms.periodStart === null ? null : addDays(terms.periodStart, terms.periodDays),
    model: {
      id: model.id,
      title: model.title,
      version: model.version,
      hash: input.modelHash,
      wordingId: model.wording.id,
      wordingHash: input.wordingHash,
      statement: model.statement,
      gradeStatus: model.gradeStatus,
      gradeBands: model.gradeBands.map(({ grade, minimumScore }) => ({ grade, minimumScore })),
    },
    engineVersion: input.engineVersion,
    inputsHash: input.inputsHash,
    content,
    subjectTypeLabel:
      model.subjectTypes.find((type) => type.id === content.subject.type)?.label ?? content.subject.type,
    score: spellOutAnswers(input.score, model),
    price: input.price,
    bridge: input.bridge,
    effects: input.effects,
    range: input.range,
    wording: quoteWording(content, model),
    words: documentWords(content, model),
    declarations: model.declarations.map(({ id, question }) => ({
      id,
      question,
      state: content.declarations[id] ?? 'not-stated',
    })),
  };
}
