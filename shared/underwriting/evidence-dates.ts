import type { AssessmentContent } from '../domain/assessment-content.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import type { Issue } from '../domain/issue.ts';
import { pathKey } from '../domain/issue-sentence.ts';
import { listOfSome } from '../domain/list-text.ts';
import { textsIn } from '../domain/plausible-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { saysSomething } from '../domain/says-something.ts';
import { evidenceName, seenEvidence } from '../domain/seen-evidence.ts';
import { oneOfAlike } from './alike-issues.ts';
import type { Dates } from './date-rules.ts';

// When evidence was seen, and where it is from.

/** Every “Seen on” that is given, wherever content has one. */
export const seenDates = (content: AssessmentContent) =>
  textsIn(content)
    .filter(({ path }) => path.at(-1) === 'seenOn')
    .map(({ path, text }) => ({ path, date: text as IsoDate }));

/** Evidence that has not been seen yet, or only after the day that everything is judged as of. */
export function evidenceDateIssues(
  content: AssessmentContent,
  { today, faults, nameField }: Dates,
  model: RatingModel,
): readonly Issue[] {
  const assessed = formatDate(content.asOf);
  // A colleague further east may already write the next day.
  const tomorrow = addDays(today, 1);
  const late = seenDates(content).filter(({ date }) => date > content.asOf);
  const ahead = late.filter(({ date }) => date > tomorrow);
  const after = late.filter(({ date }) => date <= tomorrow);
  const [first] = after;
  const filled = (path: readonly PropertyKey[], date: IsoDate) => ({
    field: nameField(path),
    seen: formatDate(date),
    today: formatDate(today),
    assessed,
  });
  return [
    ...ahead.map(({ path, date }) => ({
      severity: 'cannot-proceed' as const,
      id: `seen-ahead:${pathKey(path)}`,
      about: 'content' as const,
      field: pathKey(path),
      message: fillTemplate(faults.seenAhead, filled(path, date)),
    })),
    ...oneOfAlike(
      { severity: 'warning', id: 'seen-after' },
      after.map(({ path }) => ({ field: pathKey(path), name: evidenceName(path, model) })),
      (names) =>
        first === undefined || names.length === 1
          ? fillTemplate(faults.seenAfter, first === undefined ? {} : filled(first.path, first.date))
          : fillTemplate(faults.seenAfterSeveral, {
              count: String(names.length),
              fields: listOfSome(names),
              assessed,
            }),
    ),
  ];
}

/** Evidence that counts as seen, of which nobody has said where it is from. */
export function unsourcedIssues(
  content: AssessmentContent,
  { rules }: Dates,
  model: RatingModel,
): readonly Issue[] {
  const words = rules?.evidenceUnsourced ?? null;
  if (rules === null || words === null || content.terms.parts.length === 0) return [];
  return oneOfAlike(
    { severity: 'warning', id: 'source-unknown' },
    seenEvidence(content, model)
      .filter(({ source }) => !saysSomething(source))
      .map(({ at }) => ({ field: pathKey(at), name: evidenceName(at, model) })),
    (names) =>
      fillTemplate(words, {
        count: formatCount(names.length, 'piece of evidence', 'pieces of evidence'),
        fields: listOfSome(names),
        months: String(rules.evidenceMonths),
      }),
  );
}
