import { makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Result } from '../domain/result.ts';
import { PILLARS, type Pillar } from '../domain/vocabulary.ts';
import type { Flag } from '../scoring/score-result.ts';
import type { Decision } from './decision.ts';
import { explainModelChange, type ModelChange } from './explain-model-change.ts';
import { figuresOf } from './figures.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';

/** Where an assessment stands under one of the two models. */
export interface MoveStanding
  extends Pick<ReturnType<typeof figuresOf>, 'overall' | 'grade' | 'quotedMinor'> {
  /** Null where there is no price. */
  readonly technicalMinor: MinorUnits | null;
  readonly pillars: Readonly<Record<Pillar, number>>;
  readonly decision: Decision['kind'];
}

/** What moving an assessment from one model to another does to it. */
export interface MoveExplained {
  readonly before: MoveStanding;
  readonly after: MoveStanding;
  /** Knock-outs and referrals that come with the move, and those that go. */
  readonly raised: readonly Flag[];
  readonly dropped: readonly Flag[];
  /** The technical premium, cause by cause; or why one of the two models cannot price it. */
  readonly change: Result<ModelChange>;
}

const standing = (judgement: Judgement): MoveStanding => {
  const { overall, grade, quotedMinor } = figuresOf(judgement);
  const { price, decision, score } = judgement;
  return {
    overall,
    grade,
    quotedMinor,
    technicalMinor: price.ok ? price.value.technicalMinor : null,
    pillars: Object.fromEntries(PILLARS.map((id) => [id, score.pillars[id].score])) as Record<Pillar, number>,
    decision: decision.kind,
  };
};

const without = ({ flags }: Judgement, other: Judgement): readonly Flag[] =>
  flags.filter(({ id }) => other.flags.every((flag) => flag.id !== id));

/** Judges content by both models and explains the difference of their prices. Total on schema-valid content, and pure. */
export function explainMove(
  content: AssessmentContent,
  models: { readonly from: RatingModel; readonly to: RatingModel },
  today: IsoDate,
): MoveExplained {
  const cache = makeLossCache();
  const by = (model: RatingModel) => judge({ content, model, today, grid: 'full', cache });
  const before = by(models.from);
  const after = by(models.to);
  return {
    before: standing(before),
    after: standing(after),
    raised: without(after, before),
    dropped: without(before, after),
    change: explainModelChange(content, models),
  };
}
