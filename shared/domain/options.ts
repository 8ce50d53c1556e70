import {
  type AssessmentContent,
  type OptionTerms,
  optionTermsSchema,
  type QuoteTerms,
} from './assessment-content.ts';
import type { OptionId } from './deal-content.ts';

/** The fields that an option may have otherwise than another. */
export const OPTION_FIELDS = optionTermsSchema.keyof().options;

const isOptionField = (field: string): boolean => (OPTION_FIELDS as readonly string[]).includes(field);

/** The letters of the options, in their order; one where none were made. */
export const optionIds = ({ options }: AssessmentContent): readonly OptionId[] =>
  options?.map(({ id }) => id) ?? ['A'];

/** The letters of those that go on the paper, in their order: the first is the main one. Empty where none is ticked. */
export const offeredIds = ({ options }: AssessmentContent): readonly OptionId[] =>
  options?.filter(({ isOffered }) => isOffered).map(({ id }) => id) ?? ['A'];

/** The option that a document is of: the first that goes on the paper, or where none is ticked the first. */
export const mainOption = (content: AssessmentContent): OptionId =>
  offeredIds(content)[0] ?? optionIds(content)[0] ?? 'A';

/** The options that decide what goes out: those on the paper, or where none is ticked the main one. */
export const decidingIds = (content: AssessmentContent): readonly OptionId[] => {
  const offered = offeredIds(content);
  return offered.length > 0 ? offered : [mainOption(content)];
};

/** What the others call an option: its letter, and what sets it apart. */
export const optionName = ({ id, label }: { readonly id: OptionId; readonly label?: string | undefined }) =>
  label === undefined ? `Option ${id}` : `Option ${id}, ${label}`;

/** Those of the terms that an option may have otherwise. */
function ownTerms(terms: QuoteTerms): OptionTerms {
  const entries = OPTION_FIELDS.flatMap((field) => (field in terms ? [[field, terms[field]]] : []));
  return Object.fromEntries(entries) as OptionTerms;
}

/** Those of the terms that all options have. */
const sharedTerms = (terms: QuoteTerms): Omit<QuoteTerms, keyof OptionTerms> =>
  Object.fromEntries(Object.entries(terms).filter(([field]) => !isOptionField(field))) as Omit<
    QuoteTerms,
    keyof OptionTerms
  >;

/** The terms of an option that are its own; those of A where there is no such option. */
export function optionTerms({ terms, options }: AssessmentContent, id: OptionId): OptionTerms {
  return options?.find((option) => option.id === id)?.terms ?? ownTerms(terms);
}

/** Each content is taken apart once: who compares contents by identity sees the same one for the same option. */
const known = new WeakMap<AssessmentContent, Map<OptionId, AssessmentContent>>();

/**
 * The content as it would be if this option were the only one: what is judged, priced and shown of it. Answers, clauses,
 * taxes and all else are shared, so a change of them moves every option. The same content and letter give the same object.
 */
export function contentOfOption(content: AssessmentContent, id: OptionId): AssessmentContent {
  if (content.options === undefined) return content;
  let byId = known.get(content);
  if (byId === undefined) {
    byId = new Map();
    known.set(content, byId);
  }
  let of = byId.get(id);
  if (of === undefined) {
    const { options, ...rest } = content;
    const own = options.find((option) => option.id === id)?.terms ?? null;
    of = own === null ? rest : { ...rest, terms: { ...sharedTerms(content.terms), ...own } };
    byId.set(id, of);
  }
  return of;
}

const fieldsAlike = (one: object, other: object): boolean => {
  const [a, b] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  const keys = Object.keys(a ?? {});
  return keys.length === Object.keys(b ?? {}).length && keys.every((key) => a?.[key] === b?.[key]);
};

/** True when nothing that one option is judged by was changed between two contents, compared by identity of its fields. */
export function isSameOption(one: AssessmentContent, other: AssessmentContent): boolean {
  if (one === other) return true;
  const { terms, ...rest } = one;
  const { terms: otherTerms, ...otherRest } = other;
  return fieldsAlike(rest, otherRest) && fieldsAlike(terms, otherTerms);
}

/**
 * The whole content with `changed` in place of what `contentOfOption` gave of this option: own terms go to the option, all
 * else is shared. A letter that is not there is A.
 */
export function withOption(
  content: AssessmentContent,
  id: OptionId,
  changed: AssessmentContent,
): AssessmentContent {
  const { options } = content;
  if (options === undefined) return changed;
  const isOwn = options.some((option) => option.id === id && option.terms !== null);
  if (!isOwn) return { ...changed, options };
  return {
    ...changed,
    terms: { ...sharedTerms(changed.terms), ...ownTerms(content.terms) },
    options: options.map((option) =>
      option.id === id ? { ...option, terms: ownTerms(changed.terms) } : option,
    ),
  };
}
