import type { ReactElement } from 'react';
import { formatCredibility, formatPoints, formatYears } from '#shared/domain/format-figures.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { ruleText } from './working-line.tsx';

interface ComputedFactorsProps {
  readonly score: ScoreResult;
  readonly model: RatingModel;
}

/** The factors read from the register, and how the pillar is made of them. */
export function ComputedFactors({ score, model }: ComputedFactorsProps): ReactElement {
  const { factors, score: pillar } = score.pillars.incidents;
  const working = score.incidentWorking;
  return (
    <>
      <DataTable
        label="Factors read from the register"
        columns={[
          { label: 'Factor' },
          { label: 'Finding' },
          { label: 'Score', isFigure: true },
          { label: 'Share', isFigure: true },
          { label: 'Points', isFigure: true },
        ]}
        rows={factors
          .filter(({ kind }) => kind === 'computed')
          .map((factor) => ({
            key: factor.factorId,
            cells: [
              factor.label,
              <span className="soft" key="finding">
                {factor.answerText}
                {factor.rules.map((rule) => `; ${ruleText(rule, factor, model)}`).join('')}
              </span>,
              factor.score === null ? 'not counted' : formatScore(factor.score),
              formatPercent(factor.share, 1),
              formatPoints(factor.points),
            ],
          }))}
      />
      <Facts
        facts={[
          { label: 'Experience (weighted mean of the factors)', value: formatScore(working.experience) },
          { label: 'Years live, as counted', value: formatYears(working.yearsLive) },
          { label: 'Credibility of its own record', value: formatCredibility(working.credibility) },
          { label: 'Prior for this type of subject', value: formatScore(working.prior) },
          {
            label: working.isBlended
              ? 'Blend of record and prior'
              : 'Below the prior: its own record is used alone',
            value: formatScore(working.blended),
          },
          ...working.caps.map((cap) => ({
            label: cap.kind === 'large-own-loss' ? 'Cap: a large own loss' : 'Cap: users not made whole',
            value: formatScore(cap.cap),
          })),
          { label: 'Incident pillar', value: <strong>{formatScore(pillar)}</strong> },
        ]}
      />
      {working.governingSubset !== null && (
        <p className="small faint measure">
          One more incident can never improve a record, so the lowest score over any selection of the
          incidents is used ({formatScore(working.fullSetScore)} with all of them).
        </p>
      )}
    </>
  );
}
