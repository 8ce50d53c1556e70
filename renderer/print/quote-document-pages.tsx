import './print.css';
import type { ReactElement } from 'react';
import { insuredName } from '#shared/domain/insured-name.ts';
import { contentOfDocument } from '#shared/quote/content-of-document.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ModelWordsProvider } from '../charts/model-words.tsx';
import { AnnexPages } from './annex-pages.tsx';
import { DealPages } from './deal-pages.tsx';
import { FirstPage } from './first-page.tsx';
import { PageLink } from './page-link.tsx';
import { RunningHead } from './running-head.tsx';
import { Sheet } from './sheet.tsx';
import { Watermark } from './watermark.tsx';
import { WorkingIncidents } from './working-incidents.tsx';
import { WorkingLoss } from './working-loss.tsx';
import { WorkingParts } from './working-parts.tsx';
import { WorkingPremium } from './working-premium.tsx';
import { WorkingScore } from './working-score.tsx';

export interface QuoteDocumentPagesProps {
  readonly document: QuoteDocument;
}

/** The insurer's worksheet: what was decided, all working, and what it stands on. It never leaves the insurer. */
export function QuoteDocumentPages({ document: whole }: QuoteDocumentPagesProps): ReactElement {
  // All pages but those side by side are of the main option.
  const document = { ...whole, content: contentOfDocument(whole) };
  const { price } = document;
  return (
    <ModelWordsProvider value={document.words}>
      <main className="document worksheet" data-paper={document.paper} data-status={document.status}>
        <Watermark document={document} className="page-mark" />
        <RunningHead insured={insuredName(document.content)} />
        <FirstPage document={document} />
        <DealPages document={document} />
        <Sheet id="working" title="Working" document={document}>
          <Contents isPriced={price !== null} />
          <WorkingScore document={document} />
          <WorkingIncidents document={document} />
          {price === null ? (
            <NotPriced document={document} />
          ) : (
            <>
              <WorkingPremium document={document} price={price} />
              <WorkingLoss document={document} price={price} />
              <WorkingParts document={document} price={price} />
            </>
          )}
        </Sheet>
        <Sheet id="annex" title="Annex" document={document}>
          <AnnexPages document={document} />
        </Sheet>
      </main>
    </ModelWordsProvider>
  );
}

/** Headings of the working and the annex, and the names of their places. */
const CHAPTERS = [
  { place: 'grade', heading: 'From answers to grade', needsPrice: false },
  { place: 'answers', heading: 'Answers, evidence and points', needsPrice: false },
  { place: 'incidents', heading: 'Incidents', needsPrice: false },
  { place: 'premium', heading: 'From expected loss to premium', needsPrice: true },
  { place: 'loss', heading: 'Loss of the period', needsPrice: true },
  { place: 'parts', heading: 'Part by part', needsPrice: true },
  { place: 'exposures', heading: 'Exposures', needsPrice: false },
  { place: 'certificate', heading: 'Certificate of the loss calculation', needsPrice: true },
] as const;

function Contents({ isPriced }: { readonly isPriced: boolean }): ReactElement {
  return (
    <nav aria-label="Contents">
      <ul className="contents">
        {CHAPTERS.filter(({ needsPrice }) => isPriced || !needsPrice).map(({ place, heading }) => (
          <li key={place}>
            <PageLink to={place}>{heading}</PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NotPriced({ document }: QuoteDocumentPagesProps): ReactElement {
  return (
    <section>
      <h2>Premium and loss of the period</h2>
      <p className="missing">Not priced, so no premium build-up and no loss figures can be shown.</p>
      <ul className="notes">
        {document.statusReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}
