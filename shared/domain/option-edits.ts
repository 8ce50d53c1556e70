import type { AssessmentContent, QuoteOption } from './assessment-content.ts';
import { OPTION_IDS, type OptionId } from './deal-content.ts';
import { contentOfOption, optionIds, optionTerms } from './options.ts';

// What can be done with options as a whole. Each leaves the terms of the others as they are.

const FIRST: QuoteOption = { id: 'A', isOffered: true, terms: null };

const listOf = ({ options }: AssessmentContent): readonly QuoteOption[] => options ?? [FIRST];

const withList = (content: AssessmentContent, options: readonly QuoteOption[]): AssessmentContent => ({
  ...content,
  options: [...options],
});

const patched = (
  content: AssessmentContent,
  id: OptionId,
  patch: (option: QuoteOption) => QuoteOption,
): AssessmentContent =>
  withList(
    content,
    listOf(content).map((option) => (option.id === id ? patch(option) : option)),
  );

/** The letter that the next option gets: the first that is free; null where all are taken. */
export const nextOptionId = (content: AssessmentContent): OptionId | null =>
  OPTION_IDS.find((id) => !optionIds(content).includes(id)) ?? null;

/** Adds an option with the terms of `from`; as it was where all letters are taken. */
export function addOption(content: AssessmentContent, from: OptionId): AssessmentContent {
  const id = nextOptionId(content);
  if (id === null) return content;
  const added: QuoteOption = { id, isOffered: true, terms: optionTerms(content, from) };
  return withList(
    content,
    [...listOf(content), added].toSorted((a, b) => OPTION_IDS.indexOf(a.id) - OPTION_IDS.indexOf(b.id)),
  );
}

/**
 * Takes an option away. Where that is A the next one takes its letter; the last that is left is the file's own terms. Where
 * none of those left was to go on the paper the first of them is.
 */
export function removeOption(content: AssessmentContent, id: OptionId): AssessmentContent {
  const rest = listOf(content).filter((option) => option.id !== id);
  const [first, ...others] = rest;
  if (first === undefined || rest.length === listOf(content).length) return content;
  const { options, ...promoted } = contentOfOption(content, first.id);
  if (others.length === 0) return promoted;
  const isOffered = first.isOffered || !others.some((option) => option.isOffered);
  return withList(promoted, [{ ...first, id: 'A', isOffered, terms: null }, ...others]);
}

/** Says what sets an option apart; null says nothing. */
export const labelOption = (content: AssessmentContent, id: OptionId, label: string | null) =>
  patched(content, id, ({ label: _, ...option }) => (label === null ? option : { ...option, label }));

/** Puts an option on the paper, or takes it off. */
export const offerOption = (content: AssessmentContent, id: OptionId, isOffered: boolean) =>
  patched(content, id, (option) => ({ ...option, isOffered }));
