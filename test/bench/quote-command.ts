import type { Bench, Measured } from './bench.ts';
import { type QuoteRun, quoteFolderOf, quoteSample } from './runs/quote-run.ts';
import { inElectron } from './window/in-electron.ts';

const SUBMISSIONS = 100;
/** By then whatever is made once has been made. */
const EARLY = 10;

type Told = Measured & { readonly run?: QuoteRun };

const timed = (work: () => Promise<QuoteRun>) => async (): Promise<Told> => {
  const run = await inElectron(work, 'the quote');
  if (typeof run === 'string') return { kind: 'skipped', sentence: run };
  return { kind: 'milliseconds', milliseconds: [run.milliseconds], run };
};

/** The first is not counted: it builds, and unpacks what is cached. */
async function warm(): Promise<Measured> {
  const times: number[] = [];
  for (let i = -1; i < 5; i += 1) {
    const told = await timed(quoteSample)();
    if (told.kind === 'skipped') return told;
    if (i >= 0) times.push(...told.milliseconds);
  }
  return { kind: 'milliseconds', milliseconds: times };
}

/** The papers, and the memory of all processes when the tenth submission was done and when the last was. */
function folderNote(last: unknown): string {
  const { run } = last as Told;
  if (run === undefined) return '';
  const [early, late] = [run.memory[EARLY - 1], run.memory.at(-1)];
  const memory =
    early === undefined || late === undefined
      ? ''
      : `, ${early.toFixed(0)} MB at ${EARLY}, ${late.toFixed(0)} MB at ${run.memory.length}`;
  return `${run.papers} papers${memory}`;
}

export const benches: readonly Bench[] = [
  {
    name: 'one quote without a window, from command to finished papers',
    runs: 1,
    run: warm,
    targets: [{ kind: 'at-most-ms', milliseconds: 4000 }],
  },
  {
    name: `a folder of ${SUBMISSIONS} submissions, from command to finished papers`,
    runs: 1,
    run: timed(() => quoteFolderOf(SUBMISSIONS)),
    note: folderNote,
    targets: [{ kind: 'at-most-ms', milliseconds: 60_000 }],
  },
];
