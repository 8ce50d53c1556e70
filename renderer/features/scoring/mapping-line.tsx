import type { ReactElement } from 'react';
import { interpolate } from '#shared/scoring/piecewise.ts';

interface MappingLineProps {
  readonly mapping: readonly (readonly [number, number])[];
  readonly value: number | null;
}

const WIDTH = 200;
const HEIGHT = 44;
const INSET = 5;

/** The mapping drawn small, with where the answer falls; the table beside it says the same in figures. */
export function MappingLine({ mapping, value }: MappingLineProps): ReactElement {
  const low = mapping[0]?.[0] ?? 0;
  const high = mapping.at(-1)?.[0] ?? 1;
  const x = (input: number) =>
    INSET + ((Math.min(Math.max(input, low), high) - low) / (high - low)) * (WIDTH - 2 * INSET);
  const y = (score: number) => HEIGHT - INSET - (score / 100) * (HEIGHT - 2 * INSET);
  const line = mapping.map(([input, score]) => `${x(input).toFixed(1)},${y(score).toFixed(1)}`).join(' ');
  return (
    <svg className="mapping-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <line className="mapping-ground" x1={INSET} x2={WIDTH - INSET} y1={y(0)} y2={y(0)} />
      <polyline className="mapping-curve" points={line} />
      {value !== null && (
        <>
          <line
            className="mapping-drop"
            x1={x(value)}
            x2={x(value)}
            y1={y(0)}
            y2={y(interpolate(mapping, value))}
          />
          <circle className="mapping-mark" cx={x(value)} cy={y(interpolate(mapping, value))} r={4} />
        </>
      )}
    </svg>
  );
}
