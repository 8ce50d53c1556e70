import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quoteFolder } from '#electron/cli/quote-folder.ts';
import type { QuotePrinter } from '#electron/documents/quote-pdf.ts';
import { noActivations } from '#electron/host/activations.ts';
import { fastSha256 } from '#electron/host/hash.ts';
import { openInstallationKey } from '#electron/host/installation-key.ts';
import { rateInThread } from '#electron/host/rate-in-thread.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { failed, success } from '#shared/domain/result.ts';
import type { PaperSet } from '#shared/quote/paper.ts';

const resourcesFolder = resolve(import.meta.dirname, '../../resources');
const sample = readFileSync(join(resourcesFolder, 'samples', 'well-run-exchange.json'), 'utf8');
const declined = readFileSync(join(resourcesFolder, 'samples', 'declined-yield-vault.json'), 'utf8');
const ratingThread = resolve(import.meta.dirname, '../../electron/rating-thread.ts');
const now = () => new Date('2026-11-29T12:00:00.000Z');

const named = (name: string): string => {
  const submission = JSON.parse(sample);
  submission.subject.name = name;
  return JSON.stringify(submission);
};

let folder: string;
let submissions: string;
let out: string;
let workbook: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-folder-'));
  submissions = join(folder, 'in');
  // Beside the submissions, as somebody may well have it.
  out = join(submissions, 'papers');
  workbook = join(out, 'quotes.ballast');
  mkdirSync(submissions);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => writeFileSync(join(submissions, name), text);

interface Run {
  readonly exitCode: number;
  readonly said: string;
  readonly complained: string;
}

const printing: QuotePrinter['print'] = async ({ reference }, kind) => {
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${kind} of ${reference}`);
  return success({ bytes, sha256: fastSha256(bytes) });
};

/** Runs over the folder; `stopAfter` as if Ctrl C were pressed once so many were told of. */
async function run({
  stopAfter = Number.POSITIVE_INFINITY,
  print = printing,
  set = 'all' as PaperSet,
} = {}): Promise<Run> {
  const said: string[] = [];
  const complained: string[] = [];
  const exitCode = await quoteFolder({
    folder: submissions,
    out,
    workbook,
    paper: 'a4',
    set,
    appVersion: 'test',
    resourcesFolder,
    activations: noActivations,
    printer: {
      print,
      printDealPaper: async () => failed('unexpected', 'This run prints no letters.'),
    },
    rateBy: (model) => rateInThread(ratingThread, model),
    seen: openSeenWorkbooks(folder),
    people: openSignedIn({ folder, key: openInstallationKey(folder), now }),
    passphrase: () => null,
    backupFolder: null,
    now,
    isStopped: () => said.length >= stopAfter,
    say: async (text) => void said.push(text),
    complain: async (text) => void complained.push(text),
  });
  return { exitCode, said: said.join('\n'), complained: complained.join('\n') };
}

const papers = (): readonly string[] => readdirSync(out).filter((name) => name.endsWith('.pdf'));

function assessments(): number {
  const opened = openWorkbook(workbook, { mode: 'open', appVersion: 'test', now: now() });
  if (!opened.ok) throw new Error(opened.failure.message);
  try {
    const all = listAssessments(opened.value.db);
    return all.ok ? all.value.length : -1;
  } finally {
    closeWorkbook(opened.value);
  }
}

describe('a folder of submissions', () => {
  it('is quoted in the order of the names, whatever their script; one bad file does not stop the rest', async () => {
    put('a.json', named('Alder'));
    put('b.json', '{');
    put('c.JSON', declined);
    put('Ωμέγα-日本.json', named('Omega'));
    put('notes.txt', 'not a submission');
    put('submission.schema.json', '{}');
    mkdirSync(join(submissions, 'd.json'));
    symlinkSync('e.json', join(submissions, 'e.json'));
    const made = await run();
    expect(made.exitCode).toBe(2);
    expect(made.said).toMatch(/^1 of 6 {2}a\.json {2}quoted {2}BAL-2026-0001-\w+ version 1, USD [\d,.]+$/m);
    expect(made.said).toMatch(/^2 of 6 {2}b\.json {2}failed\n {4}- The submission is not JSON/m);
    expect(made.said).toMatch(/^3 of 6 {2}c\.JSON {2}declined /m);
    expect(made.said).toMatch(/^4 of 6 {2}d\.json {2}failed\n {4}- “d\.json” is not a file/m);
    expect(made.said).toMatch(/^5 of 6 {2}e\.json {2}failed\n/m);
    expect(made.said).toMatch(/^6 of 6 {2}Ωμέγα-日本\.json {2}quoted /m);
    expect(made.said).toContain('DONE: 6 submissions: 2 quoted, 1 declined, 3 failed.');
    expect(papers()).toHaveLength(7);
    expect(assessments()).toBe(3);
    const csv = readFileSync(join(out, 'summary-2026-11-29.csv'), 'utf8');
    expect(csv.startsWith('\ufeffFile,Result,Insured,Quote,Currency,Quoted premium,Why,Papers\r\n')).toBe(
      true,
    );
    expect(csv.trimEnd().split('\r\n')).toHaveLength(7);
    expect(csv).toMatch(
      /^a\.json,quoted,[^,]+,BAL-2026-0001-\w+ version 1,USD,\d+,,BAL-\S+\.pdf BAL-\S+\.pdf BAL-/m,
    );
  });

  it('goes on where it was stopped, and makes no doubles', async () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.json`, named(name));
    const stopped = await run({ stopAfter: 1 });
    expect(stopped.exitCode).toBe(130);
    expect(stopped.said).toContain('STOPPED after 1 of 3 submissions: 1 quoted. The same command goes on');
    const rest = await run();
    expect(rest.exitCode).toBe(0);
    expect(rest.said).toContain('DONE: 3 submissions: 2 quoted, 1 already here.');
    expect(assessments()).toBe(3);
    expect(papers()).toHaveLength(9);
    expect(readdirSync(out).filter((name) => name.endsWith('.csv'))).toHaveLength(2);
  });

  it('quotes one text once, under whatever names it lies there', async () => {
    put('a.json', named('Alder'));
    put('again.json', named('Alder'));
    const made = await run();
    expect(made.said).toMatch(/again\.json {2}already here {2}BAL-2026-0001-/);
    expect(assessments()).toBe(1);
    expect(papers()).toHaveLength(3);
  });

  it('writes the papers again that are missing beside the others, of the set that is asked for', async () => {
    put('a.json', named('Alder'));
    await run();
    for (const name of papers()) rmSync(join(out, name));
    await run({ set: 'broker' });
    expect(
      papers()
        .map((name) => name.replace(/^.*-v1/, ''))
        .sort(),
    ).toEqual(['-risk-summary.pdf', '.pdf']);
  });

  it('keeps nothing of one whose paper cannot be printed, and goes on', async () => {
    put('a.json', named('Alder'));
    put('b.json', named('Birch'));
    let count = 0;
    const print: QuotePrinter['print'] = async (document, kind) => {
      count += 1;
      return count === 2 ? failed('unexpected', 'Out of ink.') : printing(document, kind);
    };
    const made = await run({ print });
    expect(made.exitCode).toBe(3);
    expect(made.said).toContain('- Out of ink. No quote was issued.');
    expect(made.said).toContain('DONE: 2 submissions: 1 quoted, 1 failed.');
    expect(assessments()).toBe(1);
    expect((await run()).said).toContain('DONE: 2 submissions: 1 quoted, 1 already here.');
    // The first takes the reference that it never had.
    expect(papers()).toHaveLength(6);
  });

  it('stops where the disk is full, since the rest would fail as well', async () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.json`, named(name));
    const made = await run({ print: async () => failed('disk-full', 'The disk is full.') });
    expect(made).toMatchObject({
      exitCode: 3,
      complained: 'Stopped, since the rest would fail as well. The disk is full. No quote was issued.',
    });
    expect(made.said).toContain('STOPPED after 1 of 3 submissions: 1 failed.');
    // A workbook in which nothing was stored is not left behind.
    expect(existsSync(workbook)).toBe(false);
  });

  it('without a submission is told so, and makes nothing', async () => {
    put('notes.txt', 'none');
    expect(await run()).toMatchObject({
      exitCode: 2,
      said: '',
      complained: `There is no submission (a file whose name ends in .json) in “${submissions}”.`,
    });
    expect(existsSync(out)).toBe(false);
  });

  it('shows names that would move what a terminal shows as harmless', async () => {
    put('a\nb\u001b[31m\u202e.json', '{');
    const made = await run();
    expect(made.said).toContain('1 of 1  a\ufffdb\ufffd[31m\ufffd.json  failed');
  });
});
