import { type ReactElement, useState } from 'react';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { OfferActions } from '../../../features/deal/offer-actions.tsx';
import { CasePapers } from '../../../features/quote/case-papers.tsx';
import { IssuedDocumentDialog } from '../../../features/quote/issued-document-dialog.tsx';
import { QuoteList } from '../../../features/quote/quote-list.tsx';
import { History } from '../../../features/review/history.tsx';
import { Revisions } from '../../../features/review/revisions.tsx';

/** Issued quotes, revisions of the case, and what was done to it. */
export function QuotesSection({ title }: { readonly title: string }): ReactElement {
  const { stored } = useEditor('stored');
  const [shown, setShown] = useState<QuoteSummary | null>(null);
  return (
    <section aria-labelledby="section-heading">
      <header className="section-head">
        <h2 id="section-heading" tabIndex={-1}>
          {title}
        </h2>
        <p className="soft measure">
          Issued quotes never change. They can be shown, saved and checked, and what becomes of them is
          recorded.
        </p>
      </header>
      <div className="section-block">
        <h3>Issued quotes</h3>
        <QuoteList
          quotes={stored.quotes}
          onShow={setShown}
          below={(quote) => <OfferActions quote={quote} />}
        />
      </div>
      <div className="section-block">
        <h3>Letters, memos and schedules</h3>
        <CasePapers />
      </div>
      <div className="section-block">
        <h3>Revisions</h3>
        <Revisions record={stored} />
      </div>
      <div className="section-block">
        <h3>History</h3>
        <History entries={stored.history} />
      </div>
      {shown !== null && <IssuedDocumentDialog quote={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
