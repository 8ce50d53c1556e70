import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { factorEffects, premiumRange } from '#shared/pricing/factor-effects.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import type { FactorEffect, PremiumBridge, PremiumRange } from '#shared/pricing/price-result.ts';
import { buildQuoteDocument, type QuoteDocumentInput } from '#shared/quote/build-quote-document.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { type Evaluation, evaluate } from '#shared/underwriting/evaluate.ts';
import { decideIssue, type IssueDecision } from '#shared/underwriting/issue-decision.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { LoadedModel } from './loaded-model.ts';

/** Everything that a document says of an assessment, at the full grid, and what it may be issued as. */
export interface FullRating {
  readonly content: AssessmentContent;
  readonly evaluation: Evaluation;
  readonly decision: IssueDecision;
  readonly bridge: PremiumBridge | null;
  readonly effects: readonly FactorEffect[] | null;
  readonly range: PremiumRange | null;
}

/** Rates content at the full grid, with the explanations that the document prints. Pure, and takes about a second. */
export function rateFully(content: AssessmentContent, model: RatingModel, today: IsoDate): FullRating {
  const options = { grid: 'full', cache: makeLossCache() } as const;
  const evaluation = evaluate(content, model, options.grid, options.cache, today);
  const { score } = evaluation;
  const explained = evaluation.price.ok;
  const bridge = explained ? premiumBridge(content, score, model, options) : null;
  const effects = explained ? factorEffects(content, score, model, options) : null;
  const range = explained ? premiumRange(content, model, options) : null;
  return {
    content,
    evaluation,
    decision: decideIssue(content, model, evaluation),
    bridge: bridge?.ok ? bridge.value : null,
    effects: effects?.ok ? effects.value : null,
    range: range?.ok ? range.value : null,
  };
}

type Designation = Pick<
  QuoteDocumentInput,
  'status' | 'statusReasons' | 'reference' | 'version' | 'paper' | 'preparedAt' | 'preparedBy'
>;

/** The document of a rating under the name that it goes by. */
export const documentOf = (
  { content, evaluation, bridge, effects, range }: FullRating,
  { model, hash, wordingHash }: LoadedModel,
  designation: Designation,
): QuoteDocument =>
  buildQuoteDocument({
    content,
    model,
    modelHash: hash,
    wordingHash,
    engineVersion: ENGINE_VERSION,
    inputsHash: inputsHash(content, hash),
    score: evaluation.score,
    price: evaluation.price.ok ? evaluation.price.value : null,
    bridge,
    effects,
    range,
    ...designation,
  });

/** The document as a draft: not issued, without a reference, with the reasons why it could not be a quote. */
export const draftDocument = (
  rating: FullRating,
  model: LoadedModel,
  paper: QuoteDocument['paper'],
  deed: ChangeStamp,
): QuoteDocument =>
  documentOf(rating, model, {
    status: 'draft',
    statusReasons: rating.decision.reasons,
    reference: 'Draft',
    version: 0,
    paper,
    preparedAt: deed.now.toISOString(),
    preparedBy: deed.actor,
  });
