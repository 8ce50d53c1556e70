import type { ReactElement, ReactNode } from 'react';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { Watermark } from './watermark.tsx';

interface SheetProps {
  readonly id: string;
  /** The group's heading; the first page brings its own. */
  readonly title?: string;
  /** What the head of its pages calls the whole group; left out where each heading of it begins a section. */
  readonly section?: string;
  readonly document: Pick<QuoteDocument, 'status'>;
  readonly children: ReactNode;
}

/** A group of the document that begins on a new page; in the preview it is one sheet. */
export function Sheet({ id, title, section, document, children }: SheetProps): ReactElement {
  return (
    <section className="sheet" id={id} data-section={section}>
      <Watermark document={document} className="sheet-mark" />
      {title === undefined ? null : <h1>{title}</h1>}
      {children}
    </section>
  );
}
