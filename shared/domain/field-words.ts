import type { ContractTerms } from './deal-content.ts';
import { exposureFieldSchema } from './exposures.ts';
import { FIELDS, GROUPS, NAMED_IN_FULL, ROWS } from './field-names.ts';
import { fillTemplate } from './fill-template.ts';
import { lowerFirst } from './lower-first.ts';
import { exposureLabel } from './model-words.ts';
import type { RatingModel } from './rating-model.ts';
import { upperFirst } from './upper-first.ts';

type Path = readonly PropertyKey[];

/** The names of keys that are not known are the sender's choice. */
const LONGEST_KEY = 60;
const LONGEST_LABEL = 300;

/** What holds its records by ids of the model, or of the file. */
const KEYED: readonly PropertyKey[] = ['answers', 'declarations', 'subjectivityTerms'];

const quoted = (text: string): string => `“${text.slice(0, LONGEST_LABEL)}”`;

/** A subjectivity by the id under which its terms stand. */
function subjectivityWords(id: string, model: RatingModel): string {
  const own = /^own-(\d{1,3})$/.exec(id)?.[1];
  if (own !== undefined) return `subjectivity in your own words no. ${own}`;
  return `subjectivity ${quoted(model.subjectivities.find((known) => known.id === id)?.text ?? id.slice(0, LONGEST_KEY))}`;
}

const questionWords = (id: string, { factors }: RatingModel): string =>
  quoted(factors.find((factor) => factor.id === id)?.label ?? id.slice(0, LONGEST_KEY));

function ownerWords(path: Path, model: RatingModel): string | null {
  const [head, second, third] = path.map(String);
  if (head === 'answers') return questionWords(second ?? '', model);
  if (head === 'terms' && second === 'subjectivityTerms' && third !== undefined)
    return subjectivityWords(third, model);
  if (head === 'judgement' && second === 'answers' && third !== undefined)
    return `the judgement of ${questionWords(third, model)}`;
  const list = path.findLastIndex((key) => typeof key === 'number');
  if (list <= 0) return GROUPS[String(path.at(-2))] ?? null;
  const row = fillTemplate(ROWS[String(path[list - 1])] ?? `${String(path[list - 1])} no. {n}`, {
    n: String(Number(path[list]) + 1),
  });
  return head === 'options' && list > 1 ? `${row} of option no. ${Number(second) + 1}` : row;
}

/** The list, group or kind of record that a field stands in: `parts`, `terms`, `answers`. */
export function holderOf(path: Path): string {
  const within = path.slice(0, -1).filter((key) => typeof key !== 'number');
  const keyed = within.at(-2);
  if (keyed === undefined || !KEYED.includes(keyed)) return String(within.at(-1));
  return path[0] === 'judgement' ? 'judged' : String(keyed);
}

/** The tick boxes below an answer, which the model's wording names. */
function tickBoxWords(key: string, { wording }: RatingModel): string | null {
  if (key === 'isUnchangedSinceReview') return `The tick box “${wording.freshness.label}”`;
  if (key !== 'hasSocialisedLoss') return null;
  return wording.socialisedLoss === null
    ? 'The tick box on socialised losses'
    : `The tick box “${wording.socialisedLoss.label}”`;
}

/** What the model asks at a field that has no other name than that question. */
function questionOfModel(path: Path, model: RatingModel): string | null {
  const [head, second] = path.map(String);
  if (head === 'declarations')
    return (
      model.declarations.find(({ id }) => id === second)?.question ?? String(second).slice(0, LONGEST_KEY)
    );
  if (head !== 'terms') return null;
  if (second === 'cyberClause') return model.wording.cyberClauses.question;
  return second === 'signingWording' ? model.wording.signingWordings.question : null;
}

/** What a list holds by an id of the model, as a whole. */
const isKeyed = ([head, second, ...rest]: Path): boolean =>
  rest.length === 1 &&
  ((head === 'terms' && second === 'subjectivityTerms') || (head === 'judgement' && second === 'answers'));

/** A path that was text, with its places in lists as numbers again. */
const withPlaces = (path: Path): Path =>
  path.map((key, i) =>
    typeof key === 'string' && Object.hasOwn(ROWS, path[i - 1] ?? '') && /^\d+$/.test(key)
      ? Number(key)
      : key,
  );

const own = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/**
 * A field in the words of the form, for the start of a sentence: `The date of incident no. 2`. `path` is that of the
 * field in the content. A field of which the form has no name is called by its key. Total and pure.
 */
export function fieldWords(given: Path, model: RatingModel): string {
  const path = withPlaces(given);
  const whole = path.length === 1 ? own(FIELDS, String(path[0])) : undefined;
  if (whole !== undefined) return whole;
  const owner = ownerWords(path, model);
  const key = String(path.at(-1) ?? '').slice(0, LONGEST_KEY);
  if (typeof path.at(-1) === 'number' && path.length > 1) return upperFirst(owner ?? key);
  if (path[0] === 'answers' && (path.length === 2 || key === 'level' || key === 'value'))
    return `The answer to ${owner ?? key}`;
  if (owner !== null && isKeyed(path)) return upperFirst(owner);
  const question = questionOfModel(path, model);
  if (question !== null) return `The answer to “${question}”`;
  const exposure = path[0] === 'exposures' ? exposureFieldSchema.safeParse(key).data : undefined;
  if (exposure !== undefined)
    return `The ${lowerFirst(exposureLabel(model, exposure))} of ${GROUPS.exposures}`;
  const inFull = own(NAMED_IN_FULL, `${holderOf(path)}.${key}`);
  if (inFull !== undefined) return upperFirst(fillTemplate(inFull, { owner: owner ?? '' }));
  const field = nameIn(path, model);
  return owner === null ? field : `${field} of ${owner}`;
}

/** The name of a field by itself. */
function nameIn(path: Path, model: RatingModel): string {
  const key = String(path.at(-1) ?? '').slice(0, LONGEST_KEY);
  return (
    tickBoxWords(key, model) ??
    own(FIELDS, `${holderOf(path)}.${key}`) ??
    own(FIELDS, key) ??
    (key === '' ? 'The whole' : `The field “${key}”`)
  );
}

/** A field in the words of the form beside what it belongs to: `the limit`, of a part that was just named. */
export function fieldWithin(path: Path, model: RatingModel): string {
  const [head, key] = [path[0], String(path.at(-1) ?? '')];
  if (head === 'answers' && (key === 'level' || key === 'value'))
    return `the answer, a ${key === 'level' ? 'level' : 'number'}`;
  const inFull = own(NAMED_IN_FULL, `${holderOf(path)}.${key}`);
  if (inFull === '{owner}') return 'which one it is';
  if (inFull !== undefined) return lowerFirst(fillTemplate(inFull, { owner: 'it' }));
  const isAsked = questionOfModel(path, model) !== null || head === 'exposures';
  return lowerFirst(
    isAsked ? fieldWords(path, model).replace(/ of the exposures$/, '') : nameIn(path, model),
  );
}

/** What a term of the contract is called on form and paper. */
export const contractLabel = (key: keyof ContractTerms): string =>
  withoutArticle(FIELDS[`contract.${key}`] ?? FIELDS[key] ?? key);

const withoutArticle = (words: string): string => upperFirst(words.replace(/^The (?:list of )?/, ''));

/** The label of a field in the form: its words without the article they begin a sentence with. */
export const fieldLabel = (path: Path, model: RatingModel): string => withoutArticle(fieldWords(path, model));
