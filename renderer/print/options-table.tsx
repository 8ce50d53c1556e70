import type { ReactElement } from 'react';
import { formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { standsUnderPolicy } from '#shared/domain/stands-under-policy.ts';
import type { DocumentOption, OptionFigures } from '#shared/quote/document-options.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { PrintTable } from './print-table.tsx';

interface OptionsTableProps {
  readonly document: QuoteDocument;
  readonly options: readonly DocumentOption[];
}

interface Line {
  readonly label: string;
  readonly cells: readonly string[];
}

type Part = DocumentOption['parts'][number] & { readonly isUnderPolicy: boolean };

/** Every part that an option covers, in the order of the first that has it. */
const partsOf = (options: readonly DocumentOption[]): readonly Pick<Part, 'part' | 'label'>[] => {
  const all = options.flatMap(({ parts }) => parts);
  return all.filter(({ part }, i) => all.findIndex((other) => other.part === part) === i);
};

const amountOrNil = (minor: Part['limitMinor']): string => (minor > 0 ? formatAmountPlain(minor) : 'Nil');

function partLines(options: readonly DocumentOption[]): readonly Line[] {
  return partsOf(options).flatMap(({ part, label }): readonly Line[] => {
    const terms = options.map((option): Part | undefined => {
      const found = option.parts.find((candidate) => candidate.part === part);
      return found && { ...found, isUnderPolicy: standsUnderPolicy(option)(found) };
    });
    const line = (what: string, of: (terms: Part) => string): Line => ({
      label: `${label}: ${what}`,
      cells: terms.map((found) => (found === undefined ? '–' : of(found))),
    });
    const where = (what: string, has: (terms: Part) => boolean, of: (terms: Part) => string) =>
      terms.some((found) => found !== undefined && has(found)) ? [line(what, of)] : [];
    return [
      line('limit each event', ({ limitMinor }) => formatAmountPlain(limitMinor)),
      line('retention each event', ({ retentionMinor }) => amountOrNil(retentionMinor)),
      ...where(
        'coinsurance',
        ({ coinsurancePercent }) => coinsurancePercent > 0,
        ({ coinsurancePercent }) =>
          coinsurancePercent > 0 ? formatPercentValue(coinsurancePercent) : 'None',
      ),
      line('aggregate limit', ({ aggregateLimitMinor, limitMinor }) =>
        formatAmountPlain(aggregateLimitMinor ?? limitMinor),
      ),
      ...where(
        'aggregate retention',
        ({ aggregateRetentionMinor }) => aggregateRetentionMinor > 0,
        ({ aggregateRetentionMinor }) => amountOrNil(aggregateRetentionMinor),
      ),
      ...where(
        'average clause',
        ({ hasAverageClause }) => hasAverageClause === true,
        ({ hasAverageClause }) => (hasAverageClause === true ? 'Yes' : 'No'),
      ),
      ...where(
        'entered rate',
        ({ enteredRate }) => enteredRate !== null,
        ({ enteredRate }) => (enteredRate === null ? 'No' : formatPercentValue(enteredRate.ratePercent)),
      ),
      ...where(
        'under the policy aggregate',
        ({ isUnderPolicy }) => isUnderPolicy,
        ({ isUnderPolicy }) => (isUnderPolicy ? 'Yes' : 'No'),
      ),
    ];
  });
}

function policyLines(options: readonly DocumentOption[]): readonly Line[] {
  const line = (
    label: string,
    has: (option: DocumentOption) => boolean,
    of: (o: DocumentOption) => string,
  ) => (options.some(has) ? [{ label, cells: options.map(of) }] : []);
  return [
    ...line(
      'Policy aggregate limit',
      (option) => option.policyAggregateLimitMinor !== null,
      ({ policyAggregateLimitMinor: minor }) =>
        minor === null ? 'Largest of the parts' : formatAmountPlain(minor),
    ),
    ...line(
      'Policy aggregate retention',
      (option) => option.policyAggregateRetentionMinor > 0,
      (option) => amountOrNil(option.policyAggregateRetentionMinor),
    ),
    ...line(
      'Schedule adjustment',
      (option) => option.schedulePercent !== 0,
      (option) => (option.schedulePercent === 0 ? 'None' : formatPercentValue(option.schedulePercent)),
    ),
    ...line(
      'Brokerage',
      (option) => option.brokeragePercent !== null,
      ({ brokeragePercent: percent }) =>
        percent === null ? 'As the rating model' : formatPercentValue(percent),
    ),
  ];
}

function figureLines(options: readonly DocumentOption[]): readonly Line[] {
  const line = (label: string, of: (figures: OptionFigures) => string): Line => ({
    label,
    cells: options.map(({ figures }) => (figures === null ? 'Not priced' : of(figures))),
  });
  return [
    line('Most paid for one event', ({ mostEventMinor }) => formatAmountPlain(mostEventMinor)),
    line('Most paid in the period', ({ mostPeriodMinor }) => formatAmountPlain(mostPeriodMinor)),
    line('Rate on line', ({ rateOnLine }) => formatRateOnLine(rateOnLine)),
    line('Quoted premium', ({ quotedMinor }) => formatAmount(quotedMinor)),
    line('Payable with taxes', ({ payableMinor }) => formatAmount(payableMinor)),
  ];
}

/** The options side by side, a mark where one is other than the first. */
export function OptionsTable({ document, options }: OptionsTableProps): ReactElement {
  const { currency } = document.content;
  const [first] = options;
  const totals = figureLines(options);
  const lines = [...partLines(options), ...policyLines(options), ...totals];
  const marked = (cells: readonly string[]) =>
    cells.map((cell, i) => (i > 0 && cell !== cells[0] ? `${cell} *` : cell));
  return (
    <section>
      <h2>Options side by side</h2>
      <p>
        {`From one set of answers, at 100% and in ${currency}. The other pages are of option ${first?.id ?? 'A'}; * marks what is other than there.`}
      </p>
      <PrintTable
        className="options-table"
        label={`Options side by side, ${currency}`}
        columns={[
          { label: `In ${currency} unless stated`, width: 32 },
          ...options.map(({ id, label }) => ({
            label: label === null ? `Option ${id}` : `${id}: ${label}`,
            kind: 'figure' as const,
          })),
        ]}
        rows={lines.map((line) => ({
          key: line.label,
          cells: [line.label, ...marked(line.cells)],
          isTotal: line.label === 'Quoted premium',
        }))}
      />
      <Adjustments options={options} />
    </section>
  );
}

/** The reasons of schedule adjustments and entered rates, which are too long for a column. */
function Adjustments({ options }: Pick<OptionsTableProps, 'options'>): ReactElement | null {
  const reasons = options.flatMap(({ id, schedulePercent, scheduleReason, scheduleNote, parts }) => [
    ...(schedulePercent === 0
      ? []
      : [
          `Option ${id}, schedule adjustment: ${scheduleReason === null ? 'reason not stated' : lowerFirst(scheduleReason)}${scheduleNote === null ? '.' : `. ${scheduleNote}`}`,
        ]),
    ...parts.flatMap(({ label, enteredRate }) =>
      enteredRate === null ? [] : [`Option ${id}, entered rate of ${label}: ${enteredRate.reason}`],
    ),
  ]);
  if (reasons.length === 0) return null;
  return (
    <ul className="notes">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
