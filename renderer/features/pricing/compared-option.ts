import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { Issue } from '#shared/domain/issue.ts';
import type { Result } from '#shared/domain/result.ts';
import type { BarePrice } from '#shared/pricing/price-assessment.ts';
import { figuresOfOption, partsOfOption } from '#shared/quote/document-options.ts';
import type { OptionView } from '../../editor/draft/judgement-view.ts';

/** What a judgement says of an option beside others. */
export type ComparedOption = Pick<OptionView, 'figures' | 'parts' | 'failure' | 'issues'>;

/** The figures of a judgement that stand side by side with those of other options. */
export const comparedOption = (
  price: Result<BarePrice>,
  issues: readonly Issue[],
  { terms }: Pick<AssessmentContent, 'terms'>,
): ComparedOption => ({
  figures: price.ok ? figuresOfOption(price.value, terms) : null,
  parts: price.ok ? partsOfOption(price.value) : [],
  failure: price.ok ? null : price.failure,
  issues,
});
