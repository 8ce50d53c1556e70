import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import { say } from './say.ts';
import { SetupFailure } from './setup-failure.ts';

// A holder renews its lock every 5 s; one that was killed is overtaken after 20 s.
const staleMs = 20_000;
const renewMs = 5_000;
const retryMs = 1_000;

/**
 * Runs `work` while no other process runs work under the same name.
 * `path` need not exist; the lock is a folder `path + '.lock'` beside it.
 */
export async function withLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const release = await acquire(path, waitMs);
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}

async function acquire(path: string, waitMs: number): Promise<() => Promise<void>> {
  const until = Date.now() + waitMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await lock(path, {
        realpath: false,
        stale: staleMs,
        update: renewMs,
        // A machine that slept has lost its lock. Going on is safe: results are renamed into place as a whole.
        onCompromised: () => undefined,
      });
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (Date.now() > until)
        throw new SetupFailure(`Another run still holds ${path}.lock; gave up waiting.`);
      if (attempt === 0) say('Another run is preparing the same thing; waiting for it.');
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}
