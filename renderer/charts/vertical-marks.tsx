import type { ReactElement } from 'react';
import { formatUnitsShort } from '#shared/domain/format-money.ts';
import type { Medium } from './chart-view.ts';
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

/** The lowest label stays clear of the tick beside the top of the plot, which reaches half its height above it. */
const ABOVE_PLOT = 12;

interface VerticalMarksProps {
  readonly plot: Plot;
  readonly marks: readonly PlacedMark[];
  readonly fontSize: number;
  readonly rowHeight: number;
  readonly medium: Medium;
}

/** Retentions dotted and limits dashed, each with its name and amount above the plot. */
export function VerticalMarks({
  marks,
  plot,
  fontSize,
  rowHeight,
  medium,
}: VerticalMarksProps): ReactElement {
  const topOf = ({ level }: PlacedMark) => plot.top - level * rowHeight - ABOVE_PLOT;
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
        <Label key={mark.text} mark={mark} y={topOf(mark)} fontSize={fontSize} medium={medium} />
      ))}
    </g>
  );
}

interface LabelProps extends Pick<VerticalMarksProps, 'fontSize' | 'medium'> {
  readonly mark: PlacedMark;
  readonly y: number;
}

/**
 * A ground keeps a label legible where the line of another mark crosses it: on screen a halo, on paper a box, since the
 * writer of PDFs draws letters with an outline as pictures.
 */
function Label({ mark, y, fontSize, medium }: LabelProps): ReactElement {
  const { text, anchor } = mark;
  const x = mark.x + (anchor === 'start' ? LABEL_GAP : -LABEL_GAP);
  const width = estimateWidth(text, fontSize);
  const words = { x, y, textAnchor: anchor, fontSize, fill: 'var(--chart-ink)' };
  if (medium === 'screen')
    return (
      <text
        {...words}
        stroke="var(--chart-ground)"
        strokeWidth={4}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {text}
      </text>
    );
  return (
    <g>
      <rect
        x={anchor === 'start' ? x : x - width}
        y={y - fontSize}
        width={width}
        height={fontSize + 3}
        fill="var(--chart-ground)"
      />
      <text {...words}>{text}</text>
    </g>
  );
}
