import type { ReactElement } from 'react';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { type Fact, FactList } from '../fact-list.tsx';
import { PrintTable } from '../print-table.tsx';
import { missing, ValueOrMissing } from '../value-or-missing.tsx';

interface QuotationProps {
  readonly quotation: Quotation;
}

const stated = (name: string, value: string | null): Fact => ({
  name,
  value: <ValueOrMissing value={value} missing="Not stated" />,
});
/** A term that stands only where it was agreed. */
const agreed = (name: string, value: string | null): readonly Fact[] =>
  value === null ? [] : [{ name, value }];

/** Where, under which law, and how the premium is paid. */
export function MarketTerms({ quotation }: QuotationProps): ReactElement {
  const { waitingHours, discoveryDays, claimsDays, retroactiveDate, pooling } = quotation;
  return (
    <FactList
      facts={[
        stated('Situation and territory', quotation.territory),
        stated('Choice of law', quotation.law),
        stated('Jurisdiction', quotation.jurisdiction),
        stated('Premium payment', quotation.premium?.terms ?? null),
        ...agreed('Risk situated for taxes in', quotation.situs),
        ...agreed('Waiting period', waitingHours === null ? null : formatCount(waitingHours, 'hour')),
        ...agreed(
          'Discovery after the period',
          discoveryDays === null ? null : formatCount(discoveryDays, 'day'),
        ),
        ...agreed(
          'Notice of a loss within',
          claimsDays === null ? null : `${formatCount(claimsDays, 'day')} of its discovery`,
        ),
        ...agreed(
          'Retroactive date',
          retroactiveDate === null ? null : `${formatDate(retroactiveDate)}: nothing that began before`,
        ),
        ...agreed(
          'Limit for clients',
          pooling === null
            ? null
            : pooling === 'pooled'
              ? 'One limit for all clients'
              : 'A limit for each client',
        ),
      ]}
    />
  );
}

export function Conditions({ quotation }: QuotationProps): ReactElement {
  const { clauses, approval } = quotation;
  const conditions = [
    ...quotation.conditions,
    ...(approval?.conditions ?? []).map((text) => ({ kind: 'condition' as const, text })),
  ];
  return (
    <>
      {clauses.map(({ heading, text, isChosen }) => (
        <p key={heading}>
          <strong>{`${heading}. `}</strong>
          {isChosen ? text : missing(text)}
        </p>
      ))}
      {conditions.length === 0 ? (
        <p>No further conditions or warranties.</p>
      ) : (
        <ul className="wording-list">
          {conditions.map(({ kind, text }) => (
            <li key={text}>{`${kind === 'warranty' ? 'Warranty: ' : ''}${text}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Security({ quotation }: QuotationProps): ReactElement {
  const { line } = quotation;
  return (
    <>
      {line === null || line === undefined ? (
        <p className="missing">No line has been written yet.</p>
      ) : (
        <FactList
          facts={[
            { name: 'Order', value: `${formatPercentValue(line.orderPercent)} of 100%` },
            { name: 'Our written line', value: `${formatPercentValue(line.writtenPercent)} of 100%` },
            {
              name: 'Basis',
              value: line.role === 'lead' ? 'As leader' : `Following ${line.leader ?? 'the leader'}`,
            },
            ...agreed('Line conditions', line.conditions ?? null),
          ]}
        />
      )}
      <p>
        Each insurer is liable for its own line alone, severally and not jointly, and for no part of the line
        of another.
      </p>
    </>
  );
}

export function InformationReliedOn({ quotation }: QuotationProps): ReactElement {
  return (
    <>
      <p>
        These terms rest on the documents below and on what was declared. The insured must present the risk
        fairly; a change before inception is to be told at once.
      </p>
      <PrintTable
        label="Information relied on"
        empty="No document is named."
        columns={[{ label: 'Document' }, { label: 'Seen on', width: 20 }]}
        rows={quotation.information.map(({ source, seenOn }) => ({
          key: source,
          cells: [source, seenOn === null ? missing('Not stated') : formatDate(seenOn)],
        }))}
      />
    </>
  );
}
