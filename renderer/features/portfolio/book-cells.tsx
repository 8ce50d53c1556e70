import type { ReactElement } from 'react';
import type { BookLine } from '#shared/domain/book.ts';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { statusOf } from './line-words.ts';

/** Where a row has nothing to show. */
export const none = <span className="faint">–</span>;

interface AmountProps {
  readonly minor: MinorUnits | null | undefined;
  readonly currency: string;
  readonly isUnitInHead: boolean;
}

/** An amount to the cent: the cent is the matter here. */
export const Amount = ({ minor, currency, isUnitInHead }: AmountProps): ReactElement =>
  minor === null || minor === undefined ? (
    none
  ) : (
    <data value={minor / 100} data-exact={formatMoney(minor, currency)}>
      {isUnitInHead ? formatAmount(minor) : formatMoney(minor, currency)}
    </data>
  );

/** Reference and version of the quote, the revision where it is not the first; status below where it has no column. */
export function Reference({ line }: { readonly line: BookLine }): ReactElement {
  const revision = line.revision > 1 ? `revision ${line.revision}` : '';
  return (
    <>
      {line.issued === null ? none : `${line.issued.reference} v${line.issued.version}`}
      {revision !== '' && <span className="faint book-beside"> · {revision}</span>}
      <span className="book-second">{[statusOf(line), revision].filter(Boolean).join(', ')}</span>
    </>
  );
}
