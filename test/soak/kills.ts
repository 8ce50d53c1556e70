import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { checkedBackup } from '#electron/store/backup/sound-backup.ts';
import { checkedInFull } from '#electron/store/check/check-workbook.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import type { QuoteId } from '#shared/domain/records.ts';
import { type Random, randomOf } from './random.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';
import { type Told, toldIn } from './told.ts';

const LONGEST_LIFE_MS = 1200;
const STARTS_WITHIN_MS = 30_000;

interface Life {
  readonly seed: number;
  readonly milliseconds: number;
  /** It lives on from this word. */
  readonly firstWord: string;
}

/** A writing process from its first word to its death by SIGKILL, and what it had told until then. */
async function lifeOf(path: string, { seed, milliseconds, firstWord }: Life): Promise<readonly Told[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), path, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaints += part;
  });
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    child.on('close', (_code, signal) => done(signal)),
  );
  const late = Date.now() + STARTS_WITHIN_MS;
  while (!text.includes(firstWord) && child.exitCode === null && Date.now() < late) await wait(5);
  await wait(milliseconds);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error(`The writer ended by itself:\n${complaints}`);
  return toldIn(text);
}

/** Kills of one workbook; what is checked after each grows with what was stored before. */
const LIVES_OF_A_WORKBOOK = 20;
/** Workbooks under way at once: a writer waits for the disk most of its life. */
const LANES = 2;

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const firsts = Array.from({ length: Math.ceil(count / LIVES_OF_A_WORKBOOK) }, (_, i) => ({
    first: i * LIVES_OF_A_WORKBOOK,
    seed: random.below(1_000_000),
  }));
  const lane = async (): Promise<void> => {
    for (let next = firsts.shift(); next !== undefined && !isTimeOver(); next = firsts.shift()) {
      const { first, seed } = next;
      const place = join(folder, `from ${first}`);
      mkdirSync(place);
      const path = join(place, 'Killed.ballast');
      copyFileSync(workbook, path);
      const lives = Math.min(LIVES_OF_A_WORKBOOK, count - first);
      await killAgainAndAgain(path, { first, lives, random: randomOf(seed) }, { counting, isTimeOver });
      rmSync(place, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return counting.tally;
}

interface Lives {
  /** The number of the first one. */
  readonly first: number;
  readonly lives: number;
  readonly random: Random;
}

async function killAgainAndAgain(
  path: string,
  { first, lives, random }: Lives,
  { counting, isTimeOver }: { readonly counting: Counting; readonly isTimeOver: () => boolean },
): Promise<void> {
  const quotes = new Set<QuoteId>();
  for (let i = 0; i < lives && !isTimeOver(); i += 1) {
    const told = await lifeOf(path, {
      seed: random.below(1_000_000),
      milliseconds: random.below(LONGEST_LIFE_MS),
      // One in five may die while it opens the workbook or stores its first draft.
      firstWord: random.below(5) === 0 ? 'open' : 'saved',
    });
    for (const item of told) if (item.step === 'issued') quotes.add(item.quoteId);
    await lookAfter(path, told, { counting, name: `kill ${first + i}` });
  }
  lookAtTheEnd(path, quotes, counting);
}

async function lookAfter(
  path: string,
  told: readonly Told[],
  { counting, name }: { readonly counting: Counting; readonly name: string },
): Promise<void> {
  const now = new Date();
  const opened = openWorkbook(path, { mode: 'open', appVersion: 'soak', now });
  if (!opened.ok) {
    counting.wrong(`${name}: refused: ${opened.failure.message}`);
    return;
  }
  const { db } = opened.value;
  const lost = told.flatMap((item) => lossOf(db, item));
  const report = await checkedInFull(db, { now });
  const unsound = report.findings.filter(({ isSound }) => !isSound).map(({ message }) => message);
  closeWorkbook(opened.value);
  const countOf = (step: Told['step']): number => told.filter((item) => item.step === step).length;
  for (const step of ['saved', 'issued', 'backed-up'] as const)
    counting.add(`acknowledged: ${step}`, countOf(step));
  if (lost.length > 0) counting.wrong(`${name}: lost ${lost.join('; ')}`);
  else if (unsound.length > 0) counting.wrong(`${name}: ${unsound.join('; ')}`);
  else
    counting.end(countOf('saved') === 0 ? 'killed before anything was acknowledged' : 'nothing lost, sound');
}

/** Whatever was issued in the lives before is there as it was issued. */
function lookAtTheEnd(path: string, quotes: ReadonlySet<QuoteId>, counting: Counting): void {
  const opened = openWorkbook(path, { mode: 'open', appVersion: 'soak', now: new Date() });
  if (!opened.ok) {
    counting.wrong(`at the end: ${opened.failure.message}`);
    return;
  }
  for (const id of quotes) {
    const verdict = verifyQuote(opened.value.db, id);
    if (!verdict.ok || !verdict.value.isSound) counting.wrong(`quote ${id} is not there as it was issued`);
  }
  closeWorkbook(opened.value);
}

/** What was acknowledged and is not there. */
function lossOf(db: Parameters<typeof getAssessment>[0], told: Told): readonly string[] {
  switch (told.step) {
    case 'open':
      return [];
    case 'saved': {
      const found = getAssessment(db, told.id);
      return found.ok && found.value.version >= told.version ? [] : [`version ${told.version} of ${told.id}`];
    }
    case 'issued': {
      const found = getAssessment(db, told.id);
      return found.ok && found.value.quotes.some(({ id }) => id === told.quoteId) ? [] : [told.reference];
    }
    case 'backed-up':
      return checkedBackup({ path: told.path, fileName: '', madeAt: new Date(0) }) === null
        ? [told.path]
        : [];
  }
}

export const killsKind: SoakKind = { name: 'kills', whole: 500, short: 2, run };
