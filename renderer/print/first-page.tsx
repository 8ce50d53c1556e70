import type { ReactElement } from 'react';
import { utcDay } from '#shared/domain/dates.ts';
import { formatCount, formatDate, formatDateTime } from '#shared/domain/format-date.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { orderSentence } from '#shared/domain/order-of-application.ts';
import { mostForOneEvent } from '#shared/pricing/most-for-one-event.ts';
import type { DocumentApproval, QuoteDocument } from '#shared/quote/quote-document.ts';
import { coverLines, sharedTermsWords } from './cover-terms.ts';
import { CoveredBesideNot } from './covered-beside-not.tsx';
import { periodWords, statusWords } from './document-words.ts';
import { type Fact, FactList } from './fact-list.tsx';
import { GradeBlock } from './grade-block.tsx';
import { Masthead } from './masthead.tsx';
import { PageLink } from './page-link.tsx';
import { textHeight } from './paper.ts';
import { PremiumBlock } from './premium-block.tsx';
import { PrintTable } from './print-table.tsx';
import { Sheet } from './sheet.tsx';
import { useDensity } from './use-density.ts';
import './first-page.css';
import { ValueOrMissing } from './value-or-missing.tsx';

/** With more reasons than this the first page shows the first ones and says where the rest are. */
export const REASONS_ON_FIRST_PAGE = 4;

interface FirstPageProps {
  readonly document: QuoteDocument;
}

/** The decision in one page: terms, premium, grade. */
export function FirstPage({ document }: FirstPageProps): ReactElement {
  const { content } = document;
  const { status: standing } = document;
  const [page, density] = useDensity(textHeight(document.paper));
  return (
    <Sheet id="summary" section="Decision" document={document}>
      <div ref={page} className="first-page" data-density={density}>
        <Masthead
          insurer={document.insurer ?? null}
          eyebrow="Rating worksheet. Confidential: for the insurer’s file alone."
          insured={insuredName(document.content)}
          reference={document.reference}
          notes={[document.version !== null ? `Version ${document.version}` : 'No version yet']}
        />
        <StatusBlock document={document} />
        {document.approval !== undefined && <ApprovalLine approval={document.approval} />}
        <div className="columns">
          <FactList
            facts={[
              { name: 'Business', value: <Business document={document} /> },
              ...optionFacts(document),
              {
                name: 'Broker',
                value: <ValueOrMissing value={content.terms.broker} missing="Broker not stated" />,
              },
            ]}
          />
          <FactList
            facts={[
              {
                name: 'Period',
                value:
                  content.terms.periodStart === null ? (
                    <span className="missing">{periodWords(document)}</span>
                  ) : (
                    periodWords(document)
                  ),
              },
              {
                name: 'Valid until',
                value: (
                  <ValueOrMissing
                    value={document.validUntil === null ? null : formatDate(document.validUntil)}
                    missing={standing === 'quote' ? 'Validity not stated' : 'Not offered'}
                  />
                ),
              },
              {
                name: 'Prepared',
                value: (
                  <>
                    {`${formatDateTime(document.preparedAt)}, `}
                    <ValueOrMissing value={document.preparedBy} missing="underwriter not named" />
                  </>
                ),
              },
            ]}
          />
        </div>
        <CoverTable document={document} />
        <div className="columns decision">
          <PremiumBlock document={document} />
          <GradeBlock document={document} />
        </div>
        <CoveredBesideNot document={document} isBalanced={density === 2} />
      </div>
    </Sheet>
  );
}

/** Which of several options this page is of, and where the others are. */
function optionFacts({ options = [] }: QuoteDocument): readonly Fact[] {
  const [main] = options;
  if (main === undefined) return [];
  const name = main.label === null ? main.id : `${main.id}, ${main.label}`;
  return [
    {
      name: 'Option',
      value:
        options.length === 1 ? (
          name
        ) : (
          <>
            {`${name}; ${formatCount(options.length, 'option stands', 'options stand')} side by side on `}
            <PageLink to="deal">the next page</PageLink>
          </>
        ),
    },
  ];
}

function StatusBlock({ document }: FirstPageProps): ReactElement {
  const reasons = document.statusReasons;
  const shown = reasons.length <= REASONS_ON_FIRST_PAGE ? reasons.length : REASONS_ON_FIRST_PAGE - 1;
  return (
    <div className="status" data-status={document.status}>
      <p>{statusWords(document.status)}</p>
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.slice(0, shown).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {reasons.length > shown ? (
            <li>
              {`${reasons.length - shown} more reasons stand at `}
              <PageLink to="working">the head of the working</PageLink>.
            </li>
          ) : null}
        </ul>
      )}
    </div>
  );
}

/** Who approved what was referred: the offer stands on it. */
function ApprovalLine({ approval }: { readonly approval: DocumentApproval }): ReactElement {
  const { name, role, at, conditions } = approval;
  const by = `Approved by ${name}, ${role}, on ${formatDate(utcDay(new Date(at)))}`;
  return (
    <div className="approval">
      <p>{conditions.length === 0 ? `${by}.` : `${by}, subject to:`}</p>
      {conditions.length === 0 ? null : (
        <ul>
          {conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Business({ document }: FirstPageProps): ReactElement {
  const { subject } = document.content;
  const name = insuredName(document.content).includes(subject.name) ? '' : `${isolated(subject.name)}, `;
  return (
    <>
      {`${name}${document.subjectTypeLabel}, `}
      <ValueOrMissing value={subject.jurisdiction} missing="jurisdiction not stated" />
    </>
  );
}

function CoverTable({ document }: FirstPageProps): ReactElement {
  const { currency } = document.content;
  const lines = coverLines(document);
  const shared = sharedTermsWords(document);
  const { price } = document;
  return (
    <section className="cover">
      <h2>{document.status === 'not-quotable' ? 'Cover asked for' : 'Cover'}</h2>
      <PrintTable
        label={`Cover, amounts in ${currency}`}
        className="cover-table"
        empty="No coverage part has been entered, so nothing is covered."
        columns={[
          { label: `Part (amounts in ${currency})`, width: 36 },
          { label: 'Limit each event', kind: 'figure' },
          { label: 'Aggregate limit', kind: 'figure' },
          { label: 'Retention each event', kind: 'figure' },
          { label: 'Coinsurance', kind: 'figure' },
          { label: 'Of value exposed', kind: 'figure' },
          { label: 'Shared' },
        ]}
        rows={lines.map((line) => ({
          key: line.part,
          cells: [
            line.title,
            line.limit,
            line.aggregate,
            line.retention,
            line.coinsurance,
            line.ofExposed,
            line.shared,
          ],
        }))}
      />
      {lines.length === 0 ? null : (
        <p className="cover-foot">
          <strong>
            {price === null
              ? 'Maximum payable not computed.'
              : `Maximum payable in the period: ${formatMoneyPlain(price.maximumPayableMinor, currency)}; for one event: ${formatMoneyPlain(mostForOneEvent(price, document.content.terms), currency)}.`}
          </strong>
          {shared === null ? '' : ` ${shared}`} {orderSentence()}
        </p>
      )}
    </section>
  );
}
