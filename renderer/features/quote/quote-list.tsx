import { type ReactElement, type ReactNode, useState } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { OfferStateMark } from '../../components/deal-states.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoneyFigure } from '../../components/exact.tsx';
import { momentText } from '../../components/format/dates.ts';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { Notice } from '../../components/notice.tsx';
import { savePdf } from './save-pdf.ts';
import { type Verdict, VerifyFindings } from './verify-findings.tsx';
import './quote.css';

interface QuoteListProps {
  readonly quotes: readonly QuoteSummary[];
  readonly onShow: (quote: QuoteSummary) => void;
  /** What can be done with an offer, below its line. */
  readonly below: (quote: QuoteSummary) => ReactNode;
}

/** Every quote of the case, newest first; each can be shown, saved as PDF and checked against its hashes. */
export function QuoteList({ quotes, onShow, below }: QuoteListProps): ReactElement {
  if (quotes.length === 0)
    return (
      <EmptyState isSmall title="No quote yet">
        Use “Issue quote…” at the foot of the panel to make the first.
      </EmptyState>
    );
  return (
    <ul className="quotes">
      {quotes
        .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
        .map((quote) => (
          <li key={quote.id}>
            <QuoteLine quote={quote} onShow={onShow} />
            {below(quote)}
          </li>
        ))}
    </ul>
  );
}

function QuoteLine({
  quote,
  onShow,
}: { readonly quote: QuoteSummary } & Pick<QuoteListProps, 'onShow'>): ReactElement {
  const [verdict, setVerdict] = useState<Verdict>({ kind: 'none' });
  const name = `${quote.reference} v${quote.version}`;
  const verify = async () => {
    setVerdict({ kind: 'running' });
    try {
      const { isSound, findings } = await ask((client) => client.quotes.verify({ id: quote.id }));
      setVerdict({ kind: 'done', isSound, findings });
    } catch (error) {
      setVerdict({ kind: 'failed', text: failureText(failureOf(error)) });
    }
  };
  return (
    <article className="quote" aria-label={name}>
      <div className="quote-line">
        <GradeBadge grade={quote.grade} />
        <div>
          <p>
            <strong className="figures">{name}</strong>{' '}
            {quote.status === 'indication' && <span className="quote-indication">Indication</span>}{' '}
            <OfferStateMark state={quote.offerState} validUntil={quote.validUntil} />
          </p>
          <p className="small faint">
            Issued {momentText(quote.issuedAt)} by {quote.issuedBy}, valid until{' '}
            {formatDate(quote.validUntil)}
          </p>
        </div>
        <p className="numeric quote-premium">
          <MoneyFigure minor={quote.quotedMinor} currency={quote.currency} form="plain" />
        </p>
      </div>
      <div className="row">
        <Button isSmall aria-label={`Show ${name}`} onPress={() => onShow(quote)}>
          Show
        </Button>
        <Button isSmall aria-label={`Save PDF of ${name}`} onPress={() => void savePdf(quote.id)}>
          Save PDF
        </Button>
        <Button
          isSmall
          aria-label={`Verify ${name}`}
          onPress={() => void verify()}
          isDisabled={verdict.kind === 'running'}
        >
          Verify
        </Button>
        <span className="small faint figures" title={`Inputs ${quote.inputsHash}; PDF ${quote.pdfSha256}`}>
          inputs {quote.inputsHash.slice(0, 12)} · model {quote.modelId}
        </span>
      </div>
      {verdict.kind === 'failed' && <Notice tone="stop">{verdict.text}</Notice>}
      <VerifyFindings verdict={verdict} />
    </article>
  );
}
