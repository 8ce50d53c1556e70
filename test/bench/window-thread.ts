import { withDisplay } from '../../scripts/launch/display.ts';
import { ensureBuild } from '../../scripts/launch/ensure-build.ts';
import { ensureRuntime } from '../../scripts/runtime/ensure-runtime.ts';
import { projectRoot } from '../../scripts/runtime/paths.ts';
import type { Bench, Measured } from './bench.ts';
import { recordWindow, type WindowRecord } from './window/record-window.ts';
import { longestPerTurn } from './window/thread-tasks.ts';

/** Tasks that none of the named causes explains are listed from here on. */
const LEAST_MS = 1;

let recording: Promise<WindowRecord | string> | null = null;

/** One run of the application serves all lines; a sentence where there is no Electron to run. */
const recorded = (): Promise<WindowRecord | string> => {
  recording ??= inElectron().catch((error: unknown) => sentence(error));
  return recording;
};

async function inElectron(): Promise<WindowRecord> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  return withDisplay((display) => {
    // The launcher of the end-to-end tests takes its target from here.
    Object.assign(process.env, display, {
      BALLAST_ELECTRON: runtime.executable,
      BALLAST_APP_FOLDER: projectRoot,
    });
    return recordWindow();
  });
}

const sentence = (error: unknown): string => {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `Electron was not run (${line}); the window's own thread was not measured.`;
};

const line = (name: string, pick: (record: WindowRecord) => readonly number[]): Bench => ({
  name: `window's own thread, ${name}`,
  runs: 1,
  run: async (): Promise<Measured> => {
    const record = await recorded();
    return typeof record === 'string'
      ? { kind: 'skipped', sentence: record }
      : { kind: 'milliseconds', milliseconds: pick(record) };
  },
});

const none: Bench['targets'] = [{ kind: 'none-over-ms', milliseconds: 8 }];
const scenes = [
  { name: 'typing in the terms', of: 'typing' },
  { name: 'answering questions', of: 'answering' },
  { name: 'price and charts in view', of: 'charts' },
] as const;

export const benches: readonly Bench[] = scenes.flatMap(({ name, of }) => [
  {
    ...line(`${name}: longest task of a price reply`, (record) => longestPerTurn(record[of], 'reply')),
    targets: none,
  },
  line(`${name}: longest task of a keystroke`, (record) => longestPerTurn(record[of], 'keystroke')),
  line(`${name}: any other task from ${LEAST_MS} ms`, (record) =>
    record[of].filter(({ cause, ownMs }) => cause === 'rest' && ownMs >= LEAST_MS).map(({ ownMs }) => ownMs),
  ),
]);
