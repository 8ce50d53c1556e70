import type { IsoDate } from '../domain/dates.ts';
import type { OptionId } from '../domain/deal-content.ts';
import type { Issue } from '../domain/issue.ts';
import type { Result } from '../domain/result.ts';
import type { PriceResult } from '../pricing/price-result.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import type { Decision } from './decision.ts';

/** What is judged of one option: all else is shared. */
export interface JudgedOption<P = PriceResult> {
  readonly id: OptionId;
  readonly price: Result<P>;
  readonly issues: readonly Issue[];
}

/** Everything that is decided about an assessment. */
export interface Judgement<P = PriceResult> {
  readonly modelId: string;
  readonly today: IsoDate;
  readonly grid: 'draft' | 'full';
  readonly score: ScoreResult;
  /** The price, or the first thing that keeps one from being made. */
  readonly price: Result<PriceResult>;
  /** All that is wrong, unusual or missing, each said once: content first, then the score, the price, the referrals. */
  readonly issues: readonly Issue[];
  /** Knock-outs, then referrals: those of the score and those of the terms. */
  readonly flags: readonly Flag[];
  /** What may go out. */
  readonly decision: Decision;
  /** Those that go on the paper, the main one first; left out where no options were made. */
  readonly options?: readonly JudgedOption<P>[];
}

/** The referrals of a judgement: what needs authority. */
export const referralsIn = ({ flags }: Pick<Judgement, 'flags'>): readonly Flag[] =>
  flags.filter(({ kind }) => kind === 'referral');
