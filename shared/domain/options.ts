import { type AssessmentContent, type OptionTerms, optionTermsSchema } from './assessment-content.ts';
import type { OptionId } from './deal-content.ts';

/** The fields that an option may have otherwise than another. */
export const OPTION_FIELDS = optionTermsSchema.keyof().options;

/** The letters of the options, in their order; one where none were made. */
export const optionIds = ({ options }: AssessmentContent): readonly OptionId[] =>
  options?.map(({ id }) => id) ?? ['A'];

/** The terms of an option that are its own; those of A where there is no such option. */
export function optionTerms({ terms, options }: AssessmentContent, id: OptionId): OptionTerms {
  const own = options?.find((option) => option.id === id)?.terms ?? null;
  if (own !== null) return own;
  const entries = OPTION_FIELDS.flatMap((field) => (field in terms ? [[field, terms[field]]] : []));
  return Object.fromEntries(entries) as OptionTerms;
}

/**
 * The content as it would be if this option were the only one: what is judged, priced and shown of it. Answers, clauses,
 * taxes and all else are shared, so a change of them moves every option.
 */
export function contentOfOption(content: AssessmentContent, id: OptionId): AssessmentContent {
  const { options, ...rest } = content;
  if (options === undefined) return content;
  const shared = Object.fromEntries(
    Object.entries(content.terms).filter(([field]) => !(OPTION_FIELDS as readonly string[]).includes(field)),
  );
  return {
    ...rest,
    terms: { ...shared, ...optionTerms(content, id) } as AssessmentContent['terms'],
  };
}
