import type { Answer, AssessmentContent, PartTerms } from './assessment-content.ts';
import { checkDeal } from './check-deal.ts';
import {
  type ContentPurpose,
  choiceAt,
  inFile,
  keysAt,
  levelsOf,
  listInFile,
  mustBe,
  mustBeInFile,
  nameOf,
  questionsOf,
} from './choices.ts';
import type { IsoDate } from './dates.ts';
import { fieldWords } from './field-words.ts';
import { formatDate } from './format-date.ts';
import { formatSignificant } from './format-number.ts';
import { hasOwnAnswer } from './has-own-answer.ts';
import { type NameField, pathKey } from './issue-sentence.ts';
import { listText, orText } from './list-text.ts';
import { lowerFirst } from './lower-first.ts';
import { evidenceWords, partLabel } from './model-words.ts';
import { INCIDENT_MEASURES, takesUnknown } from './not-given.ts';
import { implausibilities } from './plausible-content.ts';
import type { Factor, RatingModel } from './rating-model.ts';
import { type Failure, failed } from './result.ts';
import { dayText, firstDay } from './unknown-day.ts';

interface Problem {
  readonly path: readonly PropertyKey[];
  /** Others of which the same is said. */
  readonly also?: readonly (readonly PropertyKey[])[];
  readonly complaint: string;
}

const problem = (path: readonly PropertyKey[], complaint: string): Problem => ({ path, complaint });

/** What is wrong with several fields alike, in one sentence, whose verb is that of one field or of several; none where none is. */
const problemOf = (
  [path, ...also]: readonly (readonly PropertyKey[])[],
  complaint: (verb: 'is' | 'are') => string,
): readonly Problem[] =>
  path === undefined ? [] : [{ path, also, complaint: complaint(also.length === 0 ? 'is' : 'are') }];

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
  if (!hasOwnAnswer(factor))
    return [problem(at, 'is computed from the incident register and takes no answer')];
  const found: Problem[] = [];
  const scale = levelsOf(factor);
  if (scale !== null) {
    if (answer.value !== null)
      found.push(problem([...at, 'value'], 'must be left out: this question takes a level'));
    if (answer.level !== null && !scale.allowed.some(({ id }) => id === answer.level)) {
      found.push(problem([...at, 'level'], mustBe(scale, answer.level, purpose)));
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
    const wanted = scale === null ? 'must be a number' : mustBeInFile(scale);
    const none = inFile({ id: 'not-provided', label: evidenceWords(model, 'not-provided').label });
    const complaint = `is missing; it ${wanted}. Or its evidence must be ${none}`;
    found.push(problem([...at, scale === null ? 'value' : 'level'], complaint));
  }
  return found;
}

function checkAnswers(content: AssessmentContent, model: RatingModel, purpose: ContentPurpose): Problem[] {
  const { type } = content.subject;
  const label = model.subjectTypes.find((t) => t.id === type)?.label ?? type;
  const isAsked = (factor: Factor) => factor.appliesTo.includes(type);
  const unknown = Object.keys(content.answers).filter((id) => !model.factors.some((f) => f.id === id));
  const ofUnknown = problemOf(
    unknown.map((id) => ['answers', id]),
    (verb) =>
      purpose === 'submission'
        ? `${verb} to no question that model ${model.version} asks of this type of subject: ${listInFile(questionsOf(model).filter(isAsked))}`
        : `${verb} to a question that model ${model.version} does not ask`,
  );
  const ofOthers = Object.entries(content.answers).flatMap(([id, answer]) => {
    const factor = model.factors.find((f) => f.id === id);
    if (factor === undefined) return [];
    if (purpose === 'submission' && !isAsked(factor))
      return [
        problem(['answers', id], `is not asked of this type of subject (${label}) and must be left out`),
      ];
    return checkAnswer({ factor, answer, model, purpose });
  });
  return [...ofUnknown, ...ofOthers];
}

function checkIncidents(content: AssessmentContent, model: RatingModel, purpose: ContentPurpose): Problem[] {
  const causes = choiceAt(['incidents', 0, 'cause'], model);
  const found = content.incidents.flatMap((incident, i) => {
    const at = ['incidents', i];
    const here: Problem[] = [];
    if (causes !== null && !causes.allowed.some(({ id }) => id === incident.cause))
      here.push(problem([...at, 'cause'], mustBe(causes, incident.cause, purpose)));
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
    problem(['incidents', i, 'id'], `must not be used twice (“${content.incidents[i]?.id}”)`),
  );
  return [...found, ...repeated];
}

/** What is wrong with a code at a field where something is chosen by it; none where it is one that is known. */
function checkChosen(
  path: readonly PropertyKey[],
  given: string | null,
  { model, purpose }: { readonly model: RatingModel; readonly purpose: ContentPurpose },
): readonly Problem[] {
  const choice = choiceAt(path, model);
  return given === null || choice === null || choice.allowed.some(({ id }) => id === given)
    ? []
    : [problem(path, mustBe(choice, given, purpose))];
}

/** The ids of the terms that the model's wording lists. */
function checkChoices(
  { terms, options = [] }: AssessmentContent,
  model: RatingModel,
  purpose: ContentPurpose,
): readonly Problem[] {
  const by = { model, purpose };
  return [
    ...checkChosen(['terms', 'scheduleReason'], terms.scheduleReason, by),
    ...checkChosen(['terms', 'cyberClause'], terms.cyberClause, by),
    ...checkChosen(['terms', 'signingWording'], terms.signingWording, by),
    ...options.flatMap((option, i) =>
      checkChosen(['options', i, 'terms', 'scheduleReason'], option.terms?.scheduleReason ?? null, by),
    ),
  ];
}

function checkDeclarations(
  { declarations }: AssessmentContent,
  model: RatingModel,
  purpose: ContentPurpose,
): readonly Problem[] {
  const known = keysAt(['declarations', ''], model)?.allowed ?? [];
  const unknown = Object.keys(declarations).filter((id) => !known.some((one) => one.id === id));
  return problemOf(
    unknown.map((id) => ['declarations', id]),
    (verb) => {
      const complaint = `${verb} to no declaration of model ${model.version}`;
      return purpose === 'submission' ? `${complaint}: ${listInFile(known)}` : complaint;
    },
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
    const label = partLabel(model, id);
    return problem([...at, i, 'part'], `is ${nameOf({ id, label }, purpose)} again; keep one of them`);
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
  const by = { model, purpose };
  for (const [i, { id }] of terms.subjectivities.entries())
    found.push(...checkChosen(['terms', 'subjectivities', i, 'id'], id, by));
  for (const i of duplicates(terms.subjectivities, (s) => s.id)) {
    found.push(problem(['terms', 'subjectivities', i, 'id'], 'must not be used twice'));
  }
  for (const [i, { exclusionId }] of terms.buyBacks.entries())
    found.push(...checkChosen(['terms', 'buyBacks', i, 'exclusionId'], exclusionId, by));
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
  found.push(...checkChosen(['subject', 'type'], content.subject.type, { model, purpose }));
  if (!model.currencies.includes(content.currency)) {
    found.push(
      problem(
        ['currency'],
        `must be ${orText(model.currencies.map((currency) => `“${currency}”`))}, the currency of model ${model.version}`,
      ),
    );
  }
  const failures = (problems: readonly Problem[]): Failure[] =>
    problems.map(({ path, also = [], complaint }) => {
      const named = listText([nameField(path), ...also.map((other) => lowerFirst(nameField(other)))]);
      return failed('invalid-input', `${named} ${complaint}.`, pathKey(path)).failure;
    });
  return [
    ...failures(found),
    ...(purpose === 'submission' ? implausibilities(content, today, nameField) : []),
    ...failures([
      ...checkAnswers(content, model, purpose),
      ...checkIncidents(content, model, purpose),
      ...checkDeclarations(content, model, purpose),
      ...checkTerms(content, model, purpose),
      ...checkChoices(content, model, purpose),
      ...checkDeal(content, model, purpose),
    ]),
  ];
}
