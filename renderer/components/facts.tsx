import type { ReactElement, ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string | undefined;
}

/** Labelled figures in two columns, values right-aligned on one edge. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactElement => (
  <dl className="facts">
    {facts.map(({ label, value, note }) => (
      <div key={label} className="fact">
        <dt>{label}</dt>
        <dd className="figures">
          {value}
          {note !== undefined && <span className="fact-note">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
