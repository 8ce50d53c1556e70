import { Component, type ReactNode } from 'react';
import { flushDraft } from '../../editor/draft/draft-store.ts';
import { CrashScreen } from './crash-screen.tsx';
import { reportUnexpected } from './report.ts';

interface State {
  readonly error: unknown;
  readonly hasFailed: boolean;
  readonly logId: string | null;
}

/** Catches what a part of the window throws while drawing; React offers this to classes only. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, hasFailed: false, logId: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    // What was typed does not depend on what is drawn: it is written all the same.
    void flushDraft();
    void reportUnexpected('drawing the window', error).then((logId) => this.setState({ logId }));
  }

  override render(): ReactNode {
    const { hasFailed, error, logId } = this.state;
    return hasFailed ? <CrashScreen error={error} logId={logId} /> : this.props.children;
  }
}
