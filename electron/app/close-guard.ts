import type { Result } from '#shared/domain/result.ts';

interface CloseGuard {
  /** Asks the page to write what is pending. */
  readonly flush: () => Promise<Result<undefined>>;
  /** Says why something would be lost, and asks whether to close all the same. */
  readonly mayLose: (problem: string) => Promise<boolean>;
  readonly destroy: () => void;
}

/**
 * What a window does when it is to be closed: it goes when everything is written, and else only if a person says so. Being
 * asked again meanwhile changes nothing.
 */
export function createCloseGuard({ flush, mayLose, destroy }: CloseGuard): () => Promise<void> {
  let isAsked = false;
  return async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      const flushed = await flush();
      if (flushed.ok || (await mayLose(flushed.failure.message))) destroy();
    } finally {
      isAsked = false;
    }
  };
}
