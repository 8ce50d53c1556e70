import type { ReactElement, ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly isTotal?: boolean;
}

interface FactListProps {
  readonly facts: readonly Fact[];
  /** `figures` aligns the values to the right. */
  readonly kind?: 'text' | 'figures';
}

/** Names and values, one a line. */
export function FactList({ facts, kind = 'text' }: FactListProps): ReactElement {
  return (
    <dl className="facts" data-kind={kind}>
      {facts.map((fact) => (
        <div key={fact.name} data-total={fact.isTotal === true ? 'true' : undefined}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
