import { startTransition, useEffect, useState } from 'react';

// Blocks of a page that are slow to draw: each in a task of its own, when the window has nothing better to do, so that a
// key typed meanwhile waits for one block at most.

/** Even a busy window goes on with the next block after this long. */
const LONGEST_WAIT_MS = 200;

const waiting = new Set<() => void>();
let isTurning = false;

function turn(): void {
  const [draw] = waiting;
  if (draw !== undefined) {
    waiting.delete(draw);
    draw();
  }
  isTurning = waiting.size > 0;
  if (isTurning) requestIdleCallback(turn, { timeout: LONGEST_WAIT_MS });
}

function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!isTurning) {
    isTurning = true;
    requestIdleCallback(turn, { timeout: LONGEST_WAIT_MS });
  }
  return () => waiting.delete(draw);
}

/** The value that a block is to show now: the first at once, every other when it is the block's turn. */
export function useIdleValue<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (Object.is(value, shown)) return;
    return inTurn(() => startTransition(() => setShown(value)));
  }, [value, shown]);
  return shown;
}
