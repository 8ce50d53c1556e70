import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { verifyPaper } from '#electron/documents/verify-paper.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { fastSha256 } from '#electron/host/hash.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { isBelievable } from '#shared/quote/paper-verdict.ts';
import { resources } from '#test/electron/handlers-host.ts';
import { carriedText, carrying, issuedPapers } from '#test/electron/issued-papers.ts';
import { NOW } from '#test/store/support/results.ts';
import type { Random } from './random.ts';
import { isSentence } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

const FEWEST = 10;
const LETTERS = [...'0123456789"{}[],:.-xé '];

function flipped(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const changed = Uint8Array.from(bytes);
  const place = random.below(changed.length);
  changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8));
  return changed;
}

/** Papers with a bit or a letter changed, and a workbook that was changed to vouch for them: none is ever believed. */
async function run({ folder, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const loaded = loadBundledModel(resources, { has: () => true, add: () => undefined });
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const { at, papers, basis } = await issuedPapers(folder, loaded.value);
  const sheet = await carriedText(papers.worksheet);
  const workbook = at.session.current();
  if (workbook === null) throw new Error('no workbook is open');
  const copy = join(folder, 'forged.ballast');
  workbook.db.pragma('wal_checkpoint(TRUNCATE)');

  const pick = (): Uint8Array => random.pick(Object.values(papers));
  const judged = async (bytes: Uint8Array, db: typeof basis.db) => verifyPaper(bytes, { ...basis, db });
  const ways: Readonly<Record<string, () => ReturnType<typeof judged>>> = {
    'a bit of the file': () => judged(flipped(pick(), random), random.pick([basis.db, null])),
    'a letter of what it carries': async () => {
      const place = random.below(sheet.length);
      const letter = random.pick(LETTERS.filter((one) => one !== sheet[place]));
      const forged = await carrying(`${sheet.slice(0, place)}${letter}${sheet.slice(place + 1)}`);
      return judged(forged, random.pick([basis.db, null]));
    },
    'the workbook, to vouch for a changed file': async () => {
      const forged = flipped(papers.quotation, random);
      copyFileSync(workbook.path, copy);
      vouchFor(copy, forged);
      const opened = openWorkbook(copy, { mode: 'open', appVersion: 'soak', now: NOW });
      try {
        return await judged(forged, opened.ok ? opened.value.db : null);
      } finally {
        if (opened.ok) closeWorkbook(opened.value);
        rmSync(copy, { force: true });
      }
    },
  };
  // Issuing the papers may have taken all of the time on a busy machine: a few are tried all the same.
  for (let i = 0; i < count && (i < FEWEST || !isTimeOver()); i += 1) {
    const name = random.pick(Object.keys(ways));
    try {
      const verdict = await ways[name]?.();
      if (verdict === undefined || isBelievable(verdict))
        counting.wrong(`case ${i}: with ${name} changed it ${verdict?.title.toLowerCase()}`);
      else if (!verdict.findings.every(isSentence))
        counting.wrong(`case ${i}: ${name}: no sentence: ${verdict.findings.join(' ')}`);
      else counting.end(verdict.kind);
    } catch (error) {
      counting.wrong(`case ${i}: ${name}: threw ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  at.session.close();
  return counting.tally;
}

/** Puts a file in the place of the issued quotation, with its hash, and every protection back as it was. */
function vouchFor(path: string, forged: Uint8Array): void {
  const raw = new Database(path);
  try {
    const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
    raw.prepare('UPDATE quotes SET pdf_sha256 = ?').run(fastSha256(forged));
    raw.prepare('UPDATE quote_files SET pdf = ?').run(Buffer.from(forged));
    for (const { sql } of triggers) raw.exec(sql);
  } finally {
    raw.close();
  }
}

export const flippedPapersKind: SoakKind = { name: 'flipped-papers', whole: 3000, short: 60, run };
