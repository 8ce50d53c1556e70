import type { ReactElement } from 'react';
import { Mark, type MarkStyle } from './mark.tsx';

interface FillKeyProps {
  readonly entries: readonly (MarkStyle & { readonly label: string })[];
}

const SWATCH = { x: 0.5, y: 0.5, width: 21, height: 9 };

/** What the fills mean, for charts whose marks cannot carry it in words. */
export function FillKey({ entries }: FillKeyProps): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <div className="chart-key">
      {entries.map(({ tone, fill, label }) => (
        <span key={label}>
          <svg width={22} height={10} viewBox="0 0 22 10" aria-hidden="true">
            <Mark box={SWATCH} style={{ tone, fill }} />
          </svg>
          {label}
        </span>
      ))}
    </div>
  );
}
