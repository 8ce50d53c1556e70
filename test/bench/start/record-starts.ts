import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApp } from '#test/support/electron-command.ts';
import { electronTarget } from '#test/support/electron-target.ts';
import { currentSample } from '../../../scripts/samples/current-sample.ts';
import { untilPainted, writeBlankApplication } from './blank-window.ts';
import { useList } from './list-in-use.ts';
import { timedStart } from './timed-start.ts';

const SUBMISSIONS = ['well-run-exchange.json', 'lending-protocol.json', 'bridge-with-past-loss.json'];
/** What one of them is found by. */
const NAME = 'Ostrel';
/** The first starts write what later ones read: the rating model is proven, and Chromium keeps compiled scripts. */
const STARTS_BEFORE = 3;
const STARTS = 9;

export interface StartRecord {
  readonly blank: readonly number[];
  readonly painted: readonly number[];
  readonly answering: readonly number[];
}

/** Starts a blank window and the workbench in turn, each with a user data folder of its own that was used before. */
export async function recordStarts(): Promise<StartRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-start-'));
  try {
    const { executable, leadingArgs, appFolder } = electronTarget();
    const flags = leadingArgs.filter((argument) => argument !== appFolder);
    const blankFolder = await writeBlankApplication(join(folder, 'blank'));
    const userData = join(folder, 'workbench-data');
    await quoteSubmissions(userData, join(folder, 'papers'));
    const startBlank = () =>
      timedStart({
        executable,
        args: [...flags, blankFolder, join(folder, 'blank-data')],
        origin: 'file://',
        use: async (page) => ({ painted: await untilPainted(page) }),
      });
    const startWorkbench = () =>
      timedStart({
        executable,
        args: [...leadingArgs, '--user-data', userData],
        origin: 'app://ballast',
        use: (page) => useList(page, SUBMISSIONS.length, NAME),
      });
    const record = { blank: [] as number[], painted: [] as number[], answering: [] as number[] };
    for (let start = -STARTS_BEFORE; start < STARTS; start += 1) {
      const [first, second] = [await startBlank(), await startWorkbench()];
      if (start < 0) continue;
      record.blank.push(first.painted);
      record.painted.push(second.painted);
      record.answering.push(second.answering);
    }
    return record;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small workbook, made as a person would make it from the command line. */
async function quoteSubmissions(userData: string, out: string): Promise<void> {
  await mkdir(userData);
  for (const file of SUBMISSIONS) {
    const run = await runApp(['--quote', currentSample(file), '--user-data', userData, '--out', out]);
    if (run.exitCode !== 0) throw new Error(`${file} could not be quoted.\n${run.stderr}`);
  }
}
