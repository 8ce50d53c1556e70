import type { ReactElement } from 'react';
import { formatMoney, formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { ourPercent, ourShareMinor } from '#shared/domain/our-share.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { type Fact, FactList } from './fact-list.tsx';
import { OptionsTable } from './options-table.tsx';
import { Sheet } from './sheet.tsx';

interface DealPagesProps {
  readonly document: QuoteDocument;
}

/** The options side by side, and our part of the order, where a deal has either. */
export function DealPages({ document }: DealPagesProps): ReactElement | null {
  const { options = [] } = document;
  const { line } = document.content.terms;
  if (options.length === 0 && line === undefined) return null;
  const title = options.length === 0 ? 'Our line' : line === undefined ? 'Options' : 'Options and our line';
  return (
    <Sheet id="deal" title={title} document={document}>
      {options.length > 0 && <OptionsTable document={document} options={options} />}
      {line !== undefined && <OurLine document={document} />}
    </Sheet>
  );
}

/** Our part of the order, and what it comes to of the first page's figures. */
function OurLine({ document: { content, price, options = [] } }: DealPagesProps): ReactElement | null {
  const { terms, currency } = content;
  const { line } = terms;
  if (line === undefined) return null;
  const percent = ourPercent(terms);
  const share: readonly Fact[] =
    price === null
      ? []
      : [
          {
            name: 'Our share of the quoted premium',
            value: formatMoney(ourShareMinor(price.quotedMinor, percent), currency),
          },
          {
            name: 'Our share of the maximum payable',
            value: formatMoneyPlain(ourShareMinor(price.maximumPayableMinor, percent), currency),
          },
        ];
  return (
    <section>
      {options.length > 0 && <h2>Our line</h2>}
      <p>
        {`All figures of this document are at 100%${options.length > 1 ? '; our share here is of the first page’s option' : ''}.`}
      </p>
      <FactList
        kind="figures"
        facts={[
          { name: 'Order', value: formatPercentValue(line.orderPercent) },
          { name: 'Our written line, of the whole', value: formatPercentValue(line.writtenPercent) },
          {
            name: 'We',
            value:
              line.role === 'lead'
                ? 'lead'
                : line.leader === undefined
                  ? 'follow; the leader is not named'
                  : `follow ${isolated(line.leader)}`,
          },
          ...share,
        ]}
      />
      {line.conditions !== undefined && <p>{`Conditions of our line: ${line.conditions}`}</p>}
    </section>
  );
}
