import type { ReactElement, ReactNode } from 'react';

interface PageLinkProps {
  /** The name of a place in the same paper. */
  readonly to: string;
  readonly children: ReactNode;
}

/** Leads to another place of the paper: on screen by a click, on paper by what it says. */
export const PageLink = ({ to, children }: PageLinkProps): ReactElement => (
  <a className="page-link" href={`#${to}`}>
    {children}
  </a>
);
