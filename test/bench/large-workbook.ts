import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { workInThread } from '#electron/app/work-in-thread.ts';
import { modelsToCheckBy } from '#electron/app/workbook-checker.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { computeOnce } from '#electron/host/compute-once.ts';
import { copyPrivately } from '#electron/store/check/private-copy.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { valueIn } from '#test/store/support/results.ts';
import { launchApp } from '#test/support/electron-launch.ts';
import { makeLargeWorkbook } from '#test/support/large-workbook.ts';
import type { Bench, Measured } from './bench.ts';
import { inElectron } from './window/in-electron.ts';

const SIZE = { assessments: 5000, quotes: 1000 };
const ROOT = resolve(import.meta.dirname, '..', '..');

/** Made when the first of these benches is run, which takes a minute or two, and gone with this process. */
const largeWorkbook = computeOnce((): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-large-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'Large.ballast');
  makeLargeWorkbook(path, SIZE);
  return path;
});

interface Checked {
  readonly copyMs: number;
  readonly checkMs: number;
  readonly premiums: Readonly<Record<string, number | null>>;
}

/** What *Check workbook* does: a copy through the open connection, and the check of it in a thread. */
async function checked(premiums: Checked['premiums']): Promise<Checked> {
  const path = largeWorkbook();
  const workbook = valueIn(openWorkbook(path, { mode: 'open', appVersion: 'bench', now: new Date() }));
  try {
    const start = performance.now();
    const copy = await copyPrivately(workbook.db);
    const copied = performance.now();
    try {
      const { report, premiums: computed } = valueIn(
        await workInThread(join(ROOT, 'electron', 'background.ts')).check(
          {
            copy: copy.path,
            name: 'Large.ballast',
            now: new Date(),
            anchors: [],
            ownKeys: [],
            ...modelsToCheckBy(loadBundledModel(join(ROOT, 'resources'))),
            premiums,
          },
          {},
        ),
      );
      if (!report.isSound) throw new Error('the large workbook is not sound');
      return { copyMs: copied - start, checkMs: performance.now() - copied, premiums: computed };
    } finally {
      copy.remove();
    }
  } finally {
    closeWorkbook(workbook);
  }
}

let first: Checked | null = null;
let again: Checked | null = null;

const seconds = (milliseconds: number | undefined): string => ((milliseconds ?? 0) / 1000).toFixed(1);
const megabytes = (): string => (statSync(largeWorkbook()).size / 1e6).toFixed(0);

/** Times between two frames of the window, while nothing is done and while the workbook is backed up. */
async function recordFrames(): Promise<{
  readonly atRest: readonly number[];
  readonly backedUp: readonly number[];
}> {
  const app = await launchApp({ args: ['--workbook', largeWorkbook()] });
  try {
    await app.page.getByRole('navigation', { name: 'Ballast' }).waitFor();
    // The backup that is due, its trial and the daily check come first.
    await app.page.evaluate(async () => {
      await window.ballast.workbook.backUp();
      await window.ballast.workbook.check();
      for (;;) {
        const backups = await window.ballast.workbook.backups();
        if (backups.ok && !backups.value.isBusy) return;
        await new Promise((done) => setTimeout(done, 200));
      }
    });
    const record = (isBackingUp: boolean) =>
      app.page.evaluate(async (isAsked) => {
        const gaps: number[] = [];
        let last = performance.now();
        let isOver = false;
        const frame = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (!isOver) requestAnimationFrame(frame);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(frame);
        });
        if (isAsked) {
          const made = await window.ballast.workbook.backUp();
          if (!made.ok) throw new Error(made.failure.message);
        } else await new Promise((done) => setTimeout(done, 3000));
        isOver = true;
        return gaps;
      }, isBackingUp);
    return { atRest: await record(false), backedUp: await record(true) };
  } finally {
    await app.close();
  }
}

let frames: ReturnType<typeof inElectron<Awaited<ReturnType<typeof recordFrames>>>> | null = null;

const frameLine = (name: string, pick: 'atRest' | 'backedUp'): Bench => ({
  name,
  runs: 1,
  run: async (): Promise<Measured> => {
    frames ??= inElectron(recordFrames, 'the window with a large workbook');
    const recorded = await frames;
    if (typeof recorded === 'string') return { kind: 'skipped', sentence: recorded };
    return { kind: 'milliseconds', milliseconds: recorded[pick] };
  },
});

export const benches: readonly Bench[] = [
  {
    name: 'large workbook (5,000 assessments, 1,000 quotes): first check, every premium computed',
    runs: 1,
    run: async (): Promise<Measured> => {
      first = await checked({});
      return { kind: 'milliseconds', milliseconds: [first.copyMs + first.checkMs] };
    },
    note: () => `${Object.keys(first?.premiums ?? {}).length} premiums, ${megabytes()} MB`,
  },
  {
    name: 'large workbook: check, premiums known',
    runs: 1,
    run: async (): Promise<Measured> => {
      again = await checked(first?.premiums ?? {});
      return { kind: 'milliseconds', milliseconds: [again.copyMs + again.checkMs] };
    },
    note: () => `copied in ${seconds(again?.copyMs)} s, checked in ${seconds(again?.checkMs)} s`,
    targets: [{ kind: 'at-most-ms', milliseconds: 10_000 }],
  },
  frameLine('large workbook: from frame to frame, window at rest', 'atRest'),
  {
    ...frameLine('large workbook: from frame to frame, while it is backed up', 'backedUp'),
    // At 60 frames a second one that is dropped shows as 33 ms.
    targets: [{ kind: 'none-over-ms', milliseconds: 30 }],
  },
];
