import type { Answer, AssessmentContent, PartTerms } from './assessment-content.ts';
import { checkDeal } from './check-deal.ts';
import type { IsoDate } from './dates.ts';
import { fieldWords } from './field-words.ts';
import { formatDate } from './format-date.ts';
import { formatSignificant } from './format-number.ts';
import { choiceText, type NameField, pathKey } from './issue-sentence.ts';
import { INCIDENT_MEASURES, takesUnknown } from './not-given.ts';
import { implausibilities } from './plausible-content.ts';
import type { Factor, RatingModel } from './rating-model.ts';
import { type Failure, failed } from './result.ts';
import { dayText, firstDay } from './unknown-day.ts';

/**
 * `submission`: a file to be taken in whole. `draft`: work in hand, where an answer may be half given and answers to
 * questions of another subject type may linger (scoring leaves them aside), and what is implausible is listed with the
 * problems of its price (`contentIssues`). Both call their fields as the form does; what is chosen in a file is its id.
 */
export type ContentPurpose = 'submission' | 'draft';

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly complaint: string;
}

const problem = (path: readonly PropertyKey[], complaint: string): Problem => ({ path, complaint });

/** Something that the model names: by its id in a file, by its label in the form. */
interface Named {
  readonly id: string;
  readonly label: string;
}

/** What may be chosen, and in a file what was given instead: a form shows no id that its model does not know. */
function choiceComplaint(known: readonly Named[], given: string, purpose: ContentPurpose): string {
  return purpose === 'submission'
    ? `must be ${choiceText(known.map(({ id }) => id))}, not "${given}"`
    : `must be ${choiceText(known.map(({ label }) => `“${label}”`))}`;
}

const nameOf = ({ id, label }: Named, purpose: ContentPurpose): string =>
  purpose === 'submission' ? id : `“${label}”`;

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
  const scale =
    factor.kind === 'ordinal' ? factor.levels.map(({ key, label }) => ({ id: key, label })) : null;
  const levels = scale?.map(({ id }) => id) ?? null;
  if (scale !== null) {
    if (answer.value !== null)
      found.push(problem([...at, 'value'], 'must be left out: this question takes a level'));
    if (answer.level !== null && !scale.some(({ id }) => id === answer.level)) {
      found.push(problem([...at, 'level'], choiceComplaint(scale, answer.level, purpose)));
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
  const belongsTo = (id: string | undefined): string => {
    const only = model.factors.find((f) => f.id === id);
    return only === undefined
      ? 'this model has no factor for it'
      : `it belongs to ${nameOf(only, purpose)} only`;
  };
  const fresh = model.aggregation.freshnessFloor.factorId;
  if (answer.isUnchangedSinceReview && factor.id !== fresh) {
    found.push(problem([...at, 'isUnchangedSinceReview'], `must be left out: ${belongsTo(fresh)}`));
  }
  const socialised = model.wording.socialisedLoss?.factorId;
  if (answer.hasSocialisedLoss && factor.id !== socialised) {
    const why = belongsTo(socialised);
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
      const complaint =
        purpose === 'submission'
          ? `is not a factor of model ${model.version}; it must be ${choiceText(known)}`
          : `is to a question that model ${model.version} does not ask`;
      return [problem(['answers', id], complaint)];
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

function checkIncidents(content: AssessmentContent, model: RatingModel, purpose: ContentPurpose): Problem[] {
  const causes = model.causes.map(({ code, label }) => ({ id: code, label }));
  const found = content.incidents.flatMap((incident, i) => {
    const at = ['incidents', i];
    const here: Problem[] = [];
    if (!causes.some(({ id }) => id === incident.cause)) {
      here.push(problem([...at, 'cause'], choiceComplaint(causes, incident.cause, purpose)));
    }
    if (firstDay(incident) > content.asOf) {
      here.push(
        problem([...at, 'date'], `must not be after the day of assessment, ${formatDate(content.asOf)}`),
      );
    }
    if (incident.isNeverDisclosed && incident.disclosureHours !== null) {
      const complaint = 'must be left empty where “Never disclosed” is ticked';
      here.push(problem([...at, 'disclosureHours'], complaint));
    }
    if (!takesUnknown(model)) {
      if (incident.datePrecision !== undefined) {
        const complaint = `must be a whole day, not ${dayText(incident)}: model ${model.version} has no rule for what is not known`;
        here.push(problem([...at, 'date'], complaint));
      }
      const unknown = INCIDENT_MEASURES.map(([field]) => field).filter((field) => incident[field] === null);
      here.push(
        ...unknown.map((field) =>
          problem([...at, field], `must be given: model ${model.version} has no rule for what is not known`),
        ),
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
function checkChoices(
  { terms, options = [] }: AssessmentContent,
  { wording }: RatingModel,
  purpose: ContentPurpose,
): Problem[] {
  const { scheduleReasons, cyberClauses, signingWordings } = wording;
  const check = (given: string | null, known: readonly Named[], at: readonly PropertyKey[]): Problem[] =>
    given === null || known.some(({ id }) => id === given)
      ? []
      : [problem(at, choiceComplaint(known, given, purpose))];
  return [
    ...check(terms.scheduleReason, scheduleReasons, ['terms', 'scheduleReason']),
    ...check(terms.cyberClause, cyberClauses.clauses, ['terms', 'cyberClause']),
    ...check(terms.signingWording, signingWordings.wordings, ['terms', 'signingWording']),
    ...options.flatMap((option, i) =>
      check(option.terms?.scheduleReason ?? null, scheduleReasons, ['options', i, 'terms', 'scheduleReason']),
    ),
  ];
}

function checkDeclarations(
  { declarations }: AssessmentContent,
  model: RatingModel,
  purpose: ContentPurpose,
): Problem[] {
  const known = model.declarations.map(({ id }) => id);
  return Object.keys(declarations)
    .filter((id) => !known.includes(id))
    .map((id) =>
      problem(
        ['declarations', id],
        purpose === 'submission'
          ? `is not a declaration of model ${model.version}; it must be ${choiceText(known)}`
          : `is not a declaration of model ${model.version}`,
      ),
    );
}

/** The parts of cover of one option, which stand at `at`. */
function checkParts({
  parts,
  at,
  model,
  purpose,
}: {
  readonly parts: readonly PartTerms[];
  readonly at: readonly PropertyKey[];
  readonly model: RatingModel;
  readonly purpose: ContentPurpose;
}): Problem[] {
  const found = duplicates(parts, (p) => p.part).map((i) => {
    const id = parts[i]?.part ?? '';
    const label = model.coverageParts.find((p) => p.id === id)?.label ?? id;
    return problem([...at, i, 'part'], `must not name ${nameOf({ id, label }, purpose)} twice`);
  });
  if (purpose === 'draft') return found;
  const empty = parts.flatMap(({ limitMinor }, i) =>
    limitMinor === 0 ? [problem([...at, i, 'limitMinor'], 'must be above 0')] : [],
  );
  return [...found, ...empty];
}

function checkTerms(
  { terms, options = [] }: AssessmentContent,
  model: RatingModel,
  purpose: ContentPurpose,
): Problem[] {
  const found = checkParts({ parts: terms.parts, at: ['terms', 'parts'], model, purpose });
  for (const [i, option] of options.entries())
    found.push(
      ...checkParts({
        parts: option.terms?.parts ?? [],
        at: ['options', i, 'terms', 'parts'],
        model,
        purpose,
      }),
    );
  const subjectivities = model.subjectivities.map(({ id, text }) => ({ id, label: text }));
  for (const [i, { id }] of terms.subjectivities.entries()) {
    if (subjectivities.some((s) => s.id === id)) continue;
    found.push(problem(['terms', 'subjectivities', i, 'id'], choiceComplaint(subjectivities, id, purpose)));
  }
  for (const i of duplicates(terms.subjectivities, (s) => s.id)) {
    found.push(problem(['terms', 'subjectivities', i, 'id'], 'must not be used twice'));
  }
  for (const [i, { exclusionId }] of terms.buyBacks.entries()) {
    if (model.exclusions.some((e) => e.id === exclusionId)) continue;
    found.push(
      problem(
        ['terms', 'buyBacks', i, 'exclusionId'],
        choiceComplaint(model.exclusions, exclusionId, purpose),
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
 * 9), calling the field as `nameField` does. Empty when all is well.
 */
export function checkContentAgainstModel({
  content,
  model,
  purpose = 'submission',
  today,
  nameField = (path) => fieldWords(path, model),
}: {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly purpose?: ContentPurpose;
  readonly today?: IsoDate | undefined;
  readonly nameField?: NameField;
}): readonly Failure[] {
  const found: Problem[] = [];
  const { type } = content.subject;
  if (!model.subjectTypes.some(({ id }) => id === type))
    found.push(problem(['subject', 'type'], choiceComplaint(model.subjectTypes, type, purpose)));
  if (!model.currencies.includes(content.currency)) {
    found.push(
      problem(
        ['currency'],
        `must be ${choiceText(model.currencies)}, the currency of model ${model.version}`,
      ),
    );
  }
  const failures = (problems: readonly Problem[]): Failure[] =>
    problems.map(
      ({ path, complaint }) =>
        failed('invalid-input', `${nameField(path)} ${complaint}.`, pathKey(path)).failure,
    );
  return [
    ...failures(found),
    ...(purpose === 'submission' ? implausibilities(content, today, nameField) : []),
    ...failures([
      ...checkAnswers(content, model, purpose),
      ...checkIncidents(content, model, purpose),
      ...checkDeclarations(content, model, purpose),
      ...checkTerms(content, model, purpose),
      ...checkChoices(content, model, purpose),
      ...checkDeal(content, model),
    ]),
  ];
}
