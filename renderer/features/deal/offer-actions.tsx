import type { ReactElement } from 'react';
import { offerShown } from '#shared/deal/state-shown.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { today } from '../../components/format/dates.ts';
import { useEditorPart } from '../../editor/draft/editor-context.tsx';
import { type OfferDialog, openOffer } from '../../editor/state/dialogs.ts';
import { Subjectivities } from './subjectivities.tsx';

const LABELS: Readonly<Record<OfferDialog['kind'], string>> = {
  'counter-offer': 'Counter-offer…',
  accept: 'Accepted…',
  withdraw: 'Withdraw…',
  bind: 'Bind…',
};

/** What the table of moves allows for an offer now. */
function movesOf(quote: QuoteSummary, isQuoted: boolean): readonly OfferDialog['kind'][] {
  const shown = offerShown({ state: quote.offerState, validUntil: quote.validUntil }, today());
  if (quote.offerState === 'accepted') return isQuoted ? ['bind'] : [];
  if (quote.offerState !== 'open') return [];
  // What lapsed may have been accepted in time, which is recorded later.
  const accept = quote.status === 'quote' ? (['accept'] as const) : [];
  return shown === 'open' ? ['counter-offer', ...accept, 'withdraw'] : [...accept, 'withdraw'];
}

/** The moves of an offer, and what it is subject to while it stands. */
export function OfferActions({ quote }: { readonly quote: QuoteSummary }): ReactElement | null {
  const state = useEditorPart(({ stored }) => stored.summary.deal.state);
  const isStanding = quote.offerState === 'open' || quote.offerState === 'accepted';
  const moves = movesOf(quote, state === 'quoted');
  if (moves.length === 0 && !isStanding) return null;
  return (
    <>
      {moves.length > 0 && (
        <div className="deal-actions">
          {moves.map((kind) => (
            <Button
              key={kind}
              isSmall
              aria-label={`${LABELS[kind]} ${quote.reference} v${quote.version}`}
              onPress={() => openOffer(kind, quote)}
            >
              {LABELS[kind]}
            </Button>
          ))}
        </div>
      )}
      {isStanding && quote.status === 'quote' && <Subjectivities quoteId={quote.id} />}
    </>
  );
}
