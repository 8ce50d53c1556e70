import { create } from 'zustand';
import type { PriceEngine } from './price-engine.ts';
import { nothingSolved, type SolveView } from './solve-view.ts';

interface SolveState {
  /** The engine of the open assessment; null while none is open. */
  readonly engine: Pick<PriceEngine, 'solve' | 'cancelSolve'> | null;
  readonly view: SolveView;
}

/** Solving for a target: what the window shows of it, and the engine to ask. */
export const useSolveStore = create<SolveState>()(() => ({ engine: null, view: nothingSolved }));
