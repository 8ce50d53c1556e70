import type { ReactElement } from 'react';
import { formatUnitsShort } from '#shared/domain/format-money.ts';
import type { ExceedanceMark } from './exceedance-view.ts';
import type { Plot, Scale } from './plot.ts';
import { estimateWidth } from './wrap-text.ts';

export interface PlacedMark extends ExceedanceMark {
  /** Row of its label above the plot, 0 nearest. */
  readonly level: number;
  readonly anchor: 'start' | 'end';
}

interface LabelRoom {
  readonly fontSize: number;
  readonly width: number;
}

/** Longest form of the amount in a mark's label, for the estimate of its width. */
const AMOUNT_ROOM = ' USD 99.9m';

/**
 * Gives each labelled line a row above the plot so that no two labels overlap: left to right, the lowest free row. Labels
 * run to the right of their line unless they would leave the plot.
 */
export function markLevels(
  marks: readonly ExceedanceMark[],
  at: (value: number) => number,
  room: LabelRoom,
): readonly PlacedMark[] {
  const taken: (readonly [number, number])[][] = [];
  return marks
    .toSorted((a, b) => a.value - b.value)
    .map((mark) => {
      const x = at(mark.value);
      const width = estimateWidth(`${mark.label}${AMOUNT_ROOM}`, room.fontSize) + 10;
      const anchor = x + width <= room.width ? ('start' as const) : ('end' as const);
      const span = anchor === 'start' ? ([x, x + width] as const) : ([x - width, x] as const);
      let level = 0;
      while (taken[level]?.some(([from, to]) => span[0] < to && from < span[1]) === true) level += 1;
      taken[level] = [...(taken[level] ?? []), span];
      return { ...mark, level, anchor };
    });
}

interface VerticalMarksProps {
  readonly plot: Plot;
  readonly at: Scale;
  readonly marks: readonly PlacedMark[];
  readonly currency: string;
  readonly fontSize: number;
  readonly rowHeight: number;
}

/** Retentions dotted and limits dashed, each with its name and amount above the plot. */
export function VerticalMarks(props: VerticalMarksProps): ReactElement {
  const { marks, plot, at, currency, fontSize, rowHeight } = props;
  const drawn = marks.flatMap((mark) => {
    const x = at(mark.value);
    if (x < plot.left - 1 || x > plot.right + 1) return [];
    return [{ mark, x, top: plot.top - mark.level * rowHeight - 5 }];
  });
  return (
    <g>
      {drawn.map(({ mark, x, top }) => (
        <line
          key={mark.label}
          x1={x}
          x2={x}
          y1={top - fontSize + 2}
          y2={plot.bottom}
          stroke="var(--chart-ink)"
          strokeWidth={1}
          strokeDasharray={mark.kind === 'limit' ? '7 3' : '2 3'}
        />
      ))}
      {drawn.map(({ mark, x, top }) => (
        // The halo keeps a label legible where the line of another mark crosses it.
        <text
          key={mark.label}
          x={x + (mark.anchor === 'start' ? 4 : -4)}
          y={top}
          textAnchor={mark.anchor}
          fontSize={fontSize}
          fill="var(--chart-ink)"
          stroke="var(--chart-ground)"
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {`${mark.label} ${formatUnitsShort(mark.value, currency)}`}
        </text>
      ))}
    </g>
  );
}
