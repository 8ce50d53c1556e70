import type { Failure } from '#shared/domain/result.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface AutosaveClock {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export interface Autosave<T> {
  /** Tells that there is something newer to write. */
  readonly changed: (value: T) => void;
  /** Writes what is pending now; resolves when nothing is left, or with the failure. */
  readonly flush: () => Promise<Failure | null>;
  /** Stops without writing: after a conflict was settled, or when the record is closed. */
  readonly stop: () => void;
}

/** Written when input rests this long, and at least this often while it does not rest. */
export const REST_MS = 250;
export const AT_LEAST_EVERY_MS = 600;
const RETRY_MS = 10_000;
/** Failures that trying again by itself cannot mend. */
const NEEDS_A_PERSON: readonly Failure['code'][] = ['conflict', 'read-only', 'not-found', 'invalid-input'];

/**
 * Writes the newest value, one write at a time. A failed write keeps the value and is tried again with the next change, on
 * `flush`, or after ten seconds.
 */
export function createAutosave<T>(
  write: (value: T) => Promise<Failure | null>,
  show: (state: SaveState) => void,
  clock: AutosaveClock,
): Autosave<T> {
  const queue: { value: T; since: number }[] = [];
  let writing: Promise<Failure | null> | null = null;
  let cancelTimer: (() => void) | null = null;
  let isStopped = false;

  const schedule = (milliseconds: number) => {
    cancelTimer?.();
    cancelTimer = clock.after(Math.max(0, milliseconds), () => {
      cancelTimer = null;
      void writeNow();
    });
  };

  async function writeNow(): Promise<Failure | null> {
    if (writing) return writing;
    const job = isStopped ? undefined : queue.pop();
    if (!job) return null;
    show({ kind: 'saving' });
    writing = write(job.value);
    const failure = await writing;
    writing = null;
    if (isStopped) return failure;
    if (failure) {
      if (queue.length === 0) queue.push({ value: job.value, since: clock.now() });
      show({ kind: 'failed', failure });
      if (!NEEDS_A_PERSON.includes(failure.code)) schedule(RETRY_MS);
      return failure;
    }
    const newer = queue[0];
    if (newer) {
      show({ kind: 'pending' });
      schedule(delayFrom(newer.since));
    } else show({ kind: 'saved', at: clock.now() });
    return null;
  }

  const delayFrom = (since: number) => Math.min(REST_MS, since + AT_LEAST_EVERY_MS - clock.now());

  return {
    changed(value) {
      if (isStopped) return;
      const since = queue[0]?.since ?? clock.now();
      queue[0] = { value, since };
      show({ kind: writing ? 'saving' : 'pending' });
      schedule(delayFrom(since));
    },
    async flush() {
      cancelTimer?.();
      cancelTimer = null;
      if (writing) await writing;
      let failure: Failure | null = null;
      while (queue.length > 0 && !failure) failure = await writeNow();
      return failure;
    },
    stop() {
      isStopped = true;
      cancelTimer?.();
      queue.length = 0;
    },
  };
}
