import type { ReactElement, ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Inside a section: a smaller head and less air. */
  readonly isSmall?: boolean;
}

/** An empty screen teaches the next step in one sentence and offers it. */
export const EmptyState = ({ title, children, actions, isSmall = false }: EmptyStateProps): ReactElement => (
  <div className={isSmall ? 'empty-state is-small' : 'empty-state'}>
    {isSmall ? <p className="empty-title">{title}</p> : <h2>{title}</h2>}
    <p className="soft">{children}</p>
    {actions !== undefined && <div className="row">{actions}</div>}
  </div>
);
