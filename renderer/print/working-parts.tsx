import type { ReactElement } from 'react';
import { corridorPosition } from '#shared/domain/corridor-words.ts';
import { formatAmount, formatMoneyPlain, formatUnits } from '#shared/domain/format-money.ts';
import {
  formatNumber,
  formatPercent,
  formatPercentValue,
  formatShareValue,
  formatSignificant,
} from '#shared/domain/format-number.ts';
import { toMinor } from '#shared/domain/money.ts';
import type { Corridor, PriceResult } from '#shared/pricing/price-result.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { quotedParts } from './part-numbers.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingPartsProps {
  readonly document: QuoteDocument;
  readonly price: PriceResult;
}

/** Market corridor and where the part falls in it, in a few words. */
function corridorWords(corridor: Corridor | null, words: DocumentWords): string {
  if (corridor === null) return 'No corridor';
  const span = `${formatShareValue(corridor.low)} to ${formatShareValue(corridor.high)}`;
  const of = corridor.measure === 'rate-on-line' ? '' : ` ${words.corridorOf}`;
  return `${span}${of}: ${corridorPosition(corridor, (share) => formatPercent(share, 3))}`;
}

/** Every part's numbers in the order of the rating algorithm, so that the price can be followed by hand. */
export function WorkingParts({ document, price }: WorkingPartsProps): ReactElement {
  const { currency } = document.content;
  const { title } = quotedParts(document);
  const figure = { kind: 'figure' } as const;
  const movesWithSize = price.parts.some(({ sizeFactor }) => sizeFactor !== undefined);
  const hasSmallEvents = price.parts.some(({ eventFrequency }) => eventFrequency !== undefined);
  return (
    <>
      <h2>Part by part</h2>
      <h3>Events in the period</h3>
      <PrintTable
        label="Frequency of each part"
        className="dense"
        empty="No quoted part has a loss model."
        columns={[
          { label: 'Part', width: 24 },
          { label: 'Base a year', ...figure },
          ...(movesWithSize ? [{ label: 'Size f', ...figure }] : []),
          { label: 'Type', ...figure },
          { label: 'Score R', ...figure },
          { label: 'Own record Z', ...figure },
          { label: 'Evidence U', ...figure },
          { label: 'Events λ', ...figure },
          ...(hasSmallEvents ? [{ label: 'With small', ...figure }] : []),
          { label: 'Mixing cv²', ...figure },
        ]}
        rows={price.parts.map((part) => ({
          key: part.part,
          cells: [
            title(part.part),
            formatSignificant(part.baseFrequency),
            ...(movesWithSize ? [formatNumber(part.sizeFactor ?? 1, 4)] : []),
            formatSignificant(part.typeRelativity),
            formatNumber(part.scoreRelativity, 4),
            formatNumber(part.ownExperience.z, 4),
            formatNumber(part.evidenceLoad, 4),
            formatSignificant(part.frequency, 5),
            ...(hasSmallEvents ? [formatSignificant(part.eventFrequency ?? part.frequency, 5)] : []),
            formatNumber(part.mixingCv2, 4),
          ],
        }))}
      />
      <h3>{`Loss of each event and of the period, ${currency}`}</h3>
      <PrintTable
        label="Severity and loss of each part"
        className="dense"
        empty="No quoted part has a loss model."
        columns={[
          { label: 'Part', width: 24 },
          { label: 'Exposed value', ...figure },
          { label: 'Reaches the layer', ...figure },
          { label: 'Uses up the layer', ...figure },
          { label: 'Mean event', ...figure },
          { label: 'Mean of the period', ...figure },
          { label: 'Standard deviation', ...figure },
        ]}
        rows={price.parts.map((part) => ({
          key: part.part,
          cells: [
            title(part.part),
            formatMoneyPlain(toMinor(part.exposedValue), currency),
            formatPercent(part.probabilityAttach, 1),
            formatPercent(part.probabilityExhaust, 1),
            formatUnits(part.eventMean),
            formatUnits(part.periodMean),
            formatUnits(part.periodSd),
          ],
        }))}
      />
      {hasSmallEvents && (
        <p className="small">
          Events λ are the large ones; beside them stand small ones, whose size does not go with the exposed
          value. An event of the next table is of either kind.
        </p>
      )}
      <p className="small">
        {`Severity: loss = exposed value × damage ratio to the power ${formatNumber(price.kappa, 4)}, from a containment score of ${formatNumber(price.severityScore, 1)}.`}
      </p>
      <h3>{`Share of the premium and market corridor, ${currency}`}</h3>
      <PrintTable
        label="Share of premium and corridor of each part"
        className="dense"
        columns={[
          { label: 'Part', width: 32 },
          { label: 'Share of technical', ...figure },
          { label: 'Share of quoted', ...figure },
          { label: 'Rate on line a year', ...figure },
          { label: 'Market corridor', width: 24 },
        ]}
        rows={[
          ...price.parts.map((part) => ({
            key: part.part,
            cells: [
              title(part.part),
              formatAmount(part.shareOfTechnicalMinor),
              formatAmount(part.shareOfQuotedMinor),
              formatPercent(part.rateOnLine, 3),
              corridorWords(part.corridor, document.words),
            ],
          })),
          ...price.enteredParts.map((part) => ({
            key: part.part,
            cells: [
              `${title(part.part)} (entered rate ${formatPercentValue(part.ratePercent)}: ${part.reason})`,
              formatAmount(part.premiumMinor),
              formatAmount(part.shareOfQuotedMinor),
              formatPercent(part.rateOnLine, 3),
              corridorWords(part.corridor, document.words),
            ],
          })),
        ]}
      />
    </>
  );
}
