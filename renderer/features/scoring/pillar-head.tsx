import type { ReactElement } from 'react';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Pillar } from '#shared/domain/vocabulary.ts';
import type { PillarScore } from '#shared/scoring/score-result.ts';
import { JudgementMark } from './judgement-mark.tsx';
import './pillar-section.css';

interface PillarHeadProps {
  readonly id: Pillar;
  readonly model: RatingModel;
  /** Not there before the first judgement. */
  readonly scored: PillarScore | undefined;
}

/** The pillar, its weight, and what it scores as soon as that is known. */
export const PillarHead = ({ id, model, scored }: PillarHeadProps): ReactElement => (
  <header className="pillar-head" data-pillar={id}>
    <div>
      <h2 id="section-heading" tabIndex={-1}>
        {model.pillars.find((pillar) => pillar.id === id)?.label}
      </h2>
      <p className="soft">
        {model.wording.pillars.find((pillar) => pillar.id === id)?.introduction}
        {scored !== undefined && ` ${formatPercent(scored.share, 0)} of the overall score.`}
      </p>
    </div>
    {scored !== undefined && (
      <p className="pillar-head-score figures">
        {formatScore(scored.score)} <small>of 100</small>{' '}
        {scored.original !== undefined && <JudgementMark original={formatScore(scored.original)} />}
      </p>
    )}
  </header>
);
