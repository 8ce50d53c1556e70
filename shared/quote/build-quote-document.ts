import { ENGINE_VERSION } from '../actuarial/engine-version.ts';
import { inputsHash } from '../domain/content-hash.ts';
import { addDays, utcDay } from '../domain/dates.ts';
import type { ActiveModel } from '../underwriting/activate-model.ts';
import type { FullRating } from '../underwriting/full-rating.ts';
import { documentPrice, documentScore } from './document-figures.ts';
import { documentWords } from './document-words.ts';
import type { QuoteDocument } from './quote-document.ts';
import { quoteWording } from './quote-wording.ts';
import { spellOutAnswers } from './spell-out-answers.ts';

/** On which paper, when and by whom a document is made. */
export interface Preparation {
  readonly paper: QuoteDocument['paper'];
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly preparedBy: string;
}

/** What a document goes out as: under the reference and version that it is issued with, or as something not issued. */
export type Designation =
  | { readonly status: 'quote' | 'indication'; readonly reference: string; readonly version: number }
  | { readonly status: 'draft' | 'not-quotable' };

const NOT_ISSUED = { draft: 'Draft', 'not-quotable': 'Not issued' } as const;

const nameOf = (designation: Designation): Pick<QuoteDocument, 'reference' | 'version'> =>
  'version' in designation
    ? { reference: designation.reference, version: designation.version }
    : { reference: NOT_ISSUED[designation.status], version: null };

/**
 * Puts together the self-contained document of a rating: figures as computed, the reasons why it is not a quote, wording
 * resolved from the model, dates worked out, answers spelled out. Validity counts from the day of preparation (UTC) and is
 * null where nothing is offered: no version issued, or no part; the period ends `periodDays` after its first day, at the
 * hour at which it began. Pure and total: the same input gives the same document, and the order of its keys is part of the
 * stored bytes.
 */
export function buildQuoteDocument({
  rating,
  activeModel: { model, hash, wordingHash },
  designation,
  preparation: { paper, preparedAt, preparedBy },
}: {
  readonly rating: FullRating;
  readonly activeModel: ActiveModel;
  readonly designation: Designation;
  readonly preparation: Preparation;
}): QuoteDocument {
  const { content, judgement } = rating;
  const { terms } = content;
  const { reference, version } = nameOf(designation);
  const isOffered = version !== null && terms.parts.length > 0;
  return {
    format: 'ballast-quote-document/1',
    status: designation.status,
    statusReasons: judgement.decision.reasons,
    reference,
    version,
    paper,
    preparedAt,
    preparedBy,
    validUntil: isOffered ? addDays(utcDay(new Date(preparedAt)), terms.validityDays) : null,
    periodEnd: terms.periodStart === null ? null : addDays(terms.periodStart, terms.periodDays),
    model: {
      id: model.id,
      title: model.title,
      version: model.version,
      hash,
      wordingId: model.wording.id,
      wordingHash,
      statement: model.statement,
      gradeStatus: model.gradeStatus,
      gradeBands: model.gradeBands.map(({ grade, minimumScore }) => ({ grade, minimumScore })),
    },
    engineVersion: ENGINE_VERSION,
    inputsHash: inputsHash(content, hash),
    content,
    subjectTypeLabel:
      model.subjectTypes.find((type) => type.id === content.subject.type)?.label ?? content.subject.type,
    score: spellOutAnswers(documentScore(judgement, model), model),
    price: documentPrice(judgement, model),
    bridge: rating.bridge,
    effects: rating.effects,
    range: rating.range,
    wording: quoteWording(content, model),
    words: documentWords(content, model),
    declarations: model.declarations.map(({ id, question }) => ({
      id,
      question,
      state: content.declarations[id] ?? 'not-stated',
    })),
  };
}
