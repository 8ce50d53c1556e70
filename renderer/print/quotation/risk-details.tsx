import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import {
  formatAmount,
  formatAmountPlain,
  formatMoney,
  formatMoneyPlain,
} from '#shared/domain/format-money.ts';
import { formatPercent, formatPercentValue } from '#shared/domain/format-number.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { LogoPicture } from '../../components/logo-picture.tsx';
import { statusWords } from '../document-words.ts';
import { type Fact, FactList } from '../fact-list.tsx';
import { textHeight } from '../paper.ts';
import { PrintTable } from '../print-table.tsx';
import { useDensity } from '../use-density.ts';
import { missing, ValueOrMissing } from '../value-or-missing.tsx';
import { partsOf } from './parts-of.ts';
import { gapInWords, periodInWords, validityInWords } from './quotation-words.ts';

interface QuotationProps {
  readonly quotation: Quotation;
}

interface RiskDetailsProps extends QuotationProps {
  readonly paper: 'a4' | 'letter';
}

/** Who insures whom for what: the page on which a broker can sign. */
export function RiskDetails({ quotation, paper }: RiskDetailsProps): ReactElement {
  const title = paperTitle('quotation', quotation.status);
  const means = statusWords(quotation.status);
  const { insured, reference, version, umr } = quotation;
  const [page, density] = useDensity(textHeight(paper));
  const [who, when] = partiesOf(quotation);
  return (
    <div ref={page} className="risk-details" data-density={density}>
      <header className="masthead">
        <Logo insurer={quotation.insurer} />
        <div>
          <p className="eyebrow">{`${title}: digital-asset insurance`}</p>
          <h1 data-long={insured.name.length > LONG_NAME ? 'true' : undefined}>{insured.name}</h1>
        </div>
        <p className="reference">
          <strong>{reference}</strong>
          <span>{version === null ? 'Not issued' : `Version ${version}`}</span>
          {umr === null ? null : <span>{`UMR ${umr}`}</span>}
        </p>
      </header>
      <Standing quotation={quotation} means={means} />
      <div className="columns">
        <FactList facts={who} />
        <FactList facts={when} />
      </div>
      <h2>Cover</h2>
      <CoverTable quotation={quotation} />
      <div className="columns">
        <section>
          <h2>What is not covered</h2>
          <NotCovered quotation={quotation} />
        </section>
        <section>
          <h2>Premium</h2>
          <Premium quotation={quotation} />
          <h2>Subject to</h2>
          <SubjectTo quotation={quotation} />
        </section>
      </div>
      {quotation.status === 'quote' ? <Acceptance quotation={quotation} /> : null}
    </div>
  );
}

/** Names longer than this are set smaller, so that the page stays one page. */
const LONG_NAME = 60;

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
  const named = legalName !== null && legalName !== insured.name ? `${legalName}, ` : '';
  const place = address ?? jurisdiction;
  const who: Fact[] = [
    {
      name: 'Insured',
      value: (
        <>
          {`${named}${business}, `}
          <ValueOrMissing value={place} missing="address not stated" />
        </>
      ),
    },
    { name: 'Broker', value: <ValueOrMissing value={broker} missing="Not stated" /> },
    { name: 'Insurer', value: <InsurerWords insurer={quotation.insurer} /> },
    {
      name: 'Underwriter',
      value: <ValueOrMissing value={quotation.underwriter} missing="Not named" />,
    },
    ...(quotation.approval === null
      ? []
      : [{ name: 'Approved by', value: `${quotation.approval.name}, ${quotation.approval.role}` }]),
  ];
  const when: Fact[] = [
    ...(line === null || line === undefined
      ? []
      : [
          {
            name: 'Our line',
            value: `${formatPercentValue(line.writtenPercent)} of 100%, ${line.role === 'lead' ? 'as leader' : `following ${line.leader ?? 'the leader'}`}; order ${formatPercentValue(line.orderPercent)}`,
          },
        ]),
    {
      name: 'Period',
      value: <ValueOrMissing value={periodInWords(quotation)} missing="Inception not stated" />,
    },
    {
      name: 'Offer ends',
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

/** Checked when it was taken into the workbook; drawn as a picture, so that nothing in it runs. */
function Logo({ insurer }: Pick<Quotation, 'insurer'>): ReactElement | null {
  const logo = insurer?.logo ?? null;
  if (insurer === null || logo === null) return null;
  return <LogoPicture logo={logo} alt={insurer.name} className="logo" />;
}

function InsurerWords({ insurer }: Pick<Quotation, 'insurer'>): ReactElement {
  if (insurer === null) return missing('Not stated');
  const { name, address, licence } = insurer;
  return <>{[name, address?.replaceAll('\n', ', '), licence].filter((part) => part != null).join(', ')}</>;
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
          { label: 'Deductible each event', kind: 'figure' },
          { label: 'Limit each event', kind: 'figure' },
          { label: 'Limit in the period', kind: 'figure' },
          { label: 'Coinsurance', kind: 'figure' },
          { label: 'Most paid for one event', kind: 'figure' },
          { label: 'Limit over value exposed', kind: 'figure' },
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
              : formatPercent(part.limitMinor / part.exposedMinor, 1),
          ],
        }))}
      />
      <p>
        {mostPaidInPeriodMinor === null ? null : (
          <strong>{`Most paid in the period: ${formatMoneyPlain(mostPaidInPeriodMinor, currency)}. `}</strong>
        )}
        {sharedWords(quotation)}
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
  const { reference, count } = partsOf(quotation);
  const standing = quotation.exclusions.filter(({ isBoughtBack }) => !isBoughtBack);
  const everywhere = standing.filter(({ parts }) => parts.length === count);
  const somewhere = standing.filter(({ parts }) => parts.length < count);
  return (
    <ul className="wording-list">
      <li>What lies above the limits or within the deductibles, and whatever is not scheduled.</li>
      {everywhere.length === 0 ? null : <li>{`${everywhere.map(({ label }) => label).join('; ')}.`}</li>}
      {somewhere.length === 0 ? null : (
        <li>{`${somewhere.map(({ label, parts }) => `${label} (${reference(parts)})`).join('; ')}.`}</li>
      )}
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
      name: `${label}, ${jurisdiction}, ${formatPercentValue(ratePercent)}`,
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
  const shown = subjectivities.slice(
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
        {shown.map(({ text, dueOn }) => (
          <li key={text}>{`${text}${dueOn === null ? '' : ` (${formatDate(dueOn)})`}.`}</li>
        ))}
        {shown.length < subjectivities.length ? (
          <li>{`${subjectivities.length - shown.length} more on the next page.`}</li>
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
        {`Accepted for ${quotation.insured.name} on the terms of `}
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
