import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { formatAmount } from '#shared/domain/format-money.ts';
import type { Result } from '#shared/domain/result.ts';
import { type CommandResult, runApp } from '#test/support/electron-command.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { readPdf } from './pdf-facts.ts';

const samplesFolder = resolve(import.meta.dirname, '../../resources/samples');
const samples = readdirSync(samplesFolder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => currentSample(name));

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function inWorkbook<T>(path: string, read: (workbook: Workbook) => T): T {
  const workbook = unwrap(openWorkbook(path, { mode: 'open', appVersion: 'test', now: new Date() }));
  try {
    return read(workbook);
  } finally {
    closeWorkbook(workbook);
  }
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-quote-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quote = (...args: string[]): Promise<CommandResult> =>
  runApp(['--user-data', join(folder, 'user-data'), ...args]);

/** The names of the parts of a paper's structure, as its tree of names has them. */
async function structureNames(pdf: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const names = object instanceof PDFDict ? object.get(PDFName.of('Names')) : undefined;
    const isNames = names instanceof PDFArray && names.get(0) instanceof PDFString;
    const texts = isNames ? names.asArray().filter((name) => name instanceof PDFString) : [];
    return texts.map((name) => name.asString()).filter((name) => name.startsWith('node'));
  });
}

const changed = (sample: string, change: (submission: Record<string, never>) => void): string => {
  const submission = JSON.parse(readFileSync(sample, 'utf8'));
  change(submission);
  return JSON.stringify(submission);
};

describe('npm run quote', () => {
  it('has samples of four kinds at least', () => {
    expect(samples.length).toBeGreaterThanOrEqual(4);
  });

  describe.each(samples.map((path) => [basename(path), path] as const))('on %s', (_name, path) => {
    const subject = (): string => JSON.parse(readFileSync(path, 'utf8')).subject.name;
    const insured = (): string => {
      const { subject: named, terms } = JSON.parse(readFileSync(path, 'utf8'));
      return terms.insured ?? named.legalName ?? named.name;
    };
    let out: string;
    let workbook: string;
    let result: CommandResult;
    let pdf: Buffer;
    let others: readonly string[];

    beforeAll(async () => {
      out = mkdtempSync(join(folder, 'out-'));
      workbook = join(out, 'book.ballast');
      result = await quote('--quote', path, '--workbook', workbook, '--out', out);
      const named = (end: RegExp) => readdirSync(out).find((name) => end.test(name));
      const file = named(/-v1\.pdf$/) ?? named(/-not-issued\.pdf$/);
      pdf = file === undefined ? Buffer.alloc(0) : readFileSync(join(out, file));
      others = readdirSync(out).filter((name) => name.endsWith('.pdf') && name !== file);
    });

    it('ends well and says what was made', () => {
      expect(result).toMatchObject({ exitCode: 0, signal: null });
      for (const part of [subject(), 'SCORE', 'Overall', 'PREMIUM', 'Certificate', out, workbook])
        expect(result.stdout).toContain(part);
      expect(result.stdout).toContain(sha256(pdf));
      expect(result.stdout).not.toMatch(/undefined|NaN|\[object/);
      expect(Math.max(...result.stdout.split('\n').map((line) => line.length))).toBeLessThan(160);
    });

    it('stores the assessment, and a quote whose every hash is right', () => {
      inWorkbook(workbook, ({ db }) => {
        const assessments = unwrap(listAssessments(db));
        expect(assessments).toHaveLength(1);
        expect(assessments[0]?.subjectName).toBe(subject());
        for (const { latestQuote: summary } of unwrap(listAssessments(db))) {
          if (summary === null) continue;
          expect(unwrap(verifyQuote(db, summary.id))).toMatchObject({ isSound: true });
          expect(Buffer.from(unwrap(getQuotePdf(db, summary.id)).pdf).equals(pdf)).toBe(true);
          expect(result.stdout).toContain(`${summary.reference} version 1`);
          const { price } = unwrap(getQuoteDocument(db, summary.id));
          for (const line of price?.buildUp ?? [])
            expect(result.stdout).toContain(formatAmount(line.amountMinor));
        }
      });
    });

    it('writes the whole set of an issued quote, and the worksheet alone of what was not', () => {
      const ends = others.map((name) => name.replace(/^.*-v1-/, '')).sort();
      const isIssued = /^(QUOTE|INDICATION) /m.test(result.stdout);
      expect(ends).toEqual(isIssued ? ['risk-summary.pdf', 'worksheet.pdf'] : []);
    });

    it('prints a document that holds up', async () => {
      const facts = await readPdf(pdf);
      expect(facts.title).toContain(insured());
      expect(facts).toMatchObject({ language: 'en-GB', isTagged: true, showsTitle: true });
      expect(facts.producer).toMatch(/^Ballast /);
      expect(facts.outline.length).toBeGreaterThan(1);
      expect(facts.pages.length).toBeGreaterThan(1);
      expect(facts.fonts.length).toBeGreaterThan(0);
      expect(facts.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
      facts.pages.forEach((text, index) => {
        expect(text).toContain(`Page ${index + 1} of ${facts.pages.length}`);
        expect(text).toMatch(/Inputs [0-9a-f]{12}/);
      });
      expect(facts.sizes.every(([width, height]) => width === 595 && height === 842)).toBe(true);
      expect(facts.pages.join('\n')).not.toMatch(/undefined|NaN|\[object/);
    });
  });

  it('writes the papers of one reader when asked', async () => {
    const out = mkdtempSync(join(folder, 'broker-'));
    const workbook = join(out, 'b.ballast');
    const sample = samples.find((path) => path.includes('well-run')) ?? '';
    const made = await quote('--quote', sample, '--workbook', workbook, '--out', out, '--set', 'broker');
    expect(made.exitCode).toBe(0);
    const files = readdirSync(out).filter((name) => name.endsWith('.pdf'));
    expect(files.map((name) => name.replace(/^.*-v1/, '')).sort()).toEqual(['-risk-summary.pdf', '.pdf']);
    const written = await quote('--papers', out, '--workbook', workbook);
    expect(written.stdout).toContain('1 of 3 papers were missing');
    const all = readdirSync(out)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => join(out, name));
    // One window has printed them all, and each is as if it had been the first.
    for (const file of all) {
      const names = await structureNames(readFileSync(file));
      expect(names.length).toBeGreaterThan(100);
      expect(names).toEqual(names.map((_, index) => `node${String(index + 1).padStart(8, '0')}`));
    }
    const verified = await quote(...all.flatMap((file) => ['--verify', file]), '--workbook', workbook);
    expect(verified).toMatchObject({ exitCode: 0 });
    expect(verified.stdout.match(/: Intact/g)).toHaveLength(2);
    expect(verified.stdout).toMatch(/worksheet\.pdf: Matches\n/);
    const [first = ''] = all;
    const forged = join(out, 'forged.pdf');
    writeFileSync(forged, Buffer.concat([readFileSync(first), Buffer.from('\n%')]));
    expect(await quote('--verify', forged, '--workbook', workbook)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('forged.pdf: Altered'),
    });
  });

  it('quotes a folder in one go, stops at Ctrl C after the submission in hand, and then goes on', async () => {
    const submissions = mkdtempSync(join(folder, 'folder-'));
    const sample = samples.find((path) => path.includes('well-run')) ?? '';
    for (const name of ['a', 'b', 'c'])
      writeFileSync(
        join(submissions, `${name}.json`),
        changed(sample, (submission) => {
          Object.assign((submission as unknown as { subject: object }).subject, { name: `Exchange ${name}` });
        }),
      );
    writeFileSync(join(submissions, 'bad.json'), '{');
    const out = join(submissions, 'papers');
    const workbook = join(out, 'f.ballast');
    const args = ['--user-data', join(folder, 'user-data'), '--quote', submissions];
    const whole = [...args, '--workbook', workbook, '--out', out];
    let isAsked = false;
    const stopped = await runApp(whole, {
      onOutput: (said, kill) => {
        if (isAsked || !said.includes('1 of 4')) return;
        isAsked = true;
        kill('SIGINT');
      },
    });
    expect(stopped, stopped.stderr).toMatchObject({ exitCode: 130, signal: null });
    expect(stopped.stderr).toContain('Stopping after the submission in hand.');
    expect(stopped.stdout).toMatch(/STOPPED after [12] of 4 submissions: /);
    const rest = await runApp(whole);
    expect(rest.exitCode, rest.stderr).toBe(2);
    expect(rest.stdout).toMatch(/DONE: 4 submissions: [12] quoted, [12] already here, 1 failed\./);
    const names = readdirSync(out).filter((name) => name.endsWith('.pdf'));
    expect(names).toHaveLength(9);
    expect(inWorkbook(workbook, ({ db }) => unwrap(listAssessments(db)))).toHaveLength(3);
    expect(readdirSync(out).filter((name) => name.endsWith('.csv'))).toHaveLength(2);
  });

  it('prints no empty boxes: a letter that no face has stops the issue, and is named', async () => {
    const out = mkdtempSync(join(folder, 'boxes-'));
    const workbook = join(out, 'b.ballast');
    const file = join(out, 'boxes.json');
    const sample = samples.find((path) => path.includes('well-run')) ?? '';
    // A code point of nobody's script, which no face on any computer has.
    writeFileSync(
      file,
      changed(sample, (submission) => {
        Object.assign((submission as unknown as { terms: object }).terms, { broker: 'Broker \u{2FE5}' });
      }),
    );
    const result = await quote('--quote', file, '--workbook', workbook, '--out', out);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(
      'The broker has the letter “\u2fe5” (U+2FE5), for which there is no face',
    );
    expect(result.stderr).toContain('No quote was issued.');
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  });

  it('prints on Letter when asked', async () => {
    const out = mkdtempSync(join(folder, 'letter-'));
    const result = await quote(
      '--quote',
      samples[0] ?? '',
      '--workbook',
      join(out, 'b.ballast'),
      '--out',
      out,
      '--paper',
      'letter',
    );
    expect(result.exitCode).toBe(0);
    const file = readdirSync(out).find((name) => name.endsWith('.pdf')) ?? '';
    const { sizes } = await readPdf(readFileSync(join(out, file)));
    expect(sizes.every(([width, height]) => width === 612 && height === 792)).toBe(true);
  });

  it('makes a new case of each run, and never writes over a PDF', async () => {
    const sample = samples.find((path) => path.includes('well-run')) ?? '';
    const out = mkdtempSync(join(folder, 'twice-'));
    const workbook = join(out, 'b.ballast');
    for (let run = 0; run < 2; run += 1)
      expect((await quote('--quote', sample, '--workbook', workbook, '--out', out)).exitCode).toBe(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toHaveLength(6);
    inWorkbook(workbook, ({ db }) => {
      const assessments = unwrap(listAssessments(db));
      expect(new Set(assessments.map(({ caseId }) => caseId)).size).toBe(2);
      expect(new Set(assessments.map(({ subjectId }) => subjectId)).size).toBe(1);
    });
  });
});

describe('bad input', () => {
  const sample = samples[0] ?? '';
  type Loose = Record<string, Record<string, unknown> & Record<string, Record<string, unknown>>>;
  const edit = (change: (submission: Loose) => void) => () => changed(sample, change as never);
  const anIncident = {
    id: 'x',
    date: '2025-01-01',
    cause: 'key-hot',
    lossMinor: 1,
    assetsAtTimeMinor: 1,
    fixStatus: 'none',
    usersMadeWholePercent: 0,
    disclosureHours: null,
    postmortem: 'none',
  };

  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['that is not JSON', () => '{"format": "ballast-submission/1", ', /not (valid )?JSON/i],
    ['that is empty', () => '', /./],
    ['that is a list', () => '[]', /object/],
    [
      'of another format',
      edit((s) => Object.assign(s, { format: 'other' })),
      /format.*ballast-submission\/1/,
    ],
    ['without an essential field', edit((s) => delete s.subject), /subject is missing/],
    [
      'with an unknown field',
      edit((s) => Object.assign(s, { colour: 'red' })),
      /^“submission\.json” was not quoted: “colour” \(line \d+\) is no field of the submission/,
    ],
    [
      'with an unknown factor',
      edit((s) => Object.assign(s.answers ?? {}, { 'cu-magic': { evidence: 'verified', level: 'yes' } })),
      /cu-magic/,
    ],
    [
      'with an unknown level',
      edit((s) => Object.assign(s.answers ?? {}, { 'cu-quorum': { evidence: 'verified', level: 'huge' } })),
      /Authorisation quorum.*baseline/,
    ],
    [
      'with an unknown cause',
      edit((s) => Object.assign(s, { incidents: [{ ...anIncident, cause: 'gremlins' }] })),
      /cause.*key-hot/,
    ],
    ['with an unknown currency', edit((s) => Object.assign(s, { currency: 'EUR' })), /currency.*USD/],
    [
      'with a negative amount',
      edit((s) => Object.assign(s.exposures ?? {}, { onlinePeakMinor: -5 })),
      /peak online balance.*negative/,
    ],
    [
      'with an absurd amount',
      edit((s) => Object.assign(s.exposures ?? {}, { onlinePeakMinor: 1e15 + 1 })),
      /peak online balance/,
    ],
    [
      'with a number that is not finite',
      () => changed(sample, (s) => Object.assign(s, { asOf: '@' })).replace('"@"', '1e999'),
      /assessment date/,
    ],
    [
      'with a day that does not exist',
      edit((s) => Object.assign(s, { asOf: '2026-02-30' })),
      /assessment date.*YYYY-MM-DD/,
    ],
    [
      'with an incident in the future',
      edit((s) => Object.assign(s, { incidents: [{ ...anIncident, date: '2999-01-01' }] })),
      /date of incident no\. 1/,
    ],
    [
      'that tries to reach a prototype',
      () => readFileSync(sample, 'utf8').replace('{', '{"__proto__": {"x": 1},'),
      /__proto__/,
    ],
  ];

  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(folder, 'bad-'));
  });
  const expectRefused = (result: CommandResult, message: RegExp): void => {
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    const lines = result.stderr
      .trim()
      .split('\n')
      .filter((line) => !/:(ERROR|WARNING):/.test(line) && line !== '');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(readdirSync(out).filter((name) => name !== 'submission.json')).toEqual([]);
  };

  it.each(cases)('%s is refused in one sentence', async (_name, text, message) => {
    const file = join(out, 'submission.json');
    writeFileSync(file, text());
    expectRefused(await quote('--quote', file, '--workbook', join(out, 'b.ballast'), '--out', out), message);
  });

  it('of 100 MB is refused unread', async () => {
    const file = join(out, 'submission.json');
    writeFileSync(file, '{}');
    truncateSync(file, 100 * 1024 * 1024);
    expectRefused(
      await quote('--quote', file, '--workbook', join(out, 'b.ballast'), '--out', out),
      /100\.0 MB/,
    );
  });

  it('that is not there is named', async () => {
    const file = join(out, 'nowhere.json');
    expectRefused(
      await quote('--quote', file, '--workbook', join(out, 'b.ballast'), '--out', out),
      /nowhere\.json/,
    );
  });

  it('on the command line is named', async () => {
    expectRefused(await quote('--quote', sample, '--paper', 'a5', '--out', out), /--paper.*a4 or letter/);
  });
});

describe('trouble with the workbook', () => {
  let out: string;
  let workbook: string;
  beforeEach(() => {
    out = mkdtempSync(join(folder, 'trouble-'));
    workbook = join(out, 'book.ballast');
  });
  const expectTrouble = async (message: RegExp): Promise<void> => {
    const before = sha256(readFileSync(workbook));
    const result = await quote('--quote', samples[0] ?? '', '--workbook', workbook, '--out', out);
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toMatch(message);
    expect(sha256(readFileSync(workbook))).toBe(before);
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  };

  it('of another program is told, and its file left alone', async () => {
    const db = new Database(workbook);
    db.exec('CREATE TABLE theirs (x); PRAGMA application_id = 7');
    db.close();
    await expectTrouble(/database of another program/);
  });

  it('that is no database is told', async () => {
    writeFileSync(workbook, 'a letter to my aunt');
    await expectTrouble(/not a Ballast workbook/);
  });

  it('of a newer version is told', async () => {
    inWorkbookMade(workbook);
    const db = new Database(workbook);
    db.pragma('user_version = 99990');
    db.close();
    await expectTrouble(/newer/);
  });

  it('in use by another copy is told', async () => {
    const held = unwrap(openWorkbook(workbook, { mode: 'create', appVersion: 'test', now: new Date() }));
    try {
      const result = await quote('--quote', samples[0] ?? '', '--workbook', workbook, '--out', out);
      expect(result.exitCode).toBe(3);
      expect(result.stderr).toMatch(/in use|open/);
    } finally {
      closeWorkbook(held);
    }
  });

  it('and a place that cannot be written leaves no workbook', async () => {
    const file = join(out, 'a-file');
    writeFileSync(file, '');
    const result = await quote(
      '--quote',
      samples[0] ?? '',
      '--workbook',
      workbook,
      '--out',
      join(file, 'below'),
    );
    expect(result.exitCode).toBe(3);
    expect(existsSync(workbook)).toBe(false);
  });
});

function inWorkbookMade(path: string): void {
  closeWorkbook(unwrap(openWorkbook(path, { mode: 'create', appVersion: 'test', now: new Date() })));
}
