import type { ReactElement, ReactNode } from 'react';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { Watermark } from './watermark.tsx';

interface SheetProps {
  readonly id: string;
  /** The group's heading; the first page brings its own. */
  readonly title?: string;
  readonly document: Pick<QuoteDocument, 'status'>;
  readonly children: ReactNode;
}

/** A group of the document that begins on a new page; in the preview it is one sheet. */
export function Sheet({ id, title, document, children }: SheetProps): ReactElement {
  return (
    <section className="sheet" id={id}>
      <Watermark document={document} className="sheet-mark" />
      {title === undefined ? null : <h1>{title}</h1>}
      {children}
    </section>
  );
}
