import type { ReactElement } from 'react';

const CURVES = [
  { label: 'Aggregate of the period, after all terms (AEP)', tone: 'accent', dash: '', width: 2.25 },
  {
    label: 'Largest single event, before aggregate terms (OEP)',
    tone: 'incidents',
    dash: '6 4',
    width: 1.75,
  },
] as const;

/** The two curves lie close together in the body, so a key names them rather than labels on the lines. */
export function CurveKey(): ReactElement {
  return (
    <div className="chart-key">
      {CURVES.map((curve) => (
        <span key={curve.label}>
          <svg width={30} height={10} viewBox="0 0 30 10" aria-hidden="true">
            <line
              x1={0}
              x2={30}
              y1={5}
              y2={5}
              stroke={`var(--chart-${curve.tone})`}
              strokeWidth={curve.width}
              {...(curve.dash === '' ? {} : { strokeDasharray: curve.dash })}
            />
          </svg>
          {curve.label}
        </span>
      ))}
    </div>
  );
}
