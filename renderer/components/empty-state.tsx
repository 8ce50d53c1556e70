import type { ReactElement, ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** An empty screen teaches the next step in one sentence and offers it. */
export const EmptyState = ({ title, children, actions }: EmptyStateProps): ReactElement => (
  <div className="empty-state">
    <h2>{title}</h2>
    <p className="soft">{children}</p>
    {actions !== undefined && <div className="row">{actions}</div>}
  </div>
);
