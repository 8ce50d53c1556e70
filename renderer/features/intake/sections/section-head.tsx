import type { ReactElement, ReactNode } from 'react';
import './section.css';

interface SectionHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The head of a section of the editor; the section is named by it. */
export const SectionHead = ({ title, children }: SectionHeadProps): ReactElement => (
  <header className="section-head">
    <h2 id="section-heading" tabIndex={-1}>
      {title}
    </h2>
    {children !== undefined && <p className="soft measure">{children}</p>}
  </header>
);
