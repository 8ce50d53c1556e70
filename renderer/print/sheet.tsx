import type { ReactElement, ReactNode } from 'react';

interface SheetProps {
  readonly id: string;
  /** The group's heading; the first page brings its own. */
  readonly title?: string;
  readonly watermark: string | null;
  readonly children: ReactNode;
}

/** A group of the document that begins on a new page; in the preview it is one sheet. */
export function Sheet({ id, title, watermark, children }: SheetProps): ReactElement {
  return (
    <section className="sheet" id={id}>
      {watermark === null ? null : (
        <div className="sheet-mark" aria-hidden="true">
          {watermark}
        </div>
      )}
      {title === undefined ? null : <h1>{title}</h1>}
      {children}
    </section>
  );
}
