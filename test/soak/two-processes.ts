import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { standingOf } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

// Two processes take turns: opening by name or by another link, losing the lock as a careless descriptor does, closing,
// dying. At no time may both have the workbook for writing.

const MOVES = ['open', 'open', 'save', 'close', 'die'] as const;
// One of them in a case, not both: a lock lost by a stray descriptor is made good by the lock file beside the name that the
// workbook was opened by, and nothing beside another hard link tells of it.
const EXTRA = ['open by another link', 'touch'] as const;
type Move = (typeof MOVES)[number] | (typeof EXTRA)[number];

/** A process that does what it is told, and answers with a line. */
class Player {
  readonly #child: ChildProcess;
  #text = '';
  #waiting: ((line: string) => void) | null = null;
  isWriter = false;

  constructor() {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'player.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      this.#text += part;
      const end = this.#text.indexOf('\n');
      if (end < 0 || this.#waiting === null) return;
      const line = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 1);
      const answer = this.#waiting;
      this.#waiting = null;
      answer(line);
    });
  }

  ask(order: { readonly move: string; readonly path: string }): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    });
  }

  die(): Promise<unknown> {
    const gone = new Promise((done) => this.#child.once('close', done));
    this.#child.kill('SIGKILL');
    return gone;
  }
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const players = [new Player(), new Player()];
  try {
    for (let i = 0; i < count && !isTimeOver(); i += 1) {
      const path = join(folder, `Shared ${i}.ballast`);
      const link = join(folder, `Link ${i}.ballast`);
      copyFileSync(workbook, path);
      linkSync(path, link);
      const moves: readonly Move[] = [...MOVES, random.pick(EXTRA)];
      const played: string[] = [];
      for (let turn = 0; turn < 8; turn += 1) {
        const who = random.below(2);
        const player = players[who];
        if (player === undefined) break;
        const move = random.pick(moves);
        played.push(`${who}: ${move}`);
        if (move === 'die') {
          await player.die();
          players[who] = new Player();
          continue;
        }
        const answer = await player.ask({ move, path: move === 'open by another link' ? link : path });
        if (answer === 'writer') player.isWriter = true;
        else if (answer === 'closed') player.isWriter = false;
        if (players.every(({ isWriter }) => isWriter)) {
          counting.wrong(`case ${i}: two writers after ${played.join(', ')}`);
          break;
        }
        if (answer.startsWith('error')) {
          counting.wrong(`case ${i}: ${answer} after ${played.join(', ')}`);
          break;
        }
      }
      for (const player of players) {
        await player.ask({ move: 'close', path });
        player.isWriter = false;
      }
      const standing = await standingOf(path, new Date());
      if (standing.kind === 'sound') counting.end('never two writers, sound');
      else counting.wrong(`case ${i}: not sound after ${played.join(', ')}`);
      for (const file of [path, link]) rmSync(file, { force: true });
    }
  } finally {
    for (const player of players) await player.die();
  }
  return counting.tally;
}

export const twoProcessesKind: SoakKind = { name: 'two-processes', whole: 200, short: 1, run };
