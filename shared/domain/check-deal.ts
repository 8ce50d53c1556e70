import type { AssessmentContent } from './assessment-content.ts';
import { addressProblem, scheduledOnce } from './chain-address.ts';
import { type ContentPurpose, choiceAt, keysAt, listInFile, mustBe } from './choices.ts';
import { ownSubjectivityId } from './deal-content.ts';
import { formatDate } from './format-date.ts';
import { hasOwnAnswer } from './has-own-answer.ts';
import { judgementRulesOf } from './judgement-rules.ts';
import { partLabel } from './model-words.ts';
import { nameKey } from './name-key.ts';
import type { RatingModel } from './rating-model.ts';

/** What is wrong with one field: its path and the end of a sentence that its name begins. */
export interface DealProblem {
  readonly path: readonly PropertyKey[];
  readonly complaint: string;
}

type Check = (
  content: AssessmentContent,
  model: RatingModel,
  purpose: ContentPurpose,
) => readonly DealProblem[];

/** A is the file's own terms; each other letter stands once, with terms of its own, and something is offered. */
export const optionsProblems = ({
  options: all = [],
}: Pick<AssessmentContent, 'options'>): readonly DealProblem[] => {
  const found: DealProblem[] = [];
  for (const [i, { id, terms }] of all.entries()) {
    if (i === 0 && id !== 'A')
      found.push({ path: ['options', 0, 'id'], complaint: 'must be A: the first option' });
    if (all.findIndex((other) => other.id === id) < i)
      found.push({ path: ['options', i, 'id'], complaint: `must not be used twice (${id})` });
    if (id === 'A' && terms !== null)
      found.push({
        path: ['options', i, 'terms'],
        complaint: 'must be null: option A has the terms of the file',
      });
    if (id !== 'A' && terms === null)
      found.push({ path: ['options', i, 'terms'], complaint: 'must be given' });
  }
  for (const [i, { id, label, isOffered }] of all.entries()) {
    const first = all.findIndex(
      (other) =>
        other.isOffered && other.label !== undefined && nameKey(other.label) === nameKey(label ?? ''),
    );
    if (isOffered && label !== undefined && first >= 0 && first < i && all[first]?.id !== id)
      found.push({
        path: ['options', i, 'label'],
        complaint: `must not be that of option ${all[first]?.id} too, “${label}”: both go on the paper`,
      });
  }
  if (all.length > 0 && !all.some(({ isOffered }) => isOffered))
    found.push({ path: ['options', 0, 'isOffered'], complaint: 'must be ticked for one option at least' });
  return found;
};

/** A line is part of the order. */
const line: Check = ({ terms: { line: ours } }) => {
  if (ours === undefined) return [];
  const found: DealProblem[] = [];
  const say = (field: string, complaint: string) => found.push({ path: ['terms', 'line', field], complaint });
  if (ours.orderPercent === 0) say('orderPercent', 'must be above 0');
  if (ours.writtenPercent === 0) say('writtenPercent', 'must be above 0');
  else if (ours.writtenPercent > ours.orderPercent)
    say('writtenPercent', `must not be above the order, ${ours.orderPercent}%`);
  if (ours.role === 'lead' && ours.leader !== undefined) say('leader', 'must be left out where we lead');
  return found;
};

/** Why no score may be set for a factor; null where one may. */
function notJudged(id: string, model: RatingModel): string | null {
  const factor = model.factors.find((known) => known.id === id);
  if (factor === undefined) return `is of a question that model ${model.version} does not ask`;
  return hasOwnAnswer(factor)
    ? null
    : 'is of a factor that is computed from the incident register; correct the register';
}

/** Judgement is given under the bounds and the reasons of the wording, in words. */
const judgement: Check = ({ judgement: judged }, model, purpose) => {
  const rules = judgementRulesOf(model);
  const given = [
    ...Object.entries(judged?.answers ?? {}).map(([id, set]) => ({
      path: ['judgement', 'answers', id],
      why: notJudged(id, model),
      set,
    })),
    ...(judged?.grade === undefined ? [] : [{ path: ['judgement', 'grade'], why: null, set: judged.grade }]),
  ];
  return given.flatMap(({ path, why, set }): readonly DealProblem[] => {
    if (why !== null) return [{ path, complaint: why }];
    if (rules === null)
      return [{ path, complaint: `must be left out: model ${model.version} has no rules for it` }];
    const reasons = choiceAt([...path, 'reason'], model);
    return [
      ...(reasons === null || reasons.allowed.some(({ id }) => id === set.reason)
        ? []
        : [{ path: [...path, 'reason'], complaint: mustBe(reasons, set.reason, purpose) }]),
      ...(set.words.trim() === '' ? [{ path: [...path, 'words'], complaint: 'must say why' }] : []),
    ];
  });
};

const contract: Check = ({ terms: { contract: given, parts, periodStart } }, model) => {
  const found: DealProblem[] = [];
  const say = (path: readonly PropertyKey[], complaint: string) =>
    found.push({ path: ['terms', 'contract', ...path], complaint });
  for (const [i, { part, label }] of (given?.subLimits ?? []).entries()) {
    if (!parts.some((quoted) => quoted.part === part)) {
      const known = partLabel(model, part);
      say(['subLimits', i, 'part'], `must be a part that is quoted, not “${known}”`);
    }
    if (label.trim() === '') say(['subLimits', i, 'label'], 'must not be empty');
  }
  for (const [i, { id, text }] of (given?.conditions ?? []).entries()) {
    if (text.trim() === '') say(['conditions', i, 'text'], 'must not be empty');
    if (id !== undefined && given?.conditions?.findIndex((other) => other.id === id) !== i)
      say(['conditions', i, 'id'], 'must not be used twice');
  }
  for (const [i, { amountMinor }] of (given?.fees ?? []).entries())
    if (amountMinor === 0) say(['fees', i, 'amountMinor'], 'must be above 0');
  const retroactive = given?.retroactiveDate;
  if (retroactive !== undefined && periodStart !== null && retroactive > periodStart)
    say(['retroactiveDate'], `must not be after the start of the period, ${formatDate(periodStart)}`);
  return found;
};

/** Each line of the schedule has an address that is one, and none stands in it twice: one of no part is of them all. */
const schedule: Check = ({ schedule: lines = [] }) => {
  const once = scheduledOnce();
  return lines.flatMap((line, i): readonly DealProblem[] => {
    const first = once.place(line);
    const problem = addressProblem(line);
    if (problem !== null) return [{ path: ['schedule', i, problem.field], complaint: problem.complaint }];
    return first === undefined
      ? []
      : [{ path: ['schedule', i, 'address'], complaint: `is that of line no. ${first + 1}` }];
  });
};

/** A file is evidence of something that is there, under a name of its own. */
const files: Check = (content, model) =>
  (content.files ?? []).flatMap(({ about, id }, i) => {
    const isThere =
      about === 'answer'
        ? model.factors.some((factor) => factor.id === id)
        : about === 'incident'
          ? content.incidents.some((incident) => incident.id === id)
          : isSubjectivity(id, content);
    return isThere
      ? []
      : [{ path: ['files', i, 'id'], complaint: `is of ${FILE_OWNER_WORDS[about]} that is not there` }];
  });

const FILE_OWNER_WORDS = { answer: 'an answer', incident: 'an incident', subjectivity: 'a subjectivity' };

/** Whether a subjectivity is set, by the id of one of the model's or the place of one in own words. */
const isSubjectivity = (id: string, { terms }: AssessmentContent): boolean =>
  terms.subjectivities.some((set) => set.id === id) ||
  terms.ownSubjectivities.some((_, i) => id === ownSubjectivityId(i));

/** Of which subjectivities it may be said who owes what: those that the model has, and those in own words. */
const subjectivities: Check = ({ terms }, model, purpose) => {
  const own = terms.ownSubjectivities.map(({ text }, i) => ({ id: ownSubjectivityId(i), label: text }));
  const ofModel = keysAt(['terms', 'subjectivityTerms', ''], model)?.allowed ?? [];
  const known = [...ofModel, ...own];
  return Object.keys(terms.subjectivityTerms ?? {})
    .filter((id) => !known.some((one) => one.id === id))
    .map((id) => ({
      path: ['terms', 'subjectivityTerms', id],
      complaint: `is not there${purpose === 'submission' ? `; there are ${listInFile(known)}` : ''}`,
    }));
};

/** What is wrong with the sections that make a deal of a price; empty when all is well. Total and pure. */
export const checkDeal: Check = (content, model, purpose) =>
  [optionsProblems, line, judgement, subjectivities, contract, schedule, files].flatMap((check) =>
    check(content, model, purpose),
  );
