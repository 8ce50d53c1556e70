import type { ReactElement } from 'react';
import { formatAmount } from '#shared/domain/format-money.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { DataTable } from '../../components/data-table.tsx';
import { HOW_COMPUTED } from './price-words.ts';

export interface PriceTableProps {
  readonly price: PriceResult;
  readonly currency: string;
}

/** Each line of the premium, to the cent, with how it is made. */
export const BuildUpTable = ({ price, currency }: PriceTableProps): ReactElement => (
  <DataTable
    label="Premium build-up"
    columns={[{ label: 'Line' }, { label: HOW_COMPUTED }, { label: currency, isFigure: true }]}
    rows={price.buildUp.map(({ id, label, basis, amountMinor, kind }) => ({
      key: id,
      isTotal: kind === 'total',
      cells: [
        label,
        <span className="soft" key="basis">
          {basis}
        </span>,
        formatAmount(amountMinor),
      ],
    }))}
  />
);
