import type { PartTerms, QuoteTerms } from '../domain/assessment-content.ts';
import type { OptionId } from '../domain/deal-content.ts';
import { partLabel } from '../domain/model-words.ts';
import type { MinorUnits } from '../domain/money.ts';
import { contentOfOption } from '../domain/options.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';
import { mostForOneEvent } from '../pricing/most-for-one-event.ts';
import type { Corridor, PriceResult } from '../pricing/price-result.ts';
import type { FullRating } from '../underwriting/full-rating.ts';

/** What an option costs and can cost, at 100%. */
export interface OptionFigures {
  readonly technicalMinor: MinorUnits;
  readonly quotedMinor: MinorUnits;
  readonly payableMinor: MinorUnits;
  /** Quoted over technical. */
  readonly adequacy: number;
  readonly rateOnLine: number;
  readonly mostEventMinor: MinorUnits;
  readonly mostPeriodMinor: MinorUnits;
}

/** An option as a document keeps it beside the others. The order of the keys is part of the stored bytes. */
export interface DocumentOption {
  readonly id: OptionId;
  /** What sets it apart; null where nothing was said. */
  readonly label: string | null;
  readonly parts: readonly (PartTerms & { readonly label: string })[];
  readonly policyAggregateLimitMinor: MinorUnits | null;
  readonly policyAggregateRetentionMinor: MinorUnits;
  readonly schedulePercent: number;
  /** The reason of the schedule adjustment in words; null without one. */
  readonly scheduleReason: string | null;
  readonly scheduleNote: string | null;
  /** Null where it is that of the rating model. */
  readonly brokeragePercent: number | null;
  /** Null where it cannot be priced. */
  readonly figures: OptionFigures | null;
}

/** The figures of a price, and of the terms that it is of, in which options are compared. */
export const figuresOfOption = (
  price: Omit<PriceResult, 'loss'>,
  terms: Pick<QuoteTerms, 'parts'>,
): OptionFigures => ({
  technicalMinor: price.technicalMinor,
  quotedMinor: price.quotedMinor,
  payableMinor: price.payableMinor,
  adequacy: price.adequacy,
  rateOnLine: price.rateOnLine,
  mostEventMinor: mostForOneEvent(price, terms),
  mostPeriodMinor: price.maximumPayableMinor,
});

/** What is shown of a part beside the same part of other options. */
export interface PartOfOption {
  readonly part: CoveragePartId;
  /** A year. */
  readonly rateOnLine: number;
  readonly corridor: Corridor | null;
}

/** The rates of the parts of a price in which options are compared. */
export const partsOfOption = ({
  parts,
  enteredParts,
}: Pick<PriceResult, 'parts' | 'enteredParts'>): readonly PartOfOption[] =>
  [...parts, ...enteredParts].map(({ part, rateOnLine, corridor }) => ({ part, rateOnLine, corridor }));

/** The options of a rating that go on the paper, the main one first; null where none were made. Pure. */
export function documentOptions(
  { content, judgement }: Pick<FullRating, 'content' | 'judgement'>,
  model: RatingModel,
): readonly DocumentOption[] | null {
  if (judgement.options === undefined) return null;
  return judgement.options.map(({ id, price }): DocumentOption => {
    const { terms } = contentOfOption(content, id);
    return {
      id,
      label: content.options?.find((option) => option.id === id)?.label ?? null,
      parts: terms.parts.map((part) => ({
        ...part,
        label: partLabel(model, part.part),
      })),
      policyAggregateLimitMinor: terms.policyAggregateLimitMinor,
      policyAggregateRetentionMinor: terms.policyAggregateRetentionMinor,
      schedulePercent: terms.schedulePercent,
      scheduleReason:
        model.wording.scheduleReasons.find((reason) => reason.id === terms.scheduleReason)?.label ??
        terms.scheduleReason,
      scheduleNote: terms.scheduleNote,
      brokeragePercent: terms.brokeragePercent ?? null,
      figures: price.ok ? figuresOfOption(price.value, terms) : null,
    };
  });
}
