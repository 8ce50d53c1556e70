import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyPaper } from '#electron/documents/verify-paper.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { success } from '#shared/domain/result.ts';
import { runApp } from '#test/support/electron-command.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import type { Bench, Measured } from './bench.ts';
import { inElectron } from './window/in-electron.ts';

const SAMPLE = currentSample('well-run-exchange.json');
const RUNS = 15;
/** The first runs are not counted: they read the library and compile what computes. */
const RUNS_BEFORE = 3;

interface Verified {
  readonly here: readonly number[];
  readonly asCommand: readonly number[];
}

let recording: Promise<Verified | string> | null = null;

/** One worksheet, printed as it is printed for people, serves both lines. */
const recorded = (): Promise<Verified | string> => {
  recording ??= inElectron(record, 'verifying a paper');
  return recording;
};

async function record(): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-verify-'));
  try {
    const [userData, out] = [join(folder, 'data'), join(folder, 'out')];
    await mkdir(out);
    const book = join(folder, 'book.ballast');
    const quoted = await runApp([
      '--quote',
      SAMPLE,
      '--user-data',
      userData,
      '--out',
      out,
      '--workbook',
      book,
    ]);
    const name = (await readdir(out)).find((one) => one.endsWith('-worksheet.pdf'));
    if (name === undefined) throw new Error(`The worksheet was not printed.\n${quoted.stderr}`);
    const paper = join(out, name);
    const asCommand = await timed(5, 1, () =>
      runApp(['--verify', paper, '--user-data', userData, '--workbook', book]),
    );
    const model = loadBundledModel(resolve(import.meta.dirname, '../../resources'), {
      has: () => true,
      add: () => undefined,
    });
    if (!model.ok) throw new Error(model.failure.message);
    const basis = {
      db: null,
      ownKeys: () => [],
      presentHash: model.value.hash,
      modelOf: () => success(model.value),
    };
    const here = await timed(RUNS, RUNS_BEFORE, async () => {
      const { kind } = await verifyPaper(new Uint8Array(await readFile(paper)), basis);
      if (kind !== 'unknown-here') throw new Error(`The worksheet is ${kind}.`);
    });
    return { here, asCommand };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(runs: number, before: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = -before; run < runs; run += 1) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times;
}

const line = (name: string, pick: (verified: Verified) => readonly number[]): Bench => ({
  name,
  runs: 1,
  run: async (): Promise<Measured> => {
    const verified = await recorded();
    if (typeof verified === 'string') return { kind: 'skipped', sentence: verified };
    return { kind: 'milliseconds', milliseconds: pick(verified) };
  },
});

export const benches: readonly Bench[] = [
  {
    ...line('verify a worksheet: read, signatures, score and price again, to the answer', ({ here }) => here),
    targets: [{ kind: 'at-most-ms', milliseconds: 300 }],
  },
  line('verify a worksheet as a command, Electron from start to exit', ({ asCommand }) => asCommand),
];
