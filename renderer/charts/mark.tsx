import type { ReactElement } from 'react';
import { Rectangle } from 'recharts';
import { type Box, hatchPath } from './hatch.ts';

/** The few hues a chart may use; `neutral` and `ink` are greys. */
export type Tone = 'custody' | 'audits' | 'incidents' | 'accent' | 'neutral' | 'ink';

/** Fills stay apart in grey: solid, two hatches, a tint, and an empty dashed outline. */
export type Fill = 'solid' | 'hatch' | 'falling' | 'wide-hatch' | 'tint' | 'open';

export interface MarkStyle {
  readonly tone: Tone;
  readonly fill: Fill;
}

const HATCHES = {
  hatch: { spacing: 4, direction: 'rising', lineWidth: 1.4 },
  falling: { spacing: 4, direction: 'falling', lineWidth: 1.4 },
  'wide-hatch': { spacing: 8, direction: 'rising', lineWidth: 1 },
} as const;

interface MarkProps {
  readonly box: Box;
  readonly style: MarkStyle;
}

/** A filled rectangle drawn with vectors only, so that the PDF keeps it sharp. */
export function Mark({ box, style: { tone, fill } }: MarkProps): ReactElement | null {
  const colour = `var(--chart-${tone})`;
  if (box.width <= 0 || box.height <= 0) return null;
  switch (fill) {
    case 'solid':
      return <Rectangle {...box} fill={colour} />;
    case 'tint':
      return <Rectangle {...box} fill="var(--chart-tint)" stroke="var(--chart-line)" />;
    case 'open':
      return <Rectangle {...box} fill="var(--chart-ground)" stroke={colour} strokeDasharray="3 2" />;
    default: {
      const { spacing, direction, lineWidth } = HATCHES[fill];
      return (
        <g stroke={colour}>
          <Rectangle {...box} fill="var(--chart-ground)" />
          <path d={hatchPath(box, spacing, direction)} strokeWidth={lineWidth} fill="none" />
        </g>
      );
    }
  }
}
