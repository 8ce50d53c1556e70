import type { AssessmentContent } from '../domain/assessment-content.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { optionsProblems } from '../domain/check-deal.ts';
import type { OptionId } from '../domain/deal-content.ts';
import { fieldWords } from '../domain/field-words.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import type { Issue } from '../domain/issue.ts';
import { type NameField, pathKey } from '../domain/issue-sentence.ts';
import { listText } from '../domain/list-text.ts';
import { contentOfOption } from '../domain/options.ts';
import { emptyOptionTexts } from '../domain/plausible-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Flag } from '../scoring/score-result.ts';
import { type Decision, decide } from './decision.ts';
import type { Judgement } from './judgement.ts';

/** One of the options that go on the paper, with all that is wrong, unusual or missing in it. */
export interface OptionIssues {
  readonly id: OptionId;
  readonly issues: readonly Issue[];
}

/** What is wrong with the list of options itself: nothing can go out until it is settled. Total and pure. */
export function optionsIssues(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const words: NameField = (path) => fieldWords(path, model);
  const found = [
    ...optionsProblems(content).map(({ path, complaint }) => ({
      field: pathKey(path),
      message: `${words(path)} ${complaint}.`,
    })),
    ...emptyOptionTexts(content, words).map(({ field = 'options', message }) => ({ field, message })),
  ];
  const unfit = found.map(
    ({ field, message }): Issue => ({
      severity: 'cannot-proceed',
      id: `unfit:${field}`,
      about: 'content',
      field,
      message,
    }),
  );
  return [...unfit, ...alikeOptions(content, model)];
}

/** The terms of an option as a reader of the paper sees them: no price, no note, parts in whatever order. */
function termsShown({ parts, ...terms }: AssessmentContent['terms']) {
  const {
    schedulePercent: _,
    scheduleReason: __,
    scheduleNote: ___,
    riskLoadPrinciple: ____,
    note: _____,
    ...shown
  } = terms;
  return {
    ...shown,
    parts: parts
      .map((part) => ({ ...part, aggregateLimitMinor: part.aggregateLimitMinor ?? part.limitMinor }))
      .toSorted((a, b) => (a.part < b.part ? -1 : 1)),
  };
}

/** Options on the paper that have the very same terms: two names for one offer. */
function alikeOptions(content: AssessmentContent, { wording }: RatingModel): readonly Issue[] {
  const words = wording.decision?.unusual?.optionAlike;
  const all = content.options ?? [];
  if (words === undefined) return [];
  const offered = all.flatMap(({ id, isOffered }, i) =>
    isOffered ? [{ id, i, terms: canonicalJson(termsShown(contentOfOption(content, id).terms)) }] : [],
  );
  return offered.flatMap(({ id, i, terms }, place): readonly Issue[] => {
    const first = offered.find((other) => other.terms === terms);
    if (first === undefined || first === offered[place]) return [];
    return [
      {
        severity: 'needed',
        id: `option-alike:${id}`,
        about: 'content',
        field: `options.${i}.terms`,
        message: fillTemplate(words, { option: id, other: first.id }),
      },
    ];
  });
}

const nameOf = (ids: readonly OptionId[]): string =>
  `${ids.length === 1 ? 'Option' : 'Options'} ${listText(ids)}`;

/**
 * The issues of several options as one list: what all of them have stands once as it is, what only some have names them.
 * Total and pure.
 */
export function issuesOfOptions(options: readonly OptionIssues[]): readonly Issue[] {
  const keyOf = ({ severity, message }: Issue) => `${severity} ${message}`;
  const byKey = new Map<string, { readonly issue: Issue; readonly ids: OptionId[] }>();
  for (const { id, issues } of options)
    for (const issue of issues) {
      const known = byKey.get(keyOf(issue));
      if (known === undefined) byKey.set(keyOf(issue), { issue, ids: [id] });
      else if (!known.ids.includes(id)) known.ids.push(id);
    }
  return [...byKey.values()].map(({ issue, ids }) =>
    ids.length === options.length ? issue : { ...issue, message: `${nameOf(ids)}: ${issue.message}` },
  );
}

/**
 * What may go out of options that go on one paper: the worst of what each of them may by itself, every reason with the
 * option that it is of. `ofList` are the issues of the list of options. Total and pure.
 */
export const decideOffered = (
  ofList: readonly Issue[],
  options: readonly OptionIssues[],
  cleared: readonly string[] = [],
): Decision => decide([...ofList, ...issuesOfOptions(options)], cleared);

/**
 * What may go out under a judgement once these ids are cleared, of whatever options go on the paper. Total and pure.
 */
export function decideCleared(
  { issues, options }: Pick<Judgement<unknown>, 'issues' | 'options'>,
  cleared: readonly string[],
): Decision {
  const [main] = options ?? [];
  if (options === undefined || main === undefined) return decide(issues, cleared);
  // The issues of a judgement of options are those of the list of them, and then those of the main one.
  return decideOffered(issues.slice(0, issues.length - main.issues.length), options, cleared);
}

/** The flags of several options as one list: what all of them raise once, what only some do with their names. */
export function flagsOfOptions(
  options: readonly { readonly id: OptionId; readonly flags: readonly Flag[] }[],
): readonly Flag[] {
  const keyOf = ({ id, reason }: Flag) => `${id} ${reason}`;
  const all = options.flatMap(({ flags }) => flags);
  const each = all.filter((flag, i) => all.findIndex((other) => keyOf(other) === keyOf(flag)) === i);
  return each.map((flag) => {
    const ids = options
      .filter(({ flags }) => flags.some((other) => keyOf(other) === keyOf(flag)))
      .map(({ id }) => id);
    return ids.length === options.length ? flag : { ...flag, reason: `${nameOf(ids)}: ${flag.reason}` };
  });
}
