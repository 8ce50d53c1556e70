import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { valueIn } from '#test/store/support/results.ts';
import type { Random } from './random.ts';
import { standingOf } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

// Two processes take turns: opening by name or by another link, losing the lock as a careless descriptor does, closing,
// dying. At no time may both have the workbook for writing.

const MOVES = ['open', 'open', 'save', 'close', 'die'] as const;
/** Each alone, and both together. */
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

interface Turn {
  readonly who: 0 | 1;
  readonly move: Move;
}

/**
 * The orders to play. The first ones are all that there are of this length: one opens, two turns of either follow, then the
 * other opens and both save; then longer ones that the seed picks.
 */
function* orders(random: Random): Generator<readonly Turn[]> {
  const all = [...new Set<Move>([...MOVES, ...EXTRA])];
  const turns = ([0, 1] as const).flatMap((who) => all.map((move): Turn => ({ who, move })));
  const end: readonly Turn[] = [
    { who: 1, move: 'open' },
    { who: 0, move: 'save' },
    { who: 1, move: 'save' },
  ];
  for (const second of turns)
    for (const third of turns) yield [{ who: 0, move: 'open' }, second, third, ...end];
  for (;;) {
    const moves: readonly Move[] = [...MOVES, ...EXTRA];
    yield Array.from(
      { length: 8 },
      (): Turn => ({ who: random.below(2) === 0 ? 0 : 1, move: random.pick(moves) }),
    );
  }
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const players: [Player, Player] = [new Player(), new Player()];
  let i = 0;
  try {
    for (const order of orders(random)) {
      if (i === count || isTimeOver()) break;
      const paths = { name: join(folder, `Shared ${i}.ballast`), link: join(folder, `Link ${i}.ballast`) };
      copyFileSync(workbook, paths.name);
      const saved: string[] = [];
      const wrong = await play(players, order, { ...paths, saved });
      for (const player of players) {
        await player.ask({ move: 'close', path: paths.name });
        player.isWriter = false;
      }
      const played = order.map(({ who, move }) => `${who}: ${move}`).join(', ');
      if (wrong !== null) counting.wrong(`case ${i}: ${wrong}; played: ${played}`);
      else if ((await standingOf(paths.name, new Date())).kind !== 'sound')
        counting.wrong(`case ${i}: not sound; played: ${played}`);
      else {
        const lost = missingFrom(paths.name, saved);
        counting.add('saves acknowledged and there', saved.length - lost);
        if (lost > 0) counting.wrong(`case ${i}: ${lost} acknowledged saves are gone; played: ${played}`);
        else counting.end('never two writers, sound');
      }
      for (const file of Object.values(paths)) rmSync(file, { force: true });
      i += 1;
    }
  } finally {
    for (const player of players) await player.die();
  }
  return counting.tally;
}

/** How many of the assessments that were saved are not in the workbook. */
function missingFrom(path: string, saved: readonly string[]): number {
  const workbook = valueIn(openWorkbook(path, { mode: 'open', appVersion: 'soak', now: new Date() }));
  try {
    const kept = new Set<string>(valueIn(listAssessments(workbook.db)).map(({ id }) => id));
    return saved.filter((id) => !kept.has(id)).length;
  } finally {
    closeWorkbook(workbook);
  }
}

/** Plays an order; says what was wrong, at which turn. */
async function play(
  players: [Player, Player],
  order: readonly Turn[],
  { name, link, saved }: { readonly name: string; readonly link: string; readonly saved: string[] },
): Promise<string | null> {
  for (const [turn, { who, move }] of order.entries()) {
    const player = players[who];
    if (move === 'die') {
      await player.die();
      players[who] = new Player();
      continue;
    }
    const isByLink = move === 'open by another link';
    if (isByLink) linkSync(name, link);
    const answer = await player.ask({ move, path: isByLink ? link : name });
    if (isByLink) rmSync(link);
    if (answer.startsWith('saved ')) saved.push(answer.slice('saved '.length));
    if (answer === 'writer') player.isWriter = true;
    else if (answer === 'closed') player.isWriter = false;
    if (players.every(({ isWriter }) => isWriter)) return `two writers after turn ${turn + 1}`;
    if (answer.startsWith('error')) return `${answer} at turn ${turn + 1}`;
  }
  return null;
}

export const twoProcessesKind: SoakKind = { name: 'two-processes', whole: 200, short: 1, run };
