import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { Issue, Severity } from '#shared/domain/issue.ts';
import { openDeclarations } from '#shared/domain/open-declarations.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Flag } from '#shared/scoring/score-result.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { pathOfReference } from './field-path.ts';

/** One thing that stands in the way, tied to its field. */
export interface Problem {
  /** Path of the field in the content; null when it is about the whole. */
  readonly path: string | null;
  readonly message: string;
}

/**
 * What an open matter keeps from happening, gravest first: `stop` anything going out; `refer` and `needed` anything but an
 * indication; the others nothing.
 */
export const TO_DO_KINDS = ['stop', 'refer', 'needed', 'missing', 'unusual', 'open'] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

/** Who stands on the paper, and is named in the workbook instead of in the content. */
export type Party = 'insurer' | 'underwriter';
const isParty = (field: string | null): field is Party => field === 'insurer' || field === 'underwriter';

/** One open matter of an assessment. */
export interface ToDo {
  readonly kind: ToDoKind;
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** The fields that it is about; none where it is about the whole. */
  readonly paths: readonly string[];
  /** As the decision gives it for a reason; null where it is none. */
  readonly reason: string | null;
  /** Who is to be named, where it is about who stands on the paper and not about a field. */
  readonly names?: Party;
  /** The option that it is of, where that is another one than is shown. */
  readonly option?: OptionId;
}

const KINDS: Readonly<Record<Severity, ToDoKind | null>> = {
  'cannot-price': 'stop',
  'cannot-proceed': 'stop',
  'cannot-quote': 'stop',
  'needs-authority': 'refer',
  needed: 'needed',
  warning: 'unusual',
  note: null,
  missing: 'missing',
};
/** They stand question by question among the open ones. */
const QUESTIONS: readonly string[] = ['answers', 'register'];

function kindOf({ severity, about, id }: Issue): ToDoKind | null {
  if (severity === 'missing' && QUESTIONS.includes(id)) return null;
  // What is unusual about a price is noted beside it.
  return severity === 'warning' && about !== 'content' ? null : KINDS[severity];
}

type Judged = Pick<Judgement, 'issues' | 'flags' | 'score'>;

/**
 * Everything that is open, each matter once: what the section list counts, the overview lists and the issue dialog gives as
 * reasons are this one list.
 */
export function toDoList(judged: Judged, content: AssessmentContent, model: RatingModel): readonly ToDo[] {
  const pathsTo = (references: readonly string[]) =>
    references.flatMap((reference) => pathOfReference(reference, content, model) ?? []);
  const ofIssues = judged.issues.flatMap((issue): readonly ToDo[] => {
    const kind = kindOf(issue);
    if (kind === null) return [];
    const { id, field, fields, message, severity } = issue;
    const isReason = kind === 'stop' || kind === 'refer' || kind === 'needed';
    const flag =
      severity === 'needs-authority' || issue.about === 'score'
        ? judged.flags.find((candidate) => candidate.id === id)
        : undefined;
    const open =
      field === 'declarations' || id === 'declarations'
        ? openDeclarations(content, model).map((asked) => asked.id)
        : null;
    return [
      {
        kind,
        key: `${id} ${message}`,
        label: flag?.label ?? message,
        detail: flag?.reason ?? '',
        paths: pathsTo(open ?? flag?.fields ?? fields ?? (field === null ? [] : [field])),
        reason: isReason ? message : null,
        ...(isParty(field) ? { names: field } : {}),
      },
    ];
  });
  return [...ofIssues, ...openQuestions(judged, content, model)];
}

/** What stands in the way in an option that is not shown, or with `null` in the list of options. */
export const toDoOfOptions = (issues: readonly Issue[], option: OptionId | null): readonly ToDo[] =>
  issues.flatMap((issue): readonly ToDo[] => {
    const kind = kindOf(issue);
    if (kind !== 'stop' && kind !== 'refer' && kind !== 'needed') return [];
    const message = option === null ? issue.message : `Option ${option}: ${issue.message}`;
    return [
      {
        kind,
        key: `${issue.id} ${message}`,
        label: message,
        detail: '',
        paths: option === null ? ['options'] : [],
        reason: message,
        ...(option === null ? {} : { option }),
      },
    ];
  });

/** What was raised about an assessment that is closed: nothing in it is to be done any more. */
export const raisedFlags = (
  flags: readonly Flag[],
  content: AssessmentContent,
  model: RatingModel,
): readonly ToDo[] =>
  flags.map(({ id, kind, label, reason, fields }) => ({
    kind: kind === 'referral' ? 'refer' : 'stop',
    key: `${id} ${reason}`,
    label,
    detail: reason,
    paths: fields.flatMap((field) => pathOfReference(field, content, model) ?? []),
    reason: null,
  }));

/** Unproven answers, starting with those that could add most to the score. */
function openQuestions({ score }: Judged, content: AssessmentContent, model: RatingModel): readonly ToDo[] {
  return score.askNext.map(({ factorId, label, couldAdd }) => {
    const isFactor = model.factors.some(({ id }) => id === factorId);
    const evidence = isFactor ? content.answers[factorId]?.evidence : content.incidentRegister.evidence;
    const state = evidence === 'asserted' ? 'asserted only' : 'not answered';
    const path = pathOfReference(factorId, content, model);
    return {
      kind: 'open',
      key: factorId,
      label,
      detail: `${state}, could add ${formatNumber(couldAdd, 1)}`,
      paths: path === null ? [] : [path],
      reason: null,
    };
  });
}

/** What is unusual about a field, in a sentence. */
export const remarkAt = (toDo: readonly ToDo[] | null, path: string): string | undefined =>
  toDo?.find(({ kind, paths }) => kind === 'unusual' && paths.includes(path))?.label;

/** The complaints that stand at their fields: what cannot proceed. What the score rules out has no field to be mended. */
export const problemsIn = (
  issues: readonly Issue[],
  content: AssessmentContent,
  model: RatingModel,
): readonly Problem[] =>
  issues
    .filter((issue) => kindOf(issue) === 'stop' && issue.about !== 'score')
    .map(({ field, message }) => ({
      path: field === null ? null : pathOfReference(field, content, model),
      message,
    }));

/** How many fields are open in a section, and whether any of them keeps everything from going out. */
export interface OpenCount {
  readonly count: number;
  readonly stops: number;
}

/** The open fields of each section, every field once; a matter about the whole is in none. */
export function countBySection<Id extends string>(
  toDo: readonly ToDo[],
  sectionOf: (path: string) => Id,
): ReadonlyMap<Id, OpenCount> {
  const paths = (of: readonly ToDo[]) => [...new Set(of.flatMap((item) => item.paths))];
  const counted = new Map<Id, OpenCount>();
  const add = (path: string, change: OpenCount) => {
    const { count, stops } = counted.get(sectionOf(path)) ?? { count: 0, stops: 0 };
    counted.set(sectionOf(path), { count: count + change.count, stops: stops + change.stops });
  };
  for (const path of paths(toDo)) add(path, { count: 1, stops: 0 });
  for (const path of paths(toDo.filter(({ kind }) => kind === 'stop'))) add(path, { count: 0, stops: 1 });
  return counted;
}
