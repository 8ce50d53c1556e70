import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '#test/papers/archive/check-archive.ts';
import { runApp } from '#test/support/electron-command.ts';
import { readPdf } from './pdf-facts.ts';

const script = resolve(import.meta.dirname, '../../scripts/calibrate.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-calibrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a person would; `onSaid` hears what it has said so far. */
function calibrate(onSaid: (said: string, interrupt: () => void) => void = () => undefined) {
  const { BALLAST_APP: _, ...env } = process.env;
  const args = [script, '--out', 'out', '--pdf', 'report.pdf', '--user-data', join(folder, 'user-data')];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onSaid(stderr, () => child.kill('SIGINT'));
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((settle) =>
    child.on('close', (code) => settle({ code, stdout, stderr })),
  );
}

describe('npm run calibrate -- --pdf FILE', { timeout: 240_000 }, () => {
  it('writes the report as the window does, beside JSON and Markdown', async () => {
    const { code, stdout, stderr } = await calibrate();
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(readFileSync(join(folder, 'out', 'calibration.md'), 'utf8'));
    const report = readFileSync(join(folder, 'report.pdf'));
    expect([...(await checkArchive(report))]).toEqual([]);
    const facts = await readPdf(report);
    expect(facts).toMatchObject({ title: 'Calibration', isTagged: true, language: 'en-GB' });
    expect(facts.outline.length).toBeGreaterThan(0);
    const paper = facts.pages.join(' ').replaceAll(/\s+/g, ' ');
    const headings = [...stdout.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    expect(headings.length).toBeGreaterThan(8);
    // A ligature of the font is read back as one sign.
    for (const heading of headings.filter((text) => !/f[fil]/.test(text))) expect(paper).toContain(heading);
  });

  it.skipIf(process.platform === 'win32')('is cancelled while it prints; nothing is written', async () => {
    let isAsked = false;
    const { code, stderr } = await calibrate((said, interrupt) => {
      if (isAsked || !said.includes('Running on Electron')) return;
      isAsked = true;
      interrupt();
    });
    expect(code, stderr).toBe(130);
    expect(stderr).toContain('Cancelled; nothing was written.');
    expect(readdirSync(folder).filter((name) => name !== 'user-data')).toEqual([]);
  });
});

describe('a report to be printed', () => {
  it('that is none is refused with a sentence, and no PDF is written', async () => {
    const from = join(folder, 'report.json');
    const to = join(folder, 'report.pdf');
    writeFileSync(from, '{"format":"ballast-report/1"}');
    const args = ['--report', from, '--to', to, '--user-data', join(folder, 'user-data')];
    const run = await runApp(args);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('is no report that can be printed.');
    expect(existsSync(to)).toBe(false);
  });
});
