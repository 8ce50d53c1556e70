import type { ReactElement } from 'react';
import { Polygon, Surface } from 'recharts';
import { formatScore } from '#shared/domain/format-number.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import type { ScorePicture } from '#shared/scoring/score-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartSurface, PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { bandSpans, type GradeBand, gaugeView, hasRange, rangeWords } from './gauge-view.ts';
import { Mark } from './mark.tsx';
import { FONT_SIZE } from './plot.ts';
import { linearAxis, placeAxis } from './value-axis.ts';
import { estimateWidth } from './wrap-text.ts';

interface ScoreGaugeProps {
  readonly score: ScorePicture;
  /** The model's grade bands: the scale behind the score. Without them only the 0 to 100 scale is drawn. */
  readonly bands?: readonly GradeBand[];
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

const HEIGHT = 74;
const STRIP = { y: 26, height: 16 };
const RANGE = { y: 46, height: 8 };
const SIDE = 1;
const SCORES = linearAxis([100]);

/** The overall score on the grade scale, with the band that unproven answers leave open. */
export function ScoreGauge(props: ScoreGaugeProps): ReactElement {
  const { score, bands = [], medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  return (
    <ChartFrame view={gaugeView(score)} medium={medium}>
      <ChartSurface medium={medium} paperWidth={paperWidth} height={HEIGHT}>
        {(width) => <GradeScale score={score} bands={bands} medium={medium} width={width} />}
      </ChartSurface>
    </ChartFrame>
  );
}

const GRADE_GROUPS: Readonly<Record<Grade, 'good' | 'middling' | 'poor'>> = {
  AAA: 'good',
  AA: 'good',
  A: 'good',
  BBB: 'middling',
  BB: 'middling',
  B: 'middling',
  CCC: 'poor',
  CC: 'poor',
  C: 'poor',
  D: 'poor',
};

interface GradeScaleProps {
  readonly score: ScorePicture;
  readonly bands: readonly GradeBand[];
  readonly medium: Medium;
  readonly width: number;
}

function GradeScale({ score, bands, medium, width }: GradeScaleProps): ReactElement {
  const at = placeAxis(SCORES, SIDE, width - SIDE);
  const fontSize = FONT_SIZE[medium];
  const x = at(score.overall);
  const label = formatScore(score.overall);
  const half = estimateWidth(label, fontSize + 3) / 2 + 2;
  const { low, high } = score.range;
  const words = rangeWords(score);
  const wordsHalf = estimateWidth(words, fontSize) / 2 + 2;
  const middle = Math.min(Math.max(at((low + high) / 2), wordsHalf), width - wordsHalf);
  return (
    <Surface width={width} height={HEIGHT} aria-hidden={medium === 'screen'}>
      <rect
        x={SIDE}
        y={STRIP.y}
        width={width - 2 * SIDE}
        height={STRIP.height}
        fill="var(--chart-tint)"
        stroke="var(--chart-line)"
      />
      {bandSpans(bands).map((band) => (
        <g key={band.grade}>
          <line
            x1={at(band.from)}
            x2={at(band.from)}
            y1={STRIP.y}
            y2={STRIP.y + STRIP.height}
            stroke="var(--chart-line)"
          />
          <rect
            x={at(band.from) + 1}
            y={STRIP.y + STRIP.height - 3}
            width={Math.max(0, at(band.to) - at(band.from) - 2)}
            height={3}
            fill={`var(--chart-grade-${GRADE_GROUPS[band.grade]})`}
          />
          <text
            x={(at(band.from) + at(band.to)) / 2}
            y={STRIP.y + STRIP.height / 2 - 1}
            textAnchor="middle"
            dominantBaseline="central"
            fontSize={fontSize}
            fill={band.grade === score.ungatedGrade ? 'var(--chart-ink)' : 'var(--chart-quiet)'}
            fontWeight={band.grade === score.ungatedGrade ? 600 : 400}
          >
            {band.grade}
          </text>
        </g>
      ))}
      <Polygon
        points={[
          { x: x - 5, y: STRIP.y - 8 },
          { x: x + 5, y: STRIP.y - 8 },
          { x, y: STRIP.y - 1 },
        ]}
        fill="var(--chart-ink)"
      />
      <line
        x1={x}
        x2={x}
        y1={STRIP.y - 2}
        y2={STRIP.y + STRIP.height + 1}
        stroke="var(--chart-ink)"
        strokeWidth={1.5}
      />
      <text
        x={Math.min(Math.max(x, half), width - half)}
        y={12}
        textAnchor="middle"
        fontSize={fontSize + 3}
        fontWeight={600}
        fill="var(--chart-ink)"
      >
        {label}
      </text>
      {hasRange(score) ? (
        <g>
          <Mark
            box={{ x: at(low), y: RANGE.y, width: at(high) - at(low), height: RANGE.height }}
            style={{ tone: 'accent', fill: 'hatch' }}
          />
          <text
            x={middle}
            y={RANGE.y + RANGE.height + fontSize + 2}
            textAnchor="middle"
            fontSize={fontSize}
            fill="var(--chart-ink)"
          >
            {words}
          </text>
        </g>
      ) : null}
    </Surface>
  );
}
