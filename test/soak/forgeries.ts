import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { closeWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { checkedNow, unsound } from '#test/store/support/checked.ts';
import {
  comparedWith,
  FORGERIES,
  type Forgery,
  type ForgeryGround,
  installation,
  makeForgeryGround,
  onPaper,
  placed,
} from '#test/store/support/forgeries.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

// Every hash is recomputed, so that the workbook by itself is sound. It works on a workbook of its own, whatever it is
// given: what betrays a forgery has to have been written down while the workbook was still true.

async function run({ folder, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const ground = makeForgeryGround(folder);
  const order = random.shuffled(FORGERIES);
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    const forgery = order[i % order.length];
    if (forgery === undefined) break;
    try {
      const silent = silentAbout(ground, forgery);
      if (silent.length > 0) counting.wrong(`case ${i} (${forgery[0]}): ${silent.join('; ')}`);
      else counting.end('betrayed by the installation, by one backup and by one paper, each alone');
    } catch (error) {
      counting.wrong(
        `case ${i} (${forgery[0]}): threw ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
  }
  return counting.tally;
}

/** What should have betrayed a forgery and did not. */
function silentAbout(ground: ForgeryGround, [, edit]: Forgery): readonly string[] {
  const inCopy = (withBackups: boolean, work: (workbook: Workbook) => readonly string[]) => {
    const workbook = placed(ground, edit, withBackups);
    try {
      return work(workbook);
    } finally {
      closeWorkbook(workbook);
      rmSync(dirname(workbook.path), { recursive: true, force: true });
    }
  };
  const heads = (workbook: Workbook, who: string, seenAt: string | null): readonly string[] => {
    const { atOpening, report } = comparedWith(workbook, ground, installation(ground, seenAt));
    return [
      ...(atOpening === null ? [`not betrayed by ${who} at its opening`] : []),
      ...(report.isSound ? [`not betrayed by ${who} in the check`] : []),
    ];
  };
  return [
    ...inCopy(false, (workbook) => [
      ...unsound(checkedNow(workbook.db).findings).map((line) => `not made to fit: ${line}`),
      ...heads(workbook, 'the installation', workbook.path),
      ...(onPaper(workbook, ground).isInTrail ? ['not betrayed by the paper'] : []),
    ]),
    ...inCopy(true, (workbook) => heads(workbook, 'the backup', null)),
  ];
}

export const forgeriesKind: SoakKind = { name: 'forgeries', whole: FORGERIES.length, short: 3, run };
