import type { ReactElement } from 'react';
import { formatSignificant } from '#shared/domain/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { ComparedFigure } from './calibration-jobs.ts';

/** Less than this is the rounding of an engine, not an effect. */
const SAME_WITHIN = 1e-6;

const isMoved = ({ before, after }: Pick<ComparedFigure, 'before' | 'after'>): boolean =>
  before === null || after === null || Math.abs(after - before) > SAME_WITHIN * Math.max(1, Math.abs(before));

const text = (value: number | null): string => (value === null ? '–' : formatSignificant(value, 4));

function difference({ before, after, se }: ComparedFigure): string {
  if (before === null || after === null) return 'not in both';
  if (!isMoved({ before, after })) return 'none';
  const by = after - before;
  const sign = by > 0 ? '+' : '';
  const inErrors = se === null || se === 0 ? '' : ` (${formatSignificant(Math.abs(by) / se, 2)} SE)`;
  return `${sign}${formatSignificant(by, 3)}${inErrors}`;
}

/** Every fitted figure before and after, those that move first. */
export function EffectTable({ figures }: { readonly figures: readonly ComparedFigure[] }): ReactElement {
  const moved = figures.filter(isMoved);
  const still = figures.filter((one) => !isMoved(one));
  return (
    <div className="stack-tight">
      <p role="status">
        <strong>
          {moved.length === 0
            ? `None of the ${figures.length} fitted figures moves.`
            : `${moved.length} of the ${figures.length} fitted figures ${moved.length === 1 ? 'moves' : 'move'}.`}
        </strong>
      </p>
      <DataTable
        label="Effect on the fits"
        columns={[
          { label: 'Figure' },
          { label: 'Of' },
          { label: 'Before', isFigure: true },
          { label: 'After', isFigure: true },
          { label: 'Difference', isFigure: true },
        ]}
        rows={[...moved, ...still].map((one) => ({
          key: one.key,
          cells: [one.section, one.label, text(one.before), text(one.after), difference(one)],
        }))}
      />
    </div>
  );
}
