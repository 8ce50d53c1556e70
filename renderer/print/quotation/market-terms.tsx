import type { ReactElement } from 'react';
import { POOLING_LABELS } from '#shared/domain/choices.ts';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { type Fact, FactList } from '../fact-list.tsx';
import { missing } from '../value-or-missing.tsx';

interface QuotationProps {
  readonly quotation: Quotation;
}

/** A term that stands only where it was agreed. */
const agreed = (name: string, value: string | null): readonly Fact[] =>
  value === null ? [] : [{ name, value }];

// Service of suit, recording of information and complaints are conditions that a contract takes or does without: where one
// is chosen it stands under Conditions, and its absence is no gap that a broker has to close.
const notAgreed = (quotation: Quotation): readonly string[] => {
  const { territory, law, jurisdiction, claimsDays, discoveryDays, premium, situs } = quotation;
  const terms: readonly (readonly [value: unknown, words: string])[] = [
    [territory, 'situation and territory'],
    [law, 'choice of law'],
    [jurisdiction, 'jurisdiction'],
    [premium?.terms ?? null, 'premium payment'],
    [situs, 'where the risk lies for taxes'],
    [claimsDays, 'the time for notice of a loss'],
    [discoveryDays, 'discovery after the period'],
    [noticesOf(quotation), 'where notices and claims are sent'],
  ];
  return terms.flatMap(([value, words]) => (value === null ? [words] : []));
};

/** Only an insurer whose address stands on page 1 can be written to there. */
const noticesOf = ({ insurer, sentences }: Quotation): string | null =>
  (insurer?.address ?? null) === null ? null : (sentences?.notices ?? null);

/** Where, under which law, and how the premium is paid; then what was not agreed. */
export function MarketTerms({ quotation }: QuotationProps): ReactElement {
  const { waitingHours, discoveryDays, claimsDays, retroactiveDate, pooling, sentences } = quotation;
  const open = notAgreed(quotation);
  const hasTaxes = (quotation.premium?.taxes.length ?? 0) > 0;
  return (
    <FactList
      facts={[
        ...agreed('Situation and territory', quotation.territory),
        ...agreed('Choice of law', quotation.law),
        ...agreed('Jurisdiction', quotation.jurisdiction),
        ...agreed('Premium payment', quotation.premium?.terms ?? null),
        ...agreed('Taxes', hasTaxes ? (sentences?.taxes ?? null) : 'None are entered'),
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
        ...agreed('Limit for clients', pooling === null ? null : POOLING_LABELS[pooling]),
        ...agreed('Notices and claims', noticesOf(quotation)),
        ...agreed('Not agreed', open.length === 0 ? null : `${upperFirst(open.join('; '))}.`),
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
            <li key={text}>{`${kind === 'warranty' ? 'Warranty: ' : ''}${text.replace(/\.?$/, '.')}`}</li>
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
              value:
                line.role === 'lead' ? 'As leader' : `Following ${isolated(line.leader ?? 'the leader')}`,
            },
            ...agreed('Line conditions', line.conditions ?? null),
          ]}
        />
      )}
      {quotation.sentences === undefined ? null : <p>{quotation.sentences.several}</p>}
    </>
  );
}

export function InformationReliedOn({ quotation }: QuotationProps): ReactElement {
  const { information, sentences } = quotation;
  const days = [...new Set(information.map(({ seenOn }) => seenOn))];
  return (
    <>
      {sentences === undefined ? null : <p>{sentences.information}</p>}
      {information.length === 0 ? (
        <p className="missing">No document is named.</p>
      ) : (
        <ul className="wording-list set-in-two information">
          {days.toSorted().map((day) => (
            <li key={day}>
              {day === null ? missing('On a day that is not stated: ') : `Seen ${formatDate(day)}: `}
              {`${information
                .filter(({ seenOn }) => seenOn === day)
                .map(({ source }) => source)
                .join('; ')}.`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
