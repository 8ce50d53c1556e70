import type { ReactElement, ReactNode } from 'react';
import { isolated } from '#shared/domain/isolated.ts';

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

/** Names and values, one a line: a table whose rows have heads, so that a reader who hears it is told which value is which. */
export function FactList({ facts, kind = 'text' }: FactListProps): ReactElement {
  return (
    <table className="facts" data-kind={kind}>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.name} data-total={fact.isTotal === true ? 'true' : undefined}>
            <th scope="row">{isolated(fact.name)}</th>
            <td>{typeof fact.value === 'string' ? isolated(fact.value) : fact.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
