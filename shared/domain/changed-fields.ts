import type { AssessmentContent } from './assessment-content.ts';
import { canonicalJson } from './canonical-json.ts';
import { fieldWords } from './field-words.ts';
import { lowerFirst } from './lower-first.ts';
import type { RatingModel } from './rating-model.ts';

/** Parts of content whose fields the form shows one by one. A list, and what belongs to an id, changes as a whole. */
const OPENED: readonly string[] = [
  'subject',
  'exposures',
  'answers',
  'incidentRegister',
  'declarations',
  'terms',
];

type Fields = Readonly<Record<string, unknown>>;

const differing = (before: Fields, after: Fields): readonly string[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null),
  );

/** Paths of the fields of the form that differ, in the order of the content. */
const changedFields = (before: AssessmentContent, after: AssessmentContent): readonly (readonly string[])[] =>
  differing(before, after).flatMap((key) =>
    OPENED.includes(key)
      ? differing(
          before[key as keyof AssessmentContent] as Fields,
          after[key as keyof AssessmentContent] as Fields,
        ).map((field) => [key, field])
      : [[key]],
  );

/** What differs, in the words of the form: `the answer to “Authorisation quorum”`. */
export const changedFieldWords = (
  before: AssessmentContent,
  after: AssessmentContent,
  model: RatingModel,
): readonly string[] => [
  ...new Set(changedFields(before, after).map((path) => lowerFirst(fieldWords(path, model)))),
];
