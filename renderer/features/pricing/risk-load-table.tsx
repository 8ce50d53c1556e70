import type { ReactElement } from 'react';
import { formatUnits } from '#shared/domain/format-money.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { PriceTableProps } from './build-up-table.tsx';
import { HOW_COMPUTED } from './price-words.ts';

/** The principle in force beside the others, so that the choice is seen for what it moves. */
export const RiskLoadTable = ({ price, currency }: PriceTableProps): ReactElement => (
  <DataTable
    label="Risk load by principle"
    columns={[{ label: 'Principle' }, { label: HOW_COMPUTED }, { label: currency, isFigure: true }]}
    rows={price.riskLoads.map(({ principle, label, basis, amount }) => ({
      key: principle,
      isTotal: principle === price.principle,
      cells: [
        principle === price.principle ? `${label} (in force)` : label,
        <span className="soft" key="basis">
          {basis}
        </span>,
        formatUnits(amount),
      ],
    }))}
  />
);
