import type { ReactElement } from 'react';
import {
  formatEventChance,
  formatEvents,
  formatRateOnLine,
  formatRelativity,
} from '#shared/domain/format-figures.ts';
import { formatAmountPlain, formatUnits } from '#shared/domain/format-money.ts';
import { formatPercentValue, formatSignificant } from '#shared/domain/format-number.ts';
import { toMinor } from '#shared/domain/money.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { PriceTableProps } from './build-up-table.tsx';

/** Every number of each part in the order of the rating algorithm, parts side by side. */
export function PartsTable({ price, currency }: PriceTableProps): ReactElement {
  const { parts, enteredParts } = price;
  type Part = (typeof parts)[number];
  const line = (label: string, of: (part: Part) => string) => ({
    key: label,
    cells: [label, ...parts.map(of)],
  });
  /** A line that only models with the rule for it have. */
  const lineWhere = (label: string, of: (part: Part) => number | undefined) =>
    parts.some((part) => of(part) !== undefined)
      ? [
          line(label, (part) => {
            const figure = of(part);
            return figure === undefined ? '–' : formatSignificant(figure);
          }),
        ]
      : [];
  return (
    <>
      {parts.length > 0 && (
        <DataTable
          label="Working of each part"
          columns={[
            { label: `In ${currency} unless stated` },
            ...parts.map(({ label }) => ({ label, isFigure: true })),
          ]}
          rows={[
            line('Limit each event', (part) => formatAmountPlain(part.limitMinor)),
            line('Retention each event', (part) => formatAmountPlain(part.retentionMinor)),
            line('Exposed value', (part) => formatAmountPlain(toMinor(part.exposedValue))),
            line('Base frequency, a year', (part) => formatSignificant(part.baseFrequency)),
            ...lineWhere('× size', (part) => part.sizeFactor),
            line('× type', (part) => formatSignificant(part.typeRelativity)),
            line('× score', (part) => formatRelativity(part.scoreRelativity)),
            line('× own experience', (part) => formatRelativity(part.ownExperience.z)),
            line('× evidence', (part) => formatRelativity(part.evidenceLoad)),
            line('Events in the period', (part) => formatEvents(part.frequency)),
            ...lineWhere('With small events', (part) => part.eventFrequency),
            line('Chance that an event attaches', (part) => formatEventChance(part.probabilityAttach)),
            line('Chance that it exhausts the limit', (part) => formatEventChance(part.probabilityExhaust)),
            line('Mean loss each event', (part) => formatUnits(part.eventMean)),
            line('Mean loss of the period', (part) => formatUnits(part.periodMean)),
            line('Standard deviation', (part) => formatUnits(part.periodSd)),
            line('Share of technical premium', (part) => formatAmountPlain(part.shareOfTechnicalMinor)),
            line('Share of quoted premium', (part) => formatAmountPlain(part.shareOfQuotedMinor)),
            line('Rate on line, a year', (part) => formatRateOnLine(part.rateOnLine)),
          ]}
        />
      )}
      {enteredParts.length > 0 && (
        <DataTable
          label="Parts at an entered rate"
          columns={[
            { label: 'At an entered rate' },
            { label: 'Reason' },
            { label: 'Limit', isFigure: true },
            { label: 'Rate', isFigure: true },
            { label: 'Premium', isFigure: true },
          ]}
          rows={enteredParts.map((part) => ({
            key: part.part,
            cells: [
              part.label,
              part.reason,
              formatAmountPlain(part.limitMinor),
              formatPercentValue(part.ratePercent),
              formatAmountPlain(part.premiumMinor),
            ],
          }))}
        />
      )}
    </>
  );
}
