import type { Answer, AssessmentContent } from './assessment-content.ts';
import type { IsoDate } from './dates.ts';
import { fieldWords } from './field-words.ts';
import { formatDate } from './format-date.ts';
import { formatSignificant } from './format-number.ts';
import { choiceText, pathKey, pathText } from './issue-sentence.ts';
import { implausibilities, type NameField } from './plausible-content.ts';
import type { Factor, RatingModel } from './rating-model.ts';
import { type Failure, failed } from './result.ts';

/**
 * `submission`: a file to be taken in whole. `draft`: work in hand, where an answer may be half given and answers to
 * questions of another subject type may linger (scoring leaves them aside), and what is implausible is listed with the
 * problems of its price (`contentIssues`). A file's fields are called by their path, those of a draft as the form does.
 */
export type ContentPurpose = 'submission' | 'draft';

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly complaint: string;
}

const problem = (path: readonly PropertyKey[], complaint: string): Problem => ({ path, complaint });

function duplicates<T>(items: readonly T[], keyOf: (item: T) => string): readonly number[] {
  const seen = new Set<string>();
  return items.flatMap((item, i) => {
    const key = keyOf(item);
    if (seen.has(key)) return [i];
    seen.add(key);
    return [];
  });
}

function checkAnswer({
  factor,
  answer,
  model,
  purpose,
}: {
  readonly factor: Factor;
  readonly answer: Answer;
  readonly model: RatingModel;
  readonly purpose: ContentPurpose;
}): Problem[] {
  const at = ['answers', factor.id];
  if (factor.kind === 'computed' && factor.evidenceFrom === 'register') {
    return [problem(at, 'is computed from the incident register and takes no answer')];
  }
  const found: Problem[] = [];
  const levels = factor.kind === 'ordinal' ? factor.levels.map((l) => l.key) : null;
  if (levels !== null) {
    if (answer.value !== null)
      found.push(problem([...at, 'value'], 'must be left out: this question takes a level'));
    if (answer.level !== null && !levels.includes(answer.level)) {
      found.push(problem([...at, 'level'], `must be ${choiceText(levels)}, not "${answer.level}"`));
    }
  } else {
    if (answer.level !== null)
      found.push(problem([...at, 'level'], 'must be left out: this question takes a number'));
    const { maximum, unit } = factor.kind === 'ordinal' ? { maximum: null, unit: null } : factor;
    if (answer.value !== null && maximum !== null && answer.value > maximum) {
      const most = `${formatSignificant(maximum)}${unit === null ? '' : ` (${unit})`}`;
      found.push(problem([...at, 'value'], `must not be above ${most}`));
    }
  }
  if (answer.isUnchangedSinceReview && factor.id !== model.aggregation.freshnessFloor.factorId) {
    const only = model.aggregation.freshnessFloor.factorId;
    found.push(problem([...at, 'isUnchangedSinceReview'], `must be left out: it belongs to ${only} only`));
  }
  const socialised = model.wording.socialisedLoss?.factorId;
  if (answer.hasSocialisedLoss && factor.id !== socialised) {
    const why =
      socialised === undefined ? 'this model has no factor for it' : `it belongs to ${socialised} only`;
    found.push(problem([...at, 'hasSocialisedLoss'], `must be left out: ${why}`));
  }
  const isAnswered = answer.evidence !== 'not-provided' && answer.evidence !== 'not-applicable';
  if (
    purpose === 'submission' &&
    isAnswered &&
    answer.level === null &&
    answer.value === null &&
    !answer.isUnchangedSinceReview
  ) {
    const field = levels === null ? 'value' : 'level';
    const wanted = levels === null ? 'it must be a number' : `it must be ${choiceText(levels)}`;
    found.push(problem([...at, field], `is missing; ${wanted}, or the evidence must be not-provided`));
  }
  return found;
}

function checkAnswers(content: AssessmentContent, model: RatingModel, purpose: ContentPurpose): Problem[] {
  const { type } = content.subject;
  const label = model.subjectTypes.find((t) => t.id === type)?.label ?? type;
  return Object.entries(content.answers).flatMap(([id, answer]) => {
    const factor = model.factors.find((f) => f.id === id);
    if (factor === undefined) {
      const known = model.factors.filter((f) => f.appliesTo.includes(type)).map((f) => f.id);
      return [
        problem(
          ['answers', id],
          `is not a factor of model ${model.version}; it must be ${choiceText(known)}`,
        ),
      ];
    }
    if (purpose === 'submission' && !factor.appliesTo.includes(type)) {
      return [
        problem(
          ['answers', id],
          `does not apply to the subject type ${type} (${label}) and must be left out`,
        ),
      ];
    }
    return checkAnswer({ factor, answer, model, purpose });
  });
}

function checkIncidents(content: AssessmentContent, model: RatingModel): Problem[] {
  const causes = model.causes.map((c) => c.code);
  const found = content.incidents.flatMap((incident, i) => {
    const at = ['incidents', i];
    const here: Problem[] = [];
    if (!causes.includes(incident.cause)) {
      here.push(problem([...at, 'cause'], `must be ${choiceText(causes)}, not "${incident.cause}"`));
    }
    if (incident.date > content.asOf) {
      here.push(
        problem([...at, 'date'], `must not be after the day of assessment, ${formatDate(content.asOf)}`),
      );
    }
    return here;
  });
  const repeated = duplicates(content.incidents, (i) => i.id).map((i) =>
    problem(['incidents', i, 'id'], `must not be used twice ("${content.incidents[i]?.id}")`),
  );
  return [...found, ...repeated];
}

/** The ids of the terms that the model's wording lists. */
function checkChoices({ terms }: AssessmentContent, { wording }: RatingModel): Problem[] {
  const choices = {
    scheduleReason: wording.scheduleReasons,
    cyberClause: wording.cyberClauses.clauses,
    signingWording: wording.signingWordings.wordings,
  };
  return (['scheduleReason', 'cyberClause', 'signingWording'] as const).flatMap((field) => {
    const known = choices[field].map(({ id }) => id);
    const given = terms[field];
    return given === null || known.includes(given)
      ? []
      : [problem(['terms', field], `must be ${choiceText(known)}, not "${given}"`)];
  });
}

function checkDeclarations({ declarations }: AssessmentContent, model: RatingModel): Problem[] {
  const known = model.declarations.map(({ id }) => id);
  return Object.keys(declarations)
    .filter((id) => !known.includes(id))
    .map((id) =>
      problem(
        ['declarations', id],
        `is not a declaration of model ${model.version}; it must be ${choiceText(known)}`,
      ),
    );
}

function checkTerms({ terms }: AssessmentContent, model: RatingModel, purpose: ContentPurpose): Problem[] {
  const found: Problem[] = [];
  for (const i of duplicates(terms.parts, (p) => p.part)) {
    found.push(problem(['terms', 'parts', i, 'part'], `must not name ${terms.parts[i]?.part} twice`));
  }
  if (purpose === 'submission') {
    for (const [i, part] of terms.parts.entries()) {
      if (part.limitMinor === 0) found.push(problem(['terms', 'parts', i, 'limitMinor'], 'must be above 0'));
    }
  }
  const subjectivities = model.subjectivities.map((s) => s.id);
  for (const [i, { id }] of terms.subjectivities.entries()) {
    if (subjectivities.includes(id)) continue;
    found.push(
      problem(['terms', 'subjectivities', i, 'id'], `must be ${choiceText(subjectivities)}, not "${id}"`),
    );
  }
  for (const i of duplicates(terms.subjectivities, (s) => s.id)) {
    found.push(problem(['terms', 'subjectivities', i, 'id'], 'must not be used twice'));
  }
  const exclusions = model.exclusions.map((e) => e.id);
  for (const [i, { exclusionId }] of terms.buyBacks.entries()) {
    if (exclusions.includes(exclusionId)) continue;
    found.push(
      problem(
        ['terms', 'buyBacks', i, 'exclusionId'],
        `must be ${choiceText(exclusions)}, not "${exclusionId}"`,
      ),
    );
  }
  for (const i of duplicates(terms.buyBacks, (b) => b.exclusionId)) {
    found.push(problem(['terms', 'buyBacks', i, 'exclusionId'], 'must not be used twice'));
  }
  return found;
}

/**
 * What a schema cannot know: whether the factors, levels, causes, declarations, clauses, subjectivities and exclusions that schema-valid
 * content names exist in the model, apply to the subject's type, and whether its dates and texts can be (`today` bounds
 * the day of assessment). One sentence each, with the field's path and the allowed values (rating algorithm, section
 * 9). Empty when all is well.
 */
export function checkContentAgainstModel({
  content,
  model,
  purpose = 'submission',
  today,
}: {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly purpose?: ContentPurpose;
  readonly today?: IsoDate | undefined;
}): readonly Failure[] {
  const found: Problem[] = [];
  const types = model.subjectTypes.map((t) => t.id);
  if (!types.includes(content.subject.type))
    found.push(problem(['subject', 'type'], `must be ${choiceText(types)}`));
  if (!model.currencies.includes(content.currency)) {
    found.push(
      problem(
        ['currency'],
        `must be ${choiceText(model.currencies)}, the currency of model ${model.version}`,
      ),
    );
  }
  const nameField: NameField = purpose === 'submission' ? pathText : (path) => fieldWords(path, model);
  const failures = (problems: readonly Problem[]): Failure[] =>
    problems.map(
      ({ path, complaint }) =>
        failed('invalid-input', `${nameField(path)} ${complaint}.`, pathKey(path)).failure,
    );
  return [
    ...failures(found),
    ...(purpose === 'submission' ? implausibilities(content, today) : []),
    ...failures([
      ...checkAnswers(content, model, purpose),
      ...checkIncidents(content, model),
      ...checkDeclarations(content, model),
      ...checkTerms(content, model, purpose),
      ...checkChoices(content, model),
    ]),
  ];
}
