import { type ReactElement, useEffect, useRef } from 'react';
import { type PaperKind, paperOf } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { isPreviewWaiting, PREVIEW_ADDRESS, sendPreview } from '../../print/preview-channel.ts';
import './quote.css';

/** The very pages that are printed, in a frame of their own: the same page, style and data as the PDF. */
export function DocumentFrame({
  document,
  kind,
}: {
  readonly document: QuoteDocument;
  readonly kind: PaperKind;
}): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const isReady = useRef(false);

  useEffect(() => {
    const inner = () => frame.current?.contentWindow ?? null;
    const send = () => {
      const target = inner();
      if (target) sendPreview(target, paperOf(document, kind));
    };
    const onMessage = (event: MessageEvent) => {
      if (!isPreviewWaiting(event, inner())) return;
      isReady.current = true;
      send();
    };
    window.addEventListener('message', onMessage);
    if (isReady.current) send();
    return () => window.removeEventListener('message', onMessage);
  }, [document, kind]);

  return (
    <iframe
      ref={frame}
      className="quote-frame"
      src={PREVIEW_ADDRESS}
      title={`Document ${document.reference}, version ${document.version}`}
    />
  );
}
