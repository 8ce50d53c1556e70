import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatShareExposed } from '#shared/domain/format-figures.ts';
import {
  formatAmount,
  formatAmountPlain,
  formatMoney,
  formatMoneyPlain,
} from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { largestMinor } from '#shared/domain/money.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { statusWords } from '../document-words.ts';
import { ExclusionsByParts } from '../exclusions-by-parts.tsx';
import { type Fact, FactList } from '../fact-list.tsx';
import { Masthead } from '../masthead.tsx';
import { PageLink } from '../page-link.tsx';
import { textHeight } from '../paper.ts';
import { PrintTable } from '../print-table.tsx';
import { useDensity } from '../use-density.ts';
import { missing, ValueOrMissing } from '../value-or-missing.tsx';
import { partsOf } from './parts-of.ts';
import { gapInWords, howLimitsMeet, periodInWords, validityInWords } from './quotation-words.ts';

interface QuotationProps {
  readonly quotation: Quotation;
}

interface RiskDetailsProps extends QuotationProps {
  readonly paper: 'a4' | 'letter';
  /** When and as what it was bound, in a sentence; left out of what is only offered. */
  readonly bound?: string;
}

/** Who insures whom for what: the page on which a broker can sign. */
export function RiskDetails({ quotation, paper, bound }: RiskDetailsProps): ReactElement {
  const title = bound === undefined ? paperTitle('quotation', quotation.status) : 'Cover schedule';
  const means = bound ?? statusWords(quotation.status);
  const { insured, reference, version, umr } = quotation;
  const [page, density] = useDensity(textHeight(paper), 3);
  const [who, all] = partiesOf(quotation);
  // What is bound is offered no more.
  const when =
    bound === undefined ? all : all.filter(({ name }) => name !== ENDS.offer && name !== ENDS.indication);
  return (
    <div ref={page} className="risk-details" data-density={density}>
      <Masthead
        insurer={quotation.insurer}
        eyebrow={`${title}: digital-asset insurance`}
        insured={insured.name}
        reference={reference}
        notes={[
          version === null ? 'Not issued' : `Version ${version}`,
          ...(umr === null ? [] : [`UMR ${umr}`]),
        ]}
      />
      <Standing quotation={quotation} means={means} />
      <div className="columns">
        <FactList facts={who} />
        <FactList facts={when} />
      </div>
      <h2>Cover</h2>
      <CoverTable quotation={quotation} />
      <div className="columns">
        <section>
          <h2>Premium</h2>
          <Premium quotation={quotation} />
        </section>
        <section>
          <h2>{bound === undefined ? 'Subject to' : 'Still to be met'}</h2>
          <SubjectTo quotation={quotation} />
        </section>
      </div>
      <h2>What is not covered</h2>
      <NotCovered quotation={quotation} />
      {quotation.status === 'quote' && bound === undefined ? <Acceptance quotation={quotation} /> : null}
    </div>
  );
}

/** An indication is no offer, and says until when it stands all the same. */
const ENDS = { offer: 'Offer ends', indication: 'Indication ends' };

function Standing({ quotation, means }: QuotationProps & { readonly means: string }): ReactElement {
  const { missing: lacks, needsApproval, status } = quotation;
  return (
    <div className="status" data-status={status}>
      <p>{means}</p>
      {lacks.length === 0 && !needsApproval ? null : (
        <ul>
          {needsApproval ? <li>The insurer has still to approve these terms.</li> : null}
          {lacks.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function partiesOf(quotation: Quotation): readonly [who: readonly Fact[], when: readonly Fact[]] {
  const { insured, broker, line, status } = quotation;
  const { legalName, address, jurisdiction, business } = insured;
  const named = legalName !== null && legalName !== insured.name ? `${isolated(legalName)}, ` : '';
  const place = address ?? jurisdiction;
  const who: Fact[] = [
    {
      name: 'Insured',
      value: (
        <>
          {named}
          <ValueOrMissing value={place} missing="address not stated" />
          {`. ${business}`}
        </>
      ),
    },
    { name: 'Broker', value: <ValueOrMissing value={broker} missing="Not stated" /> },
    { name: 'Insurer', value: <InsurerWords insurer={quotation.insurer} /> },
    ...(quotation.approval === null
      ? []
      : [{ name: 'Approved by', value: `${quotation.approval.name}, ${quotation.approval.role}` }]),
  ];
  const when: Fact[] = [
    {
      name: 'Underwriter',
      value: <ValueOrMissing value={quotation.underwriter} missing="Not named" />,
    },
    {
      name: 'Our line',
      value:
        line === null || line === undefined
          ? missing('Not stated: every figure is at 100%')
          : `${formatPercentValue(line.writtenPercent)} of 100%, ${line.role === 'lead' ? 'as leader' : `following ${isolated(line.leader ?? 'the leader')}`}; order ${formatPercentValue(line.orderPercent)}`,
    },
    {
      name: 'Period',
      value: <ValueOrMissing value={periodInWords(quotation)} missing="Inception not stated" />,
    },
    {
      name: status === 'quote' ? ENDS.offer : ENDS.indication,
      value: (
        <ValueOrMissing
          value={validityInWords(quotation)}
          missing={status === 'quote' ? 'Not stated' : 'Not an offer'}
        />
      ),
    },
  ];
  return [who, when];
}

function InsurerWords({ insurer }: Pick<Quotation, 'insurer'>): ReactElement {
  if (insurer === null) return missing('Not stated');
  const { name, address, licence } = insurer;
  return (
    <>
      {[name, address?.replaceAll('\n', ', '), licence]
        .filter((part) => part != null)
        .map(isolated)
        .join(', ')}
    </>
  );
}

function CoverTable({ quotation }: QuotationProps): ReactElement {
  const { parts, currency, mostPaidInPeriodMinor } = quotation;
  const { title } = partsOf(quotation);
  const largest = parts.find(({ part }) => part === quotation.largestGap?.part);
  const gap = gapInWords(quotation, largest === undefined ? '' : title(largest.part));
  return (
    <>
      <PrintTable
        label={`Cover, amounts in ${currency}`}
        empty="No coverage part has been entered, so nothing is covered."
        columns={[
          { label: `Amounts in ${currency}`, width: 30 },
          { label: 'Deductible each event', kind: 'figure', width: 12 },
          { label: 'Limit each event', kind: 'figure', width: 11.5 },
          { label: 'Limit in the period', kind: 'figure', width: 11.5 },
          { label: 'Coinsurance', kind: 'figure', width: 12 },
          { label: 'Most paid for one event', kind: 'figure', width: 14 },
          { label: 'Of value exposed', kind: 'figure', width: 9 },
        ]}
        rows={parts.map((part) => ({
          key: part.part,
          cells: [
            `${title(part.part)}${part.isShared ? ' *' : ''}`,
            part.retentionMinor > 0 ? formatAmountPlain(part.retentionMinor) : 'None',
            formatAmountPlain(part.limitMinor),
            formatAmountPlain(part.aggregateLimitMinor),
            part.coinsurancePercent > 0 ? formatPercentValue(part.coinsurancePercent) : 'None',
            formatAmountPlain(part.mostPaidMinor),
            part.exposedMinor === null
              ? missing('Not stated')
              : formatShareExposed(part.limitMinor / part.exposedMinor),
          ],
        }))}
      />
      <p>
        {mostPaidInPeriodMinor === null ? null : (
          <strong>
            {`Most paid in the period: ${formatMoneyPlain(mostPaidInPeriodMinor, currency)}; for one event: ${formatMoneyPlain(largestMinor(parts.map(({ mostPaidMinor }) => mostPaidMinor)), currency)}. `}
          </strong>
        )}
        {[sharedWords(quotation), howLimitsMeet(quotation)].filter((words) => words !== '').join(' ')}
      </p>
      {parts
        .filter(({ aggregateRetentionMinor }) => aggregateRetentionMinor > 0)
        .map((part) => (
          <p key={part.part}>
            {`${title(part.part)}: an aggregate deductible of ${formatMoneyPlain(part.aggregateRetentionMinor, currency)} in the period comes off first.`}
          </p>
        ))}
      {gap === null ? null : <p>{gap}</p>}
    </>
  );
}

function sharedWords({ parts, policyLimitMinor, policyRetentionMinor, currency }: Quotation): string {
  if (!parts.some(({ isShared }) => isShared) || policyLimitMinor === null) return '';
  const retention =
    policyRetentionMinor > 0
      ? `, after an aggregate deductible of ${formatMoneyPlain(policyRetentionMinor, currency)}`
      : '';
  return `* These parts share one limit of ${formatMoneyPlain(policyLimitMinor, currency)} in the period${retention}.`;
}

function NotCovered({ quotation }: QuotationProps): ReactElement {
  const parts = partsOf(quotation);
  const standing = quotation.exclusions.filter(({ isBoughtBack }) => !isBoughtBack);
  return (
    <ul className="wording-list">
      <li>What lies above the limits or within the deductibles, and whatever is not scheduled.</li>
      <ExclusionsByParts exclusions={standing} parts={parts} />
    </ul>
  );
}

function Premium({ quotation }: QuotationProps): ReactElement {
  const { premium, currency, line } = quotation;
  if (premium === null) return <p className="missing">No premium has been worked out.</p>;
  const facts: Fact[] = [
    { name: 'Premium at 100%', value: formatMoney(premium.wholeMinor, currency), isTotal: true },
    ...(premium.oursMinor === null || line === null || line === undefined
      ? []
      : [
          {
            name: `Our line, ${formatPercentValue(line.writtenPercent)}`,
            value: formatAmount(premium.oursMinor),
          },
        ]),
    ...premium.taxes.map(({ jurisdiction, label, ratePercent, amountMinor }) => ({
      name: `${isolated(label)}, ${isolated(jurisdiction)}, ${formatPercentValue(ratePercent)}`,
      value: formatAmount(amountMinor),
    })),
    ...premium.fees.map(({ label, amountMinor }) => ({ name: label, value: formatAmount(amountMinor) })),
    { name: 'Payable by the insured', value: formatMoney(premium.payableMinor, currency), isTotal: true },
  ];
  return (
    <>
      <FactList facts={facts} kind="figures" />
      {premium.brokeragePercent === null ? null : (
        <p>{`Brokerage ${formatPercentValue(premium.brokeragePercent)} of the premium.`}</p>
      )}
    </>
  );
}

/** As many subjectivities are named on the first page. */
const LISTED_ITEMS = 5;

function SubjectTo({ quotation }: QuotationProps): ReactElement {
  const { subjectivities } = quotation;
  if (subjectivities.length === 0) return <p>Nothing further.</p>;
  const due = subjectivities.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted();
  const first = due[0];
  const before = subjectivities.filter(({ when }) => when === 'before-binding');
  const after = subjectivities.filter(({ when }) => when !== 'before-binding');
  const shown = [...before, ...after].slice(
    0,
    subjectivities.length > LISTED_ITEMS ? LISTED_ITEMS - 1 : LISTED_ITEMS,
  );
  return (
    <>
      <p>
        <strong>
          {`${subjectivities.length} ${subjectivities.length === 1 ? 'item' : 'items'}${first === undefined ? '' : `, the first due on ${formatDate(first)}`}.`}
        </strong>
        {before.length === 0 ? '' : ` Before cover binds: ${before.length}.`}
      </p>
      <ul className="wording-list">
        {shown.map(({ text, dueOn, when }) => {
          const remarks = [
            ...(dueOn === null ? [] : [formatDate(dueOn)]),
            ...(when === 'before-binding' ? ['before cover binds'] : []),
          ];
          return (
            <li
              key={text}
            >{`${isolated(text)}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}.`}</li>
          );
        })}
        {shown.length < subjectivities.length ? (
          <li>
            <PageLink to="subjectivities">{`${subjectivities.length - shown.length} more`}</PageLink> on the
            next page.
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Acceptance({ quotation }: QuotationProps): ReactElement {
  return (
    <section className="acceptance">
      <h2>Acceptance</h2>
      <p>
        {`Accepted for ${isolated(quotation.insured.name)} on the terms of `}
        <span className="whole">{quotation.reference}</span>
        {`, version ${quotation.version ?? ''}.`}
      </p>
      <div className="acceptance-lines">
        {['Name', 'Signature', 'Date and hour', 'Stamp'].map((label) => (
          <p key={label}>{label}</p>
        ))}
      </div>
    </section>
  );
}
