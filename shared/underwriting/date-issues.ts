import type { AssessmentContent } from '../domain/assessment-content.ts';
import { missedAnniversary } from '../domain/calendar-terms.ts';
import { addDays, daysBetween, type IsoDate } from '../domain/dates.ts';
import { ownSubjectivityId } from '../domain/deal-content.ts';
import { fieldWords } from '../domain/field-words.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import type { Issue, Severity } from '../domain/issue.ts';
import { pathKey } from '../domain/issue-sentence.ts';
import { nameKey } from '../domain/name-key.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { DATE_FAULTS_OF_BEFORE } from '../domain/wording-rules.ts';
import type { Dates } from './date-rules.ts';
import { evidenceDateIssues, unsourcedIssues } from './evidence-dates.ts';
import { ofWhatCannotBe } from './what-cannot-be.ts';

// Every date of an assessment against the day on which it would be issued, and against the others.

interface Found {
  readonly severity: Severity;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

const issueOf = (found: Found): Issue => ({ about: 'content', ...found });

/** A period that is over, long begun, or begins before the assessment; and a year that ends a day beside its anniversary. */
function periodIssues({ terms, asOf }: AssessmentContent, { today, rules, faults }: Dates): Found[] {
  const { periodStart, periodDays } = terms;
  if (periodStart === null) return [];
  const start = { field: 'terms.periodStart' } as const;
  const end = addDays(periodStart, periodDays);
  const days = daysBetween(periodStart, asOf);
  const early = {
    start: formatDate(periodStart),
    days: formatCount(days, 'day'),
    assessed: formatDate(asOf),
  };
  if (rules !== null && days > rules.earliestStartDays) {
    const message = fillTemplate(rules.earliestStart, { ...early, most: String(rules.earliestStartDays) });
    return [{ ...start, severity: 'cannot-proceed', id: 'period-too-early', message }];
  }
  if (end <= today) {
    const message = fillTemplate(faults.periodOver, { end: formatDate(end), today: formatDate(today) });
    return [{ ...start, severity: 'cannot-proceed', id: 'period-over', message }];
  }
  if (rules === null) return [];
  const missed = missedAnniversary(periodStart, periodDays);
  return [
    ...(days > rules.earlyStartDays
      ? [
          {
            ...start,
            severity: 'warning' as const,
            id: 'period-early',
            message: fillTemplate(rules.earlyStart, early),
          },
        ]
      : []),
    ...(missed === null
      ? []
      : [
          {
            severity: 'warning' as const,
            id: 'period-misses-anniversary',
            field: 'terms.periodDays',
            message: fillTemplate(rules.missedAnniversary, {
              days: formatCount(periodDays, 'day'),
              start: early.start,
              end: formatDate(end),
              side: end < missed.end ? 'before' : 'after',
              months: String(missed.months),
              whole: formatCount(missed.days, 'day'),
            }),
          },
        ]),
  ];
}

/** An offer that stays open after the cover that it offers has begun. */
function validityIssues(
  { terms }: AssessmentContent,
  { today, rules }: Dates,
  { wording }: RatingModel,
): Found[] {
  const { periodStart, periodDays, validityDays, parts } = terms;
  if (rules === null || periodStart === null || parts.length === 0 || periodStart < today) return [];
  const until = addDays(today, validityDays);
  if (until <= periodStart) return [];
  const message = fillTemplate(rules.validityPastInception, {
    until: formatDate(until),
    start: formatDate(periodStart),
  });
  // Long after it has begun, or once it is over, it would be a choice with hindsight.
  const isLong =
    daysBetween(periodStart, until) > rules.earlyStartDays || until >= addDays(periodStart, periodDays);
  const severity = isLong ? ofWhatCannotBe(wording) : 'warning';
  return [{ severity, id: 'validity-past-inception', field: 'terms.validityDays', message }];
}

interface Dated {
  readonly path: readonly PropertyKey[];
  readonly date: IsoDate;
  /** By which what is owed for it is told. */
  readonly id: string;
}

/** Every due date that is given. */
const dueDates = ({ terms }: AssessmentContent): readonly Dated[] => [
  ...terms.subjectivities.flatMap(({ id, dueOn }, i) =>
    dueOn === null ? [] : [{ path: ['terms', 'subjectivities', i, 'dueOn'], date: dueOn, id }],
  ),
  ...terms.ownSubjectivities.flatMap(({ dueOn }, i) =>
    dueOn === null
      ? []
      : [{ path: ['terms', 'ownSubjectivities', i, 'dueOn'], date: dueOn, id: ownSubjectivityId(i) }],
  ),
];

/** The words of a subjectivity that is set: the model's, or one's own. */
function subjectivityText(id: string, { terms }: AssessmentContent, model: RatingModel): string {
  const own = terms.ownSubjectivities.find((_, i) => ownSubjectivityId(i) === id);
  return own?.text ?? model.subjectivities.find((known) => known.id === id)?.text ?? '';
}

/** Of “dated at most 30 days before inception” and “not before inception”: a day from which something is counted. */
const COUNTED_FROM = /\b(days?|weeks?|months?|not) (before|prior to) (binding|inception)/gu;

/** Whether the own words of a subjectivity ask for it before cover binds. */
const asksForBefore = (text: string, { rules }: Dates): boolean =>
  rules?.beforeBinding?.phrases.some((phrase) => nameKey(text).replace(COUNTED_FROM, '').includes(phrase)) ===
  true;

/** Subjectivities whose own words say before binding, set for after it. */
function timeIssues(content: AssessmentContent, dates: Dates, model: RatingModel): Found[] {
  const words = dates.rules?.beforeBinding ?? null;
  if (words === null) return [];
  return Object.entries(content.terms.subjectivityTerms ?? {}).flatMap(([id, { when }]): Found[] => {
    const text = subjectivityText(id, content, model);
    if (when !== 'after-binding' || !asksForBefore(text, dates)) return [];
    const message = fillTemplate(words.setAfter, { text });
    const field = `terms.subjectivityTerms.${id}.when`;
    return [{ severity: 'cannot-proceed', id: `after-binding:${id}`, field, message }];
  });
}

/** A due date that nobody can keep. */
function dueDateIssues(content: AssessmentContent, dates: Dates, model: RatingModel): Found[] {
  const { today, rules, faults, nameField } = dates;
  const { terms, asOf } = content;
  const latest = asOf > today ? asOf : today;
  const day = fillTemplate(asOf > today ? faults.assessed : faults.today, { date: formatDate(latest) });
  const start = terms.periodStart;
  const end = start === null ? null : addDays(start, terms.periodDays);
  return dueDates(content).flatMap(({ path, date, id }): Found[] => {
    const field = pathKey(path);
    const due = { field: nameField(path), due: formatDate(date) };
    const late = (what: string, template: string, others: Readonly<Record<string, string>>): Found[] => [
      {
        severity: 'cannot-proceed',
        id: `${what}:${field}`,
        field,
        message: fillTemplate(template, { ...due, ...others }),
      },
    ];
    if (date < latest) return late('due-past', faults.duePast, { day });
    if (end !== null && date > end && end > latest)
      return late('due-late', faults.dueLate, { end: formatDate(end) });
    if (start === null || date <= start) return [];
    const begins = { start: formatDate(start) };
    if (rules?.beforeBinding != null && asksForBefore(subjectivityText(id, content, model), dates))
      return late('due-after-inception', rules.beforeBinding.dueAfterInception, begins);
    return terms.subjectivityTerms?.[id]?.when === 'before-binding'
      ? late('due-after-inception', faults.dueAfterInception, begins)
      : [];
  });
}

/**
 * What the dates of content rule out or make unusual on the day `today`: those that block first. One sentence each, in the
 * words of the form, or of the model's wording where it has a rule for it. Total on any schema-valid content.
 */
export function dateIssues(content: AssessmentContent, today: IsoDate, model: RatingModel): readonly Issue[] {
  const dates: Dates = {
    today,
    rules: model.wording.decision?.dates ?? null,
    faults: model.wording.decision?.dateFaults ?? DATE_FAULTS_OF_BEFORE,
    nameField: (path) => fieldWords(path, model),
  };
  return [
    ...periodIssues(content, dates).map(issueOf),
    ...dueDateIssues(content, dates, model).map(issueOf),
    ...timeIssues(content, dates, model).map(issueOf),
    ...evidenceDateIssues(content, dates, model),
    ...unsourcedIssues(content, dates, model),
    ...validityIssues(content, dates, model).map(issueOf),
  ];
}
