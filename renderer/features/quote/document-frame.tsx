import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { AnyPaper } from '#shared/deal/papers/deal-paper.ts';
import { type PaperKind, paperOf } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { isPreviewWaiting, PREVIEW_ADDRESS, sendPreview } from '../../print/preview-channel.ts';
import './quote.css';

/** One of the papers that a document makes, as it is printed. */
export function DocumentFrame({
  document,
  kind,
}: {
  readonly document: QuoteDocument;
  readonly kind: PaperKind;
}): ReactElement {
  const paper = useMemo(() => paperOf(document, kind), [document, kind]);
  return <PaperFrame paper={paper} title={`Document ${document.reference}, version ${document.version}`} />;
}

/** The very pages that are printed, in a frame of their own: the same page, style and data as the PDF. */
export function PaperFrame({
  paper,
  title,
}: {
  readonly paper: AnyPaper;
  readonly title: string;
}): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const isReady = useRef(false);

  useEffect(() => {
    const inner = () => frame.current?.contentWindow ?? null;
    const send = () => {
      const target = inner();
      if (target) sendPreview(target, paper);
    };
    const onMessage = (event: MessageEvent) => {
      if (!isPreviewWaiting(event, inner())) return;
      isReady.current = true;
      send();
    };
    window.addEventListener('message', onMessage);
    if (isReady.current) send();
    return () => window.removeEventListener('message', onMessage);
  }, [paper]);

  return <iframe ref={frame} className="quote-frame" src={PREVIEW_ADDRESS} title={title} />;
}
