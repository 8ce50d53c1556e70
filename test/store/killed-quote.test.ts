import { mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { writeMissingPapers } from '#electron/cli/missing-papers.ts';
import { getQuotePdf, quoteNames } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { startScript } from './support/child.ts';
import { later, reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

// Killed around the moment at which a quote is stored and its paper named: what is on the disk under a name is known to the
// workbook, what the workbook knows can be written again, and no reference is given twice.

const DELAYS_MS = [400, 0, 4, 15, 60];

it('a killed run leaves no paper that no workbook knows, and --papers writes those that are missing', async () => {
  const folder = temporaryFolder();
  const [out, userData, path] = [join(folder, 'out'), join(folder, 'data'), join(folder, 'Book.ballast')];
  mkdirSync(out);
  mkdirSync(userData);
  const papers = () => readdirSync(out).filter((name) => !name.startsWith('.'));
  for (const delay of DELAYS_MS) {
    const child = startScript('quote-in-a-loop.ts', [path, out, userData]);
    const watcher = watch(out);
    await new Promise((done) => watcher.once('change', done));
    watcher.close();
    await wait(delay);
    child.kill('SIGKILL');
    await new Promise((done) => child.on('close', done));

    const { db, ...workbook } = reopened(path, later(60));
    const known = new Map(
      quoteNames(db).map(({ id }) => [valueIn(getQuotePdf(db, id)).summary.pdfSha256, id]),
    );
    for (const name of papers()) expect(known.has(sha256Hex(readFileSync(join(out, name))))).toBe(true);
    closeWorkbook({ db, ...workbook });
  }
  const order = { workbook: path, out, appVersion: 'test', now: later(90) };
  expect(writeMissingPapers(order)).toMatchObject({ exitCode: 0 });
  const { db } = reopened(path, later(120));
  const names = quoteNames(db).map(({ reference, version }) => `${reference}-v${version}.pdf`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(1);
  expect(papers().sort()).toEqual(names.sort());
  expect(unsound(checkedNow(db).findings)).toEqual([]);
}, 240_000);
