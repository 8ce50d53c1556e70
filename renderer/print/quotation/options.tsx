import type { ReactElement } from 'react';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import type { Quotation, QuotationOption } from '#shared/quote/quotation.ts';
import { PageLink } from '../page-link.tsx';
import { PrintTable } from '../print-table.tsx';

interface OptionsProps {
  readonly quotation: Quotation;
}

type Part = QuotationOption['parts'][number];
type Row = readonly [label: string, of: (option: QuotationOption) => string];

const NOT_THERE = '–';

/** The structures side by side: one is accepted. */
export function Options({ quotation }: OptionsProps): ReactElement {
  const { options, currency } = quotation;
  const where = (part: Part['part'], has: (own: Part) => boolean, row: Row): readonly Row[] =>
    options.some(({ parts }) => parts.some((own) => own.part === part && has(own))) ? [row] : [];
  const policy = (
    label: string,
    of: (option: QuotationOption) => QuotationOption['policyLimitMinor'],
  ): readonly Row[] =>
    options.some((option) => (of(option) ?? 0) > 0)
      ? [[label, (option) => ((of(option) ?? 0) > 0 ? plain(of(option)) : 'None')]]
      : [];
  const rows: readonly Row[] = [
    ...partsOf(options).flatMap(({ part, label }): readonly Row[] => {
      const of = (words: (own: Part) => string) => (option: QuotationOption) => {
        const own = option.parts.find((candidate) => candidate.part === part);
        return own === undefined ? NOT_THERE : words(own);
      };
      return [
        [`${label}: limit each event`, of((own) => formatAmountPlain(own.limitMinor))],
        [
          `${label}: deductible`,
          of((own) => (own.retentionMinor > 0 ? formatAmountPlain(own.retentionMinor) : 'None')),
        ],
        [
          `${label}: coinsurance`,
          of((own) => (own.coinsurancePercent > 0 ? formatPercentValue(own.coinsurancePercent) : 'None')),
        ],
        [`${label}: limit in the period`, of((own) => formatAmountPlain(own.aggregateLimitMinor))],
        ...where(part, ({ aggregateRetentionMinor }) => aggregateRetentionMinor > 0, [
          `${label}: aggregate deductible`,
          of((own) =>
            own.aggregateRetentionMinor > 0 ? formatAmountPlain(own.aggregateRetentionMinor) : 'None',
          ),
        ]),
        ...where(part, ({ hasAverageClause }) => hasAverageClause, [
          `${label}: average applies`,
          of((own) => (own.hasAverageClause ? 'Yes' : 'No')),
        ]),
        ...where(part, ({ isShared }) => isShared, [
          `${label}: shares the policy’s limit`,
          of((own) => (own.isShared ? 'Yes' : 'No')),
        ]),
      ];
    }),
    ...policy('Policy: limit in the period', ({ policyLimitMinor }) => policyLimitMinor),
    ...policy('Policy: aggregate deductible', ({ policyRetentionMinor }) => policyRetentionMinor),
    ['Most paid for one event', ({ mostEventMinor }) => plain(mostEventMinor)],
    ['Most paid in the period', ({ mostPeriodMinor }) => plain(mostPeriodMinor)],
    [
      'Premium at 100%',
      ({ premiumMinor }) => (premiumMinor === null ? NOT_THERE : formatAmount(premiumMinor)),
    ],
    [
      'Payable by the insured',
      ({ payableMinor }) => (payableMinor === null ? NOT_THERE : formatAmount(payableMinor)),
    ],
  ];
  return (
    <>
      <p>
        <PageLink to="risk-details">Page 1</PageLink>
        {` is of option ${options[0]?.id ?? 'A'}. An acceptance names the option that it takes.`}
      </p>
      <PrintTable
        className="options-table"
        label={`Options side by side, amounts in ${currency}`}
        columns={[
          { label: `Amounts in ${currency}`, width: 34 },
          ...options.map(({ id, label }) => ({
            label: label === null ? `Option ${id}` : `Option ${id}: ${label}`,
            kind: 'figure' as const,
          })),
        ]}
        rows={rows.map(([label, of], index) => ({
          key: label,
          cells: [label, ...options.map(of)],
          isTotal: index >= rows.length - 2,
        }))}
      />
    </>
  );
}

const plain = (minor: QuotationOption['mostEventMinor']): string =>
  minor === null ? NOT_THERE : formatAmountPlain(minor);

/** Every part that an option covers, in the order of the first that has it. */
const partsOf = (options: readonly QuotationOption[]): readonly Pick<Part, 'part' | 'label'>[] => {
  const all = options.flatMap(({ parts }) => parts);
  return all.filter(({ part }, i) => all.findIndex((other) => other.part === part) === i);
};
