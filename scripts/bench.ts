// npm run bench [-- PART OF A NAME]: runs the benches of every test/bench/*.ts that exports `benches`, prints medians
// and, against the targets, ratios measured in this one run, and names the machine. Fails when a target is missed.
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Bench, type BenchTarget, isMeasured } from '#test/bench/bench.ts';

const folder = join(import.meta.dirname, '..', 'test', 'bench');
const wanted = process.argv[2];

/**
 * On a busy machine the clock counts others' work. Where the thread's own processor time is below this share of the
 * clock's median, it stands for the bench, and the line says so. (Programs timed elsewhere report processor time.)
 */
const OWN_SHARE = 0.8;

/** Median milliseconds by name; null where a bench was skipped. */
const medians = new Map<string, number | null>();
let missed = 0;

const [cpu] = cpus();
console.log(
  `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}`,
);
for (const bench of (await allBenches()).filter(isWanted)) await runBench(bench);
console.log(missed === 0 ? 'all targets met' : `${missed} targets missed`);
process.exit(missed === 0 ? 0 : 1);

async function allBenches(): Promise<readonly Bench[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(
    names.map(
      (name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ benches?: readonly Bench[] }>,
    ),
  );
  return modules.flatMap((module) => module.benches ?? []);
}

function isWanted(bench: Bench): boolean {
  return wanted === undefined || bench.name.includes(wanted);
}

async function runBench(bench: Bench): Promise<void> {
  const runs = bench.runs ?? 31;
  const times: number[] = [];
  const ownTimes: number[] = [];
  let last: unknown;
  for (let i = -Math.ceil(runs / 10); i < runs; i += 1) {
    if (runs === 1 && i < 0) continue;
    const start = performance.now();
    const before = process.threadCpuUsage();
    const value = bench.run();
    // Only what is promised is waited for: the turn of the loop would count for the others.
    last = value instanceof Promise ? await value : value;
    const own = process.threadCpuUsage(before);
    if (i < 0) continue;
    times.push(performance.now() - start);
    ownTimes.push((own.user + own.system) / 1000);
  }
  if (isMeasured(last) && last.kind === 'skipped') {
    medians.set(bench.name, null);
    console.log(`skip   ${bench.name}: ${last.sentence}`);
    return;
  }
  const measured = isMeasured(last) && last.kind === 'milliseconds' ? last.milliseconds : times;
  const median = quantile(measured, 0.5);
  // The mean, since the system counts processor time in ticks that a short run may miss.
  const own = ownTimes.reduce((sum, time) => sum + time, 0) / Math.max(1, ownTimes.length);
  const isBusy = !isMeasured(last) && own < OWN_SHARE * median;
  medians.set(bench.name, isBusy ? own : median);
  const busy = isBusy ? `; machine busy, judged by own time ${own.toFixed(2)}` : '';
  const note = bench.note === undefined ? '' : `  ${bench.note(last)}`;
  console.log(
    `${median.toFixed(2).padStart(10)} ms  ${bench.name}  (best ${quantile(measured, 0).toFixed(2)}, 90 % within ${quantile(measured, 0.9).toFixed(2)}, ${measured.length} runs${busy})${note}`,
  );
  for (const target of bench.targets ?? []) judge(target, isBusy ? own : median, measured);
}

function judge(target: BenchTarget, median: number, all: readonly number[]): void {
  const { isMet, text } = measure(target, median, all);
  if (isMet === false) missed += 1;
  console.log(`           ${isMet === null ? 'not measured' : isMet ? 'met' : 'MISSED'}: ${text}`);
}

function measure(
  target: BenchTarget,
  median: number,
  all: readonly number[],
): { readonly isMet: boolean | null; readonly text: string } {
  if (target.kind === 'at-most-ms') {
    return { isMet: median <= target.milliseconds, text: `at most ${target.milliseconds} ms` };
  }
  if (target.kind === 'none-over-ms') {
    const over = all.filter((milliseconds) => milliseconds > target.milliseconds).length;
    const text = `none over ${target.milliseconds} ms: ${over} of ${all.length} over, largest ${Math.max(0, ...all).toFixed(2)}`;
    return { isMet: all.length === 0 ? null : over === 0, text };
  }
  const other = medians.get(target.kind === 'at-most-times' ? target.of : target.than) ?? null;
  if (target.kind === 'at-most-times') {
    const goal = `at most ${target.times} times "${target.of}"`;
    if (other === null) return { isMet: null, text: goal };
    return { isMet: median <= target.times * other, text: `${goal}: ${(median / other).toFixed(2)} times` };
  }
  const goal = `at least ${target.times} times faster than "${target.than}"`;
  if (other === null) return { isMet: null, text: goal };
  return { isMet: other >= target.times * median, text: `${goal}: ${(other / median).toFixed(0)} times` };
}

function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}
