import type { ReactElement } from 'react';
import { formatPoints } from '#shared/domain/format-figures.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { ModelWords } from '#shared/domain/model-words.ts';
import type { EvidenceState, Pillar } from '#shared/domain/vocabulary.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { FillKey } from './chart-key.tsx';
import type { ChartRow } from './chart-row.ts';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { type FactorPoints, factorContributionView, factorPoints } from './factor-contribution-view.ts';
import type { Fill, MarkStyle } from './mark.tsx';
import { useModelWords } from './model-words.tsx';
import { RowChart } from './row-chart.tsx';
import { linearAxis } from './value-axis.ts';

interface FactorContributionChartProps {
  readonly score: ScoreResult;
  /** One pillar in its own points; all pillars in points of the weighted mean when left out. */
  readonly pillar?: Pillar;
  /** Shows only so many rows; the table keeps all. */
  readonly rowLimit?: number;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const EVIDENCE_FILLS: Readonly<Record<EvidenceState, Fill>> = {
  verified: 'solid',
  documented: 'hatch',
  asserted: 'wide-hatch',
  'not-provided': 'open',
  'not-applicable': 'open',
};

const KEY_STATES = ['verified', 'documented', 'asserted', 'not-provided'] as const;

function toRow({ factor, points, possible, lost }: FactorPoints, words: ModelWords): ChartRow {
  const style: MarkStyle = { tone: factor.pillar, fill: EVIDENCE_FILLS[factor.evidence] };
  const room: MarkStyle =
    factor.status === 'not-provided'
      ? { tone: factor.pillar, fill: 'open' }
      : { tone: 'neutral', fill: 'tint' };
  return {
    key: factor.factorId,
    label: factor.label,
    spans: [
      { from: 0, to: possible, style: room },
      { from: 0, to: points, style },
    ],
    figure: `${formatPoints(points)} of ${formatPoints(possible)}`,
    detail: [
      // Not provided and not applicable are answer and evidence in one.
      ...new Set([factor.answerText, words.evidence[factor.evidence].short]),
      `${formatPoints(points)} of ${formatPoints(possible)} points, ${formatPoints(lost)} lost`,
    ],
  };
}

/** Points earned of points possible per factor, the most lost first, evidence shown by the fill. */
export function FactorContributionChart(props: FactorContributionChartProps): ReactElement {
  const { score, pillar, rowLimit, medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const words = useModelWords();
  const points = factorPoints(score, pillar ?? null);
  const view = factorContributionView(score, pillar ?? null, words);
  const shown = points.slice(0, rowLimit ?? points.length);
  const hidden = points.length - shown.length;
  const present = new Set(shown.map((row) => row.factor.evidence));
  return (
    <ChartFrame view={view} medium={medium}>
      <RowChart
        rows={shown.map((row) => toRow(row, words))}
        axis={linearAxis(
          shown.map((row) => row.possible),
          (value) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
        )}
        medium={medium}
        paperWidth={paperWidth}
      />
      <FillKey
        entries={KEY_STATES.filter((state) => present.has(state)).map((state) => ({
          tone: pillar ?? 'ink',
          fill: EVIDENCE_FILLS[state],
          label: words.evidence[state].short,
        }))}
      />
      {hidden > 0 ? <p className="chart-note">{`${hidden} more factors are in the table.`}</p> : null}
    </ChartFrame>
  );
}
