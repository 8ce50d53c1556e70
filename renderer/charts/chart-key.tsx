import type { JSX, ReactElement } from 'react';
import { DefaultLegendContent } from 'recharts';
import { Mark, type MarkStyle } from './mark.tsx';

interface KeyEntry {
  readonly label: string;
  /** Drawn in a square of `SAMPLE` pixels. */
  readonly sample: JSX.Element;
}

export const SAMPLE = 24;
/** The library draws samples in a square of 32 units, whatever its size on screen. */
const UNITS_PER_PIXEL = 32 / SAMPLE;

/** What the marks of a chart mean, where the marks themselves cannot say it in words. */
export function ChartKey({ entries }: { readonly entries: readonly KeyEntry[] }): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <div className="chart-key">
      <DefaultLegendContent
        align="left"
        iconSize={SAMPLE}
        payload={entries.map(({ label, sample }) => ({
          value: label,
          legendIcon: <Sample drawing={sample} />,
        }))}
      />
    </div>
  );
}

const Sample = ({ drawing }: { readonly drawing: ReactElement }): JSX.Element => (
  <g transform={`scale(${UNITS_PER_PIXEL})`}>{drawing}</g>
);

const BOX = { x: 0.5, y: (SAMPLE - 10) / 2 + 0.5, width: SAMPLE - 3, height: 9 };

export interface FillKeyProps {
  readonly entries: readonly (MarkStyle & { readonly label: string })[];
}

/** A key of fills. */
export const FillKey = ({ entries }: FillKeyProps): ReactElement => (
  <ChartKey
    entries={entries.map(({ label, ...style }) => ({ label, sample: <Mark box={BOX} style={style} /> }))}
  />
);
