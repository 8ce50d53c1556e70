import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatAmountPlain, formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { ORDER_SENTENCE } from '#shared/domain/order-of-application.ts';
import { SUB_LIMITS_NOT_PRICED } from '#shared/domain/sub-limits.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { Quotation, QuotationCause } from '#shared/quote/quotation.ts';
import { PrintTable } from '../print-table.tsx';
import { missing } from '../value-or-missing.tsx';
import { partsOf } from './parts-of.ts';

interface QuotationProps {
  readonly quotation: Quotation;
}

/** What each part insures and how its terms work together. */
export function CoverWords({ quotation }: QuotationProps): ReactElement {
  const { currency } = quotation;
  const { title } = partsOf(quotation);
  return (
    <>
      <p>{ORDER_SENTENCE}</p>
      {quotation.parts.map((part) => (
        <section key={part.part} className="part">
          <h3>{title(part.part)}</h3>
          <p>{`${part.insures}.`}</p>
          <p>
            {`The insurer pays what is left of each loss after the deductible, up to ${formatMoneyPlain(part.limitMinor, currency)}`}
            {part.coinsurancePercent > 0
              ? `, less the insured’s share of ${formatPercentValue(part.coinsurancePercent)} of that`
              : ''}
            {part.aggregateRetentionMinor > 0
              ? `, and of what that comes to in the period the first ${formatMoneyPlain(part.aggregateRetentionMinor, currency)} stays with the insured`
              : ''}
            {`: at most ${formatMoneyPlain(part.mostPaidMinor, currency)} for one event`}
            {part.hasAverageClause
              ? '. Average applies: a loss is paid in the proportion of the limit to the value exposed'
              : ''}
            .
          </p>
          {part.subLimits.length === 0 ? null : <p>{SUB_LIMITS_NOT_PRICED}</p>}
          {part.subLimits.length === 0 ? null : (
            <PrintTable
              label={`Sub-limits of ${title(part.part)}`}
              columns={[{ label: 'Sub-limit' }, { label: currency, kind: 'figure', width: 26 }]}
              rows={part.subLimits.map(({ label, limitMinor }) => ({
                key: label,
                cells: [label, formatAmountPlain(limitMinor)],
              }))}
            />
          )}
        </section>
      ))}
    </>
  );
}

/** Which part answers for each cause of loss, and up to which amount. */
export function Causes({ quotation }: QuotationProps): ReactElement {
  const { currency, causes } = quotation;
  const { reference } = partsOf(quotation);
  return (
    <PrintTable
      label="Causes of loss and what is paid"
      columns={[
        { label: 'Cause of loss', width: 46 },
        { label: 'Answered' },
        { label: `Up to, each event (${currency})`, kind: 'figure', width: 22 },
      ]}
      rows={causes.map((cause) => ({
        key: cause.label,
        cells: [
          cause.label,
          <AnswerMark key="mark" cause={cause} under={reference(cause.parts)} />,
          cause.upToMinor === null ? '' : formatAmountPlain(cause.upToMinor),
        ],
      }))}
    />
  );
}

const ANSWERS: Readonly<Record<QuotationCause['answer'], string>> = {
  full: 'Full',
  limited: 'Limited',
  no: 'No',
  'on-the-facts': 'Only under the part that the facts show',
};

function AnswerMark({
  cause,
  under,
}: {
  readonly cause: QuotationCause;
  readonly under: string;
}): ReactElement {
  return (
    <span className="answer" data-answer={cause.answer}>
      <Disc answer={cause.answer} />
      {ANSWERS[cause.answer]}
      {cause.parts.length === 0 ? '' : `, ${under}`}
    </span>
  );
}

/** A filled, a half and an empty disc, drawn: a letter of them is not in every face. */
function Disc({ answer }: { readonly answer: QuotationCause['answer'] }): ReactElement {
  return (
    <svg viewBox="0 0 10 10" width="7" height="7" aria-hidden="true">
      <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1" />
      {answer === 'full' ? <circle cx="5" cy="5" r="4.2" /> : null}
      {answer === 'limited' ? <path d="M5 0.8a4.2 4.2 0 0 0 0 8.4z" /> : null}
    </svg>
  );
}

export function Exclusions({ quotation }: QuotationProps): ReactElement {
  const { reference } = partsOf(quotation);
  return (
    <PrintTable
      label="Exclusions"
      empty="No exclusion applies to the quoted parts."
      columns={[
        { label: 'Not covered', width: 28 },
        { label: 'In plain words' },
        { label: 'Applies to', width: 20 },
        { label: 'Bought back', width: 13 },
      ]}
      rows={quotation.exclusions.map(({ label, plain, parts, isBoughtBack }) => ({
        key: label,
        cells: [label, `${plain}.`, upperFirst(reference(parts)), isBoughtBack ? 'Yes' : 'No'],
      }))}
    />
  );
}

export function Subjectivities({ quotation }: QuotationProps): ReactElement {
  return (
    <PrintTable
      label="Subjectivities"
      empty="Nothing further: the terms are not subject to anything else."
      columns={[
        { label: 'Subject to' },
        { label: 'From', width: 15 },
        { label: 'To', width: 15 },
        { label: 'Due', width: 20 },
        { label: 'If not met', width: 18 },
      ]}
      rows={quotation.subjectivities.map(({ text, from, to, dueOn, when, otherwise }, index) => ({
        key: `${index} ${text}`,
        cells: [
          `${text}.`,
          from ?? missing('Not stated'),
          to ?? missing('Not stated'),
          `${dueOn === null ? 'No date' : formatDate(dueOn)}${when === null ? '' : when === 'before-binding' ? ', before cover binds' : ', after cover binds'}`,
          otherwise ?? missing('Not stated'),
        ],
      }))}
    />
  );
}

export function Schedule({ quotation }: QuotationProps): ReactElement {
  const { schedule } = quotation;
  const { reference } = partsOf(quotation);
  return (
    <PrintTable
      label="Schedule of covered assets"
      empty="To be agreed: nothing is covered until it is scheduled."
      columns={[
        { label: 'Address', width: 46 },
        { label: 'Chain', width: 14 },
        { label: 'Used for' },
        { label: 'Part', width: 14 },
      ]}
      rows={schedule.map(({ kind, address, chain, label, part }, index) => ({
        key: `${index} ${address}`,
        cells: [
          address,
          chain ?? '',
          `${upperFirst(kind)}${label === undefined ? '' : `, ${label}`}`,
          part === undefined ? 'Every part' : upperFirst(reference([part])),
        ],
      }))}
    />
  );
}
