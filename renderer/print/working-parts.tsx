import type { ReactElement } from 'react';
import { corridorPosition, corridorSpan } from '#shared/domain/corridor-words.ts';
import {
  formatEventChance,
  formatEvents,
  formatLoss,
  formatRateOnLine,
  formatRelativity,
} from '#shared/domain/format-figures.ts';
import { formatAmount, formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue, formatSignificant } from '#shared/domain/format-number.ts';
import { toMinor } from '#shared/domain/money.ts';
import type { Corridor, PriceResult } from '#shared/pricing/price-result.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { quotedParts } from './part-numbers.ts';
import { PrintTable } from './print-table.tsx';
import { WorkingModel } from './working-model.tsx';

interface WorkingPartsProps {
  readonly document: QuoteDocument;
  readonly price: PriceResult;
}

/** Market corridor and where the part falls in it, in a few words. */
function corridorWords(corridor: Corridor | null, words: DocumentWords): string {
  if (corridor === null) return 'No corridor';
  const of = corridor.measure === 'rate-on-line' ? '' : ` ${words.corridorOf}`;
  return `${corridorSpan(corridor)}${of}: ${corridorPosition(corridor)}`;
}

/** Every part's numbers in the order of the rating algorithm, so that the price can be followed by hand. */
export function WorkingParts({ document, price }: WorkingPartsProps): ReactElement {
  const { currency } = document.content;
  const { title, short, number } = quotedParts(document);
  const parts = price.parts.toSorted((a, b) => number(a.part) - number(b.part));
  const figure = { kind: 'figure' } as const;
  const movesWithSize = price.parts.some(({ sizeFactor }) => sizeFactor !== undefined);
  const hasSmallEvents = price.parts.some(({ eventFrequency }) => eventFrequency !== undefined);
  return (
    <>
      <h2 id="parts">Part by part</h2>
      {parts.length > 1 && <p>{`${parts.map(({ part }) => title(part)).join('; ')}.`}</p>}
      <h3>Events in the period</h3>
      <PrintTable
        label="Frequency of each part"
        empty="No quoted part has a loss model."
        columns={[
          { label: 'Part', width: 12 },
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
        rows={parts.map((part) => ({
          key: part.part,
          cells: [
            short(part.part),
            formatSignificant(part.baseFrequency),
            ...(movesWithSize ? [formatRelativity(part.sizeFactor ?? 1)] : []),
            formatSignificant(part.typeRelativity),
            formatRelativity(part.scoreRelativity),
            formatRelativity(part.ownExperience.z),
            formatRelativity(part.evidenceLoad),
            formatEvents(part.frequency),
            ...(hasSmallEvents ? [formatEvents(part.eventFrequency ?? part.frequency)] : []),
            formatRelativity(part.mixingCv2),
          ],
        }))}
      />
      <h3>{`Loss of each event and of the period, ${currency}`}</h3>
      <PrintTable
        label="Severity and loss of each part"
        empty="No quoted part has a loss model."
        columns={[
          { label: 'Part', width: 12 },
          { label: 'Exposed value', ...figure },
          { label: 'Reaches the layer', ...figure },
          { label: 'Uses up the layer', ...figure },
          { label: 'Mean event', ...figure },
          { label: 'Mean of the period', ...figure },
          { label: 'Standard deviation', ...figure },
        ]}
        rows={parts.map((part) => ({
          key: part.part,
          cells: [
            short(part.part),
            formatMoneyPlain(toMinor(part.exposedValue), currency),
            formatEventChance(part.probabilityAttach),
            formatEventChance(part.probabilityExhaust),
            formatLoss(part.eventMean),
            formatLoss(part.periodMean),
            formatLoss(part.periodSd),
          ],
        }))}
      />
      {hasSmallEvents && (
        <p className="small">
          Events λ are the large ones; beside them stand small ones, whose size does not go with the exposed
          value. An event of the next table is of either kind.
        </p>
      )}
      <WorkingModel document={document} price={price} />
      <h3>{`Share of the premium and market corridor, ${currency}`}</h3>
      <PrintTable
        label="Share of premium and corridor of each part"
        columns={[
          { label: 'Part', width: 14 },
          { label: 'Share of technical', ...figure },
          { label: 'Share of quoted', ...figure },
          { label: 'Rate on line a year', ...figure },
          { label: 'Market corridor', width: 26 },
        ]}
        rows={[
          ...parts.map((part) => ({
            key: part.part,
            cells: [
              short(part.part),
              formatAmount(part.shareOfTechnicalMinor),
              formatAmount(part.shareOfQuotedMinor),
              formatRateOnLine(part.rateOnLine),
              corridorWords(part.corridor, document.words),
            ],
          })),
          ...price.enteredParts.map((part) => ({
            key: part.part,
            cells: [
              short(part.part),
              formatAmount(part.premiumMinor),
              formatAmount(part.shareOfQuotedMinor),
              formatRateOnLine(part.rateOnLine),
              corridorWords(part.corridor, document.words),
            ],
            under: `Entered rate ${formatPercentValue(part.ratePercent)}: ${part.reason}`,
          })),
        ]}
      />
    </>
  );
}
