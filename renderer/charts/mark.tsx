import type { ReactElement } from 'react';
import { type Box, hatchPath } from './hatch.ts';

/** The few hues a chart may use; `neutral` and `ink` are greys. */
export type Tone = 'custody' | 'audits' | 'incidents' | 'accent' | 'neutral' | 'ink';

/** Fills stay apart in grey: solid, two hatches, a tint, and an empty dashed outline. */
export type Fill = 'solid' | 'hatch' | 'falling' | 'wide-hatch' | 'tint' | 'open';

export interface MarkStyle {
  readonly tone: Tone;
  readonly fill: Fill;
}

interface MarkProps {
  readonly box: Box;
  readonly style: MarkStyle;
}

const colour = (tone: Tone): string => `var(--chart-${tone})`;

/** A filled rectangle drawn with vectors only, so that the PDF keeps it sharp. */
export function Mark({ box, style }: MarkProps): ReactElement | null {
  const stroke = colour(style.tone);
  if (box.width <= 0 || box.height <= 0) return null;
  const outline = { x: box.x, y: box.y, width: box.width, height: box.height };
  switch (style.fill) {
    case 'solid':
      return <rect {...outline} fill={stroke} />;
    case 'tint':
      return <rect {...outline} fill="var(--chart-tint)" stroke="var(--chart-line)" strokeWidth={1} />;
    case 'open':
      return (
        <rect {...outline} fill="var(--chart-ground)" stroke={stroke} strokeWidth={1} strokeDasharray="3 2" />
      );
    case 'hatch':
      return <Hatched box={box} colour={stroke} spacing={4} direction="rising" lineWidth={1.4} />;
    case 'falling':
      return <Hatched box={box} colour={stroke} spacing={4} direction="falling" lineWidth={1.4} />;
    case 'wide-hatch':
      return <Hatched box={box} colour={stroke} spacing={8} direction="rising" lineWidth={1} />;
  }
}

interface HatchedProps {
  readonly box: Box;
  readonly colour: string;
  readonly spacing: number;
  readonly direction: 'rising' | 'falling';
  readonly lineWidth: number;
}

function Hatched({ box, colour: stroke, spacing, direction, lineWidth }: HatchedProps): ReactElement {
  return (
    <g stroke={stroke}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} fill="var(--chart-ground)" />
      <path d={hatchPath(box, spacing, direction)} strokeWidth={lineWidth} fill="none" />
      <rect x={box.x} y={box.y} width={box.width} height={box.height} fill="none" strokeWidth={1} />
    </g>
  );
}
