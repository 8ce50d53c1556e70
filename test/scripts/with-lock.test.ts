import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../scripts/runtime/with-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballast-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withLock', () => {
  it('lets one piece of work finish before the next begins', async () => {
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.push(`${name} ends`);
    };
    const path = join(folder, 'cache', 'runtime');
    await Promise.all([withLock(path, 10_000, work('a')), withLock(path, 10_000, work('b'))]);
    const first = log[0]?.startsWith('a') ? 'a' : 'b';
    const second = first === 'a' ? 'b' : 'a';
    expect(log).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
  });

  it('is released when the work fails', async () => {
    const path = join(folder, 'runtime');
    await expect(withLock(path, 1_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('overtakes a run that was killed', async () => {
    const path = join(folder, 'runtime');
    const longAgo = new Date(Date.now() - 60_000);
    await mkdir(`${path}.lock`);
    await utimes(`${path}.lock`, longAgo, longAgo);
    expect(await withLock(path, 1_000, async () => 'done')).toBe('done');
  });

  it('gives up with a sentence when another run holds it too long', async () => {
    const path = join(folder, 'runtime');
    await mkdir(`${path}.lock`);
    await expect(withLock(path, 0, async () => 'done')).rejects.toThrow(/still holds .*gave up waiting/);
  });
});
