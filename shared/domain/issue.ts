/**
 * What an issue keeps from happening, gravest first.
 * - `cannot-price`: no price can be made until it is settled (a limit or an exposed value is missing).
 * - `cannot-proceed`: the content is wrong or half given; nothing may be issued until it is settled.
 * - `cannot-quote`: the content is in order, but the subject or its price may not be offered (knocked out, no grade, a
 *   premium at or above the maximum payable, a loss distribution that fails its own check).
 * - `needs-authority`: a referral; it may go out as an indication.
 * - `needed`: a quote cannot do without it; it may go out as an indication.
 * - `warning`: unusual; it may go out.
 * - `note`: where the price falls in the market, and the like.
 * - `missing`: not given yet, and counted or printed as such.
 */
export const SEVERITIES = [
  'cannot-price',
  'cannot-proceed',
  'cannot-quote',
  'needs-authority',
  'needed',
  'warning',
  'note',
  'missing',
] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing that an underwriter is told about an assessment, in one sentence. */
export interface Issue {
  readonly severity: Severity;
  readonly id: string;
  /** What raised it: what was entered, the score, or the price. */
  readonly about: 'content' | 'score' | 'price';
  /** Path in the content, or the id of the factor, incident, declaration or part to look at; null for the whole. */
  readonly field: string | null;
  /** All of them, where it is said alike of several; the first is `field`. */
  readonly fields?: readonly string[];
  readonly message: string;
}

/** The id of what the grade's own action says: that it refers, or that it declines. */
export const GRADE_ISSUE = 'grade';

/** Whether somebody with authority may approve that it goes out nevertheless. */
export const isClearable = ({ severity, id }: Pick<Issue, 'severity' | 'id'>): boolean =>
  severity === 'needs-authority' || (severity === 'cannot-quote' && id === GRADE_ISSUE);
