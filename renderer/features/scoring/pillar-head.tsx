import type { ReactElement } from 'react';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PillarScore } from '#shared/scoring/score-result.ts';
import './pillar-section.css';

interface PillarHeadProps {
  readonly pillar: PillarScore;
  readonly model: RatingModel;
}

export const PillarHead = ({ pillar, model }: PillarHeadProps): ReactElement => (
  <header className="pillar-head" data-pillar={pillar.pillar}>
    <div>
      <h2 id="section-heading" tabIndex={-1}>
        {pillar.label}
      </h2>
      <p className="soft">
        {model.wording.pillars.find(({ id }) => id === pillar.pillar)?.introduction}{' '}
        {formatPercent(pillar.share, 0)} of the overall score.
      </p>
    </div>
    <p className="pillar-head-score figures">
      {formatScore(pillar.score)} <small>of 100</small>
    </p>
  </header>
);
