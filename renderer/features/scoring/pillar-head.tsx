import type { ReactElement } from 'react';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import type { PillarScore } from '#shared/scoring/score-result.ts';
import { pillarIntroduction } from './scoring.strings.ts';
import './pillar-section.css';

export const PillarHead = ({ pillar }: { readonly pillar: PillarScore }): ReactElement => (
  <header className="pillar-head" data-pillar={pillar.pillar}>
    <div>
      <h2 id="section-heading" tabIndex={-1}>
        {pillar.label}
      </h2>
      <p className="soft">
        {pillarIntroduction[pillar.pillar]} {formatPercent(pillar.share, 0)} of the overall score.
      </p>
    </div>
    <p className="pillar-head-score figures">
      {formatScore(pillar.score)} <small>of 100</small>
    </p>
  </header>
);
