import type { ReactElement } from 'react';
import { formatUnproven } from '#shared/domain/format-figures.ts';
import { formatPercent } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import './evidence-gap.css';

interface EvidenceGapProps {
  readonly gap: number;
  readonly model: RatingModel;
}

/** The share of weight that is asserted or not provided, against the two limits of the model. */
export function EvidenceGap({ gap, model }: EvidenceGapProps): ReactElement {
  const evidenceRule = model.referrals.find(({ rule }) => rule.kind === 'evidence')?.rule;
  const referAbove = evidenceRule?.kind === 'evidence' ? evidenceRule.gapAbove : null;
  const noGradeAbove = model.aggregation.noGradeGapAbove;
  const state = gap > noGradeAbove ? 'no-grade' : referAbove !== null && gap > referAbove ? 'refer' : 'fine';
  const meaning = {
    fine: referAbove === null ? '' : `a referral above ${formatPercent(referAbove, 0)}`,
    refer: `a referral; no grade above ${formatPercent(noGradeAbove, 0)}`,
    'no-grade': `no grade above ${formatPercent(noGradeAbove, 0)}`,
  }[state];
  return (
    <section className="evidence-gap" aria-label="Evidence gap">
      <div className="spread">
        <h3>Evidence gap</h3>
        <p className="figures">
          <strong>{formatUnproven(gap)}</strong>
        </p>
      </div>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden className={`gap-bar gap-${state}`}>
        <rect className="gap-ground" width={100} height={6} />
        <rect className="gap-fill" width={Math.min(100, gap * 100)} height={6} />
        {[referAbove, noGradeAbove].map(
          (limit) =>
            limit !== null && (
              <rect key={limit} className="gap-limit" x={limit * 100} width={0.6} height={6} />
            ),
        )}
      </svg>
      <p className="small faint">Share of the weight that is not proven; {meaning}</p>
    </section>
  );
}
