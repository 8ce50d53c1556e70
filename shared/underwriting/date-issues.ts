import type { AssessmentContent } from '../domain/assessment-content.ts';
import { missedAnniversary } from '../domain/calendar-terms.ts';
import { addDays, daysBetween, type IsoDate } from '../domain/dates.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import type { Issue, Severity } from '../domain/issue.ts';
import { type NameField, pathKey } from '../domain/issue-sentence.ts';
import { textsIn } from '../domain/plausible-content.ts';

// Every date of an assessment against the day on which it would be issued, and against the others.

interface Found {
  readonly severity: Severity;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

const issueOf = (found: Found): Issue => ({ about: 'content', ...found });

/** How many days before its assessment a period may begin: without a warning, and at most. */
const EARLY_START_DAYS = 31;
const EARLIEST_START_DAYS = 366;

/** A period that is over, long begun, or begins before the assessment; and a year that ends a day beside its anniversary. */
function periodIssues({ terms, asOf }: AssessmentContent, today: IsoDate): Found[] {
  const { periodStart, periodDays } = terms;
  if (periodStart === null) return [];
  const start = { field: 'terms.periodStart' } as const;
  const end = addDays(periodStart, periodDays);
  const beginsOn = `The period starts on ${formatDate(periodStart)}`;
  const days = daysBetween(periodStart, asOf);
  const early = `${beginsOn}, ${formatCount(days, 'day')} before the assessment date ${formatDate(asOf)}`;
  if (days > EARLIEST_START_DAYS) {
    const message = `${early}; at most ${EARLIEST_START_DAYS} can be quoted.`;
    return [{ ...start, severity: 'cannot-proceed', id: 'period-too-early', message }];
  }
  if (end <= today) {
    const message = `The period ended on ${formatDate(end)}, and today is ${formatDate(today)}: a cover that is over cannot be offered. Choose a later start.`;
    return [{ ...start, severity: 'cannot-proceed', id: 'period-over', message }];
  }
  const missed = missedAnniversary(periodStart, periodDays);
  return [
    ...(days > EARLY_START_DAYS
      ? [{ ...start, severity: 'warning' as const, id: 'period-early', message: `${early}.` }]
      : []),
    ...(missed === null
      ? []
      : [
          {
            severity: 'warning' as const,
            id: 'period-misses-anniversary',
            field: 'terms.periodDays',
            message: `${formatCount(periodDays, 'day')} from ${formatDate(periodStart)} end on ${formatDate(end)}, a day ${end < missed.end ? 'before' : 'after'} the anniversary; ${missed.months} months are ${formatCount(missed.days, 'day')}.`,
          },
        ]),
  ];
}

/** An offer that stays open after the cover that it offers has begun. */
function validityIssues({ terms }: AssessmentContent, today: IsoDate): Found[] {
  const { periodStart, validityDays, parts } = terms;
  if (periodStart === null || parts.length === 0 || periodStart < today) return [];
  const until = addDays(today, validityDays);
  if (until <= periodStart) return [];
  const message = `Issued today, the quote stands until ${formatDate(until)}, after the period has begun on ${formatDate(periodStart)}.`;
  return [{ severity: 'warning', id: 'validity-past-inception', field: 'terms.validityDays', message }];
}

interface Dated {
  readonly path: readonly PropertyKey[];
  readonly date: IsoDate | null;
}

/** A due date that nobody can keep. */
function dueDateIssues({ terms, asOf }: AssessmentContent, today: IsoDate, nameField: NameField): Found[] {
  const listed = (list: 'subjectivities' | 'ownSubjectivities'): readonly Dated[] =>
    terms[list].map(({ dueOn }, i) => ({ path: ['terms', list, i, 'dueOn'], date: dueOn }));
  const latest = asOf > today ? asOf : today;
  const word = asOf > today ? `the assessment date, ${formatDate(asOf)}` : `today, ${formatDate(today)}`;
  return [...listed('subjectivities'), ...listed('ownSubjectivities')].flatMap(({ path, date }): Found[] => {
    if (date === null) return [];
    const end = terms.periodStart === null ? null : addDays(terms.periodStart, terms.periodDays);
    if (end !== null && date > end && end > latest) {
      const message = `${nameField(path)} is ${formatDate(date)}, after the period has ended on ${formatDate(end)}.`;
      return [{ severity: 'warning', id: `due-late:${pathKey(path)}`, field: pathKey(path), message }];
    }
    if (date >= latest) return [];
    const message = `${nameField(path)} is ${formatDate(date)}, before ${word}. Choose a later day.`;
    return [{ severity: 'cannot-proceed', id: `due-past:${pathKey(path)}`, field: pathKey(path), message }];
  });
}

/** Every “Seen on” that is given, wherever content has one. */
const seenDates = (content: AssessmentContent) =>
  textsIn(content)
    .filter(({ path }) => path.at(-1) === 'seenOn')
    .map(({ path, text }) => ({ path, date: text as IsoDate }));

/** Evidence that has not been seen yet, or only after the day that everything is judged as of. */
function evidenceIssues(content: AssessmentContent, today: IsoDate, nameField: NameField): Found[] {
  return seenDates(content).flatMap(({ path, date }): Found[] => {
    if (date <= content.asOf) return [];
    const field = pathKey(path);
    const tomorrow = addDays(today, 1);
    // A colleague further east may already write the next day.
    if (date > tomorrow) {
      const message = `${nameField(path)} is ${formatDate(date)}, after today (${formatDate(today)}); nothing can have been seen then.`;
      return [{ severity: 'cannot-proceed', id: `seen-ahead:${field}`, field, message }];
    }
    const message = `${nameField(path)} is ${formatDate(date)}, after the assessment date ${formatDate(content.asOf)}.`;
    return [{ severity: 'warning', id: `seen-after:${field}`, field, message }];
  });
}

/**
 * What the dates of content rule out or make unusual on the day `today`: those that block first. One sentence each, calling
 * the field as `nameField` does. Total on any schema-valid content.
 */
export function dateIssues(
  content: AssessmentContent,
  today: IsoDate,
  nameField: NameField,
): readonly Issue[] {
  return [
    ...periodIssues(content, today),
    ...dueDateIssues(content, today, nameField),
    ...evidenceIssues(content, today, nameField),
    ...validityIssues(content, today),
  ].map(issueOf);
}
