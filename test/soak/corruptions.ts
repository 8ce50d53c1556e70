import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { salvageWorkbook } from '#electron/store/salvage/salvage-workbook.ts';
import { NOW } from '#test/store/support/results.ts';
import type { Random } from './random.ts';
import { isSentence, standingOf } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

const PAGE = 4096;

type Harm = (bytes: Buffer, random: Random) => Buffer;

/** What disks, cables, synchronisers and other programs do to a file. */
const HARMS: Readonly<Record<string, Harm>> = {
  'one bit': (bytes, random) => changed(bytes, (copy) => flip(copy, random.below(copy.length), random)),
  'three bits of one page': (bytes, random) =>
    changed(bytes, (copy) => {
      const page = random.below(copy.length / PAGE) * PAGE;
      for (let i = 0; i < 3; i += 1) flip(copy, page + random.below(PAGE), random);
    }),
  'a run of random bytes': (bytes, random) =>
    changed(bytes, (copy) => random.bytes(1 + random.below(200)).copy(copy, random.below(copy.length))),
  'a page of zeros': (bytes, random) =>
    changed(bytes, (copy) => {
      const at = random.below(copy.length / PAGE) * PAGE;
      copy.fill(0, at, at + PAGE);
    }),
  'a page of random bytes': (bytes, random) =>
    changed(bytes, (copy) => random.bytes(PAGE).copy(copy, random.below(copy.length / PAGE) * PAGE)),
  'two pages changed places': (bytes, random) =>
    changed(bytes, (copy) => {
      const [a, b] = [random.below(copy.length / PAGE) * PAGE, random.below(copy.length / PAGE) * PAGE];
      const first = Buffer.from(copy.subarray(a, a + PAGE));
      copy.copy(copy, a, b, b + PAGE);
      first.copy(copy, b);
    }),
  'cut at a page': (bytes, random) => bytes.subarray(0, random.below(bytes.length / PAGE) * PAGE),
  'cut anywhere': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'something behind the end': (bytes, random) =>
    Buffer.concat([bytes, random.bytes(1 + random.below(2 * PAGE))]),
  'the header': (bytes, random) => changed(bytes, (copy) => flip(copy, random.below(100), random)),
};

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function flip(bytes: Buffer, at: number, random: Random): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
}

/** Every how many damaged workbooks one is salvaged as well. */
const SALVAGED_EVERY = 8;

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const whole = readFileSync(workbook);
  const original = await untouched(folder, workbook);
  const names = Object.keys(HARMS);
  let damaged = 0;
  let rows = { saved: 0, lost: 0 };
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    const place = join(folder, `c${i}`);
    mkdirSync(place);
    const path = join(place, 'Book.ballast');
    const name = names[i % names.length] ?? '';
    writeFileSync(path, HARMS[name]?.(whole, random) ?? whole);
    try {
      const standing = await standingOf(path, NOW);
      if (standing.kind === 'sound')
        if (standing.said === original) counting.end('harmless');
        else counting.wrong(`case ${i} (${name}): says something else, and no word of it`);
      else counting.end(standing.kind === 'refused' ? 'refused with a sentence' : 'named by the check');
      if (standing.kind !== 'sound') {
        damaged += 1;
        if (damaged % SALVAGED_EVERY === 0) rows = salvaged(path, place, rows, counting);
      }
    } catch (error) {
      counting.wrong(`case ${i} (${name}): threw ${error instanceof Error ? error.stack : String(error)}`);
    }
    rmSync(place, { recursive: true, force: true });
  }
  counting.add('rows salvaged', rows.saved);
  counting.add('rows known to be lost in salvages', rows.lost);
  return counting.tally;
}

function salvaged(
  path: string,
  place: string,
  sum: { readonly saved: number; readonly lost: number },
  counting: Counting,
): { saved: number; lost: number } {
  const done = salvageWorkbook(path, join(place, 'Salvaged.ballast'), { appVersion: 'soak', now: NOW });
  if (!done.ok) {
    if (!isSentence(done.failure.message)) throw new Error(`no sentence: ${done.failure.message}`);
    counting.add('nothing to salvage');
    return { ...sum };
  }
  counting.add('salvages');
  return { saved: sum.saved + done.value.saved, lost: sum.lost + done.value.lost };
}

/** What the workbook says before any harm. */
export async function untouched(folder: string, workbook: string): Promise<string> {
  const path = join(folder, 'Untouched.ballast');
  copyFileSync(workbook, path);
  const standing = await standingOf(path, NOW);
  if (standing.kind !== 'sound') throw new Error('The workbook is not sound before anything is done to it.');
  return standing.said;
}

export const corruptionsKind: SoakKind = { name: 'random-corruptions', whole: 2000, short: 20, run };
