import { addMonths } from '../domain/calendar-terms.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { DiaryCase } from '../domain/deal-records.ts';
import { offerShown, stateShown, subjectivityShown } from './state-shown.ts';

/** How urgent what a line tells of is, the gravest first. */
export const DIARY_KINDS = ['overdue', 'lapsed', 'review-due', 'due', 'lapses', 'review', 'expires'] as const;
export type DiaryKind = (typeof DIARY_KINDS)[number];

/** One thing that falls on a day. */
export interface DiaryLine {
  readonly kind: DiaryKind;
  readonly on: IsoDate;
  readonly assessmentId: string;
  readonly subjectName: string;
  /** What it is about: the reference of an offer, the words of a subjectivity; empty where it is the cover. */
  readonly about: string;
}

/** How many days ahead each kind is shown; what is past is shown until something is done about it. */
const AHEAD = { due: 30, lapses: 14, review: 30, expires: 60 } as const;

/** The grades, each with after how many months a bound risk is looked at again. */
export type ReviewIntervals = readonly { readonly grade: string; readonly months: number }[];

/**
 * What lapses, falls due, expires and is to be reviewed, the earliest first. It follows from the validity of offers, the days
 * of subjectivities, the end of bound covers and, for these, from the grade: so many months after they were judged last, or
 * at the end of the cover, whichever is first. Pure: the same cases on the same day give the same lines.
 */
export function diary(
  cases: readonly DiaryCase[],
  { today, intervals }: { readonly today: IsoDate; readonly intervals: ReviewIntervals },
): readonly DiaryLine[] {
  return cases
    .flatMap((each) => [
      ...ofOffers(each, today),
      ...ofSubjectivities(each, today),
      ...ofCover(each, { today, intervals }),
    ])
    .sort((a, b) => compare(a.on, b.on) || compare(a.subjectName, b.subjectName) || compare(a.kind, b.kind));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const within = (on: IsoDate, today: IsoDate, days: number): boolean => on <= addDays(today, days);

/** Offers of a case that waits for an answer; of a case that is closed none is left to answer. */
function ofOffers({ facts, offers, ...of }: DiaryCase, today: IsoDate): readonly DiaryLine[] {
  if (facts.state === 'bound' || facts.isAccepted) return [];
  return offers.flatMap((offer): readonly DiaryLine[] => {
    const line = { ...named(of), on: offer.validUntil, about: offer.name };
    const shown = offerShown(offer, today);
    if (shown === 'lapsed') return [{ kind: 'lapsed', ...line }];
    return shown === 'open' && within(offer.validUntil, today, AHEAD.lapses)
      ? [{ kind: 'lapses', ...line }]
      : [];
  });
}

/** What is owed to an offer that stands or is bound. */
function ofSubjectivities({ subjectivities, ...of }: DiaryCase, today: IsoDate): readonly DiaryLine[] {
  return subjectivities.flatMap((subjectivity): readonly DiaryLine[] => {
    const line = { ...named(of), on: subjectivity.dueOn, about: subjectivity.text };
    const shown = subjectivityShown(subjectivity, today);
    if (shown === 'overdue') return [{ kind: 'overdue', ...line }];
    return shown === 'open' && within(subjectivity.dueOn, today, AHEAD.due) ? [{ kind: 'due', ...line }] : [];
  });
}

function ofCover(
  { facts, grade, judgedOn, ...of }: DiaryCase,
  { today, intervals }: { readonly today: IsoDate; readonly intervals: ReviewIntervals },
): readonly DiaryLine[] {
  const until = facts.coverUntil;
  if (stateShown(facts, today) !== 'bound' || until === null) return [];
  const months = intervals.find((interval) => interval.grade === grade)?.months;
  const review = judgedOn === null || months === undefined ? null : addMonths(judgedOn, months);
  const lines: DiaryLine[] = [];
  if (within(until, today, AHEAD.expires))
    lines.push({ kind: 'expires', ...named(of), on: until, about: '' });
  if (review !== null && review < until && within(review, today, AHEAD.review)) {
    lines.push({ kind: review < today ? 'review-due' : 'review', ...named(of), on: review, about: '' });
  }
  return lines;
}

const named = ({ assessmentId, subjectName }: Pick<DiaryCase, 'assessmentId' | 'subjectName'>) => ({
  assessmentId,
  subjectName,
});
