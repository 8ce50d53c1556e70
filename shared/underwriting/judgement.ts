import type { IsoDate } from '../domain/dates.ts';
import type { Issue } from '../domain/issue.ts';
import type { Result } from '../domain/result.ts';
import type { PriceResult } from '../pricing/price-result.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import type { Decision } from './decision.ts';

/** Everything that is decided about an assessment. */
export interface Judgement {
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
}

/** The referrals of a judgement: what needs authority. */
export const referralsIn = ({ flags }: Pick<Judgement, 'flags'>): readonly Flag[] =>
  flags.filter(({ kind }) => kind === 'referral');
