import type { ReactElement } from 'react';
import { formatUnitsShort } from '#shared/domain/format-money.ts';
import type { ExceedanceMark } from './exceedance-view.ts';
import type { Plot, Scale } from './plot.ts';
import { estimateWidth } from './wrap-text.ts';

interface PlacedMark {
  readonly kind: ExceedanceMark['kind'];
  readonly text: string;
  readonly x: number;
  /** Row of its label above the plot, 0 nearest. */
  readonly level: number;
  readonly anchor: 'start' | 'end';
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
  readonly currency: string;
}

const LABEL_GAP = 4;
/** Widths are estimates, so labels keep more than a word space from one another. */
const BETWEEN_LABELS = 12;

/**
 * Gives the label of each line inside the room a row above the plot so that no two overlap: left to right, the lowest
 * free row. Labels stand at the right of their line unless they would leave the plot there.
 */
export function placeMarks(
  marks: readonly ExceedanceMark[],
  at: Scale,
  { left, right, fontSize, currency }: Room,
): readonly PlacedMark[] {
  const taken: (readonly [number, number])[][] = [];
  return marks
    .map((mark) => ({ ...mark, x: at(mark.value) }))
    .filter(({ x }) => x >= left - 1 && x <= right + 1)
    .toSorted((a, b) => a.x - b.x)
    .map(({ kind, label, value, x }) => {
      const text = `${label} ${formatUnitsShort(value, currency)}`;
      const width = estimateWidth(text, fontSize) + LABEL_GAP + BETWEEN_LABELS;
      const anchor = x + width <= right ? 'start' : 'end';
      const [from, to] = anchor === 'start' ? [x, x + width] : [x - width, x];
      let level = 0;
      while (taken[level]?.some(([start, end]) => from < end && start < to) === true) level += 1;
      taken[level] = [...(taken[level] ?? []), [from, to]];
      return { kind, text, x, level, anchor };
    });
}

interface VerticalMarksProps {
  readonly plot: Plot;
  readonly marks: readonly PlacedMark[];
  readonly fontSize: number;
  readonly rowHeight: number;
}

/** Retentions dotted and limits dashed, each with its name and amount above the plot. */
export function VerticalMarks({ marks, plot, fontSize, rowHeight }: VerticalMarksProps): ReactElement {
  const topOf = ({ level }: PlacedMark) => plot.top - level * rowHeight - 5;
  return (
    <g>
      {marks.map((mark) => (
        <line
          key={mark.text}
          x1={mark.x}
          x2={mark.x}
          y1={topOf(mark) - fontSize + 2}
          y2={plot.bottom}
          stroke="var(--chart-ink)"
          strokeDasharray={mark.kind === 'limit' ? '7 3' : '2 3'}
        />
      ))}
      {marks.map((mark) => (
        // The halo keeps a label legible where the line of another mark crosses it.
        <text
          key={mark.text}
          x={mark.x + (mark.anchor === 'start' ? LABEL_GAP : -LABEL_GAP)}
          y={topOf(mark)}
          textAnchor={mark.anchor}
          fontSize={fontSize}
          fill="var(--chart-ink)"
          stroke="var(--chart-ground)"
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {mark.text}
        </text>
      ))}
    </g>
  );
}
