import { useEffect } from 'react';
import type { RepriceRun } from './run.ts';

export const CANCEL_ID = 'cancel-reprice';

/** The button that started or cancelled a run goes with it: the focus moves on to Cancel, and then to the heading. */
export function useRunFocus(phase: RepriceRun['phase'] | undefined): void {
  useEffect(() => {
    if (phase === undefined || document.activeElement !== document.body) return;
    const next = phase === 'running' ? CANCEL_ID : 'page-heading';
    document.getElementById(next)?.focus({ preventScroll: true });
  }, [phase]);
}
