import type { AssessmentContent } from './assessment-content.ts';
import type { RatingModel } from './rating-model.ts';

/** What is wrong with one field: its path and the end of a sentence that its name begins. */
export interface DealProblem {
  readonly path: readonly PropertyKey[];
  readonly complaint: string;
}

type Check = (content: AssessmentContent, model: RatingModel) => readonly DealProblem[];

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
  if (ours.writtenPercent > ours.orderPercent)
    say('writtenPercent', `must not be above the order, ${ours.orderPercent}%`);
  if (ours.role === 'lead' && ours.leader !== undefined) say('leader', 'must be left out where we lead');
  return found;
};

const judgement: Check = ({ judgement: judged }, model) =>
  Object.keys(judged?.answers ?? {})
    .filter((id) => !model.factors.some((factor) => factor.id === id))
    .map((id) => ({
      path: ['judgement', 'answers', id],
      complaint: `is of a question that model ${model.version} does not ask`,
    }));

const subjectivities: Check = ({ terms }, model) =>
  Object.keys(terms.subjectivityTerms ?? {})
    .filter(
      (id) =>
        !model.subjectivities.some((known) => known.id === id) &&
        !terms.ownSubjectivities.some((_, i) => id === `own-${i + 1}`),
    )
    .map((id) => ({
      path: ['terms', 'subjectivityTerms', id],
      complaint: 'is of a subjectivity that is not there',
    }));

/** What is wrong with the sections that make a deal of a price; empty when all is well. Total and pure. */
export const checkDeal: Check = (content, model) =>
  [optionsProblems, line, judgement, subjectivities].flatMap((check) => check(content, model));
