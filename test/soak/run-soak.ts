import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from './random.ts';
import { makeSampleWorkbook } from './sample-workbook.ts';
import type { SoakKind, Tally } from './soak-kind.ts';

interface SoakOrder {
  readonly kinds: readonly SoakKind[];
  readonly seed: number;
  readonly countOf: (kind: SoakKind) => number;
  /** For each kind. */
  readonly milliseconds: number;
  /** Null for a sample that is made. */
  readonly workbook: string | null;
  readonly onDone: (kind: SoakKind, tally: Tally, seconds: number) => void;
}

/** Runs the kinds one after the other, each with the same seed and a folder of its own. Gives every fault that was found. */
export async function runSoak(order: SoakOrder): Promise<readonly string[]> {
  const { kinds, seed, countOf, milliseconds, workbook, onDone } = order;
  const folder = mkdtempSync(join(tmpdir(), 'ballast-soak-'));
  const wrong: string[] = [];
  try {
    const original = join(folder, 'Original.ballast');
    if (workbook === null) makeSampleWorkbook(original);
    else copyFileSync(workbook, original);
    for (const kind of kinds) {
      const room = join(folder, kind.name);
      mkdirSync(room);
      const start = performance.now();
      const tally = await kind.run({
        folder: room,
        workbook: original,
        random: randomOf(seed),
        count: countOf(kind),
        isTimeOver: () => performance.now() - start > milliseconds,
      });
      rmSync(room, { recursive: true, force: true });
      wrong.push(...tally.wrong.map((what) => `${kind.name}, seed ${seed}: ${what}`));
      onDone(kind, tally, (performance.now() - start) / 1000);
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
