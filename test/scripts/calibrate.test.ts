import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calibrateArguments, mustHavePlace } from '../../scripts/arguments/calibrate-arguments.ts';
import { todayFor } from '../../scripts/calibration/library-folder.ts';

const root = resolve(import.meta.dirname, '..', '..');
const script = join(root, 'scripts', 'calibrate.ts');
const pack = join(root, 'resources', 'library', 'pack-1');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('calibrateArguments', () => {
  it('takes pack 1 and ./calibration when nothing is named', () => {
    expect(calibrateArguments([], '/home/me', '/app')).toEqual({
      library: '/app/resources/library/pack-1',
      out: '/home/me/calibration',
      pdf: null,
      paper: 'a4',
      userData: null,
    });
  });

  it('takes a library and a folder relative to where the caller stands', () => {
    expect(calibrateArguments(['mine', '--out', 'desk', '--pdf=a.pdf'], '/home/me', '/app')).toMatchObject({
      library: '/home/me/mine',
      out: '/home/me/desk',
      pdf: '/home/me/a.pdf',
    });
  });

  it('refuses what it does not know, with a sentence', () => {
    expect(() => calibrateArguments(['a', 'b'], '/', '/')).toThrow(/“b” is one too many/);
    expect(() => calibrateArguments(['--ouch'], '/', '/')).toThrow(/no option --ouch.*--out/);
    expect(() => calibrateArguments(['--out'], '/', '/')).toThrow(/--out needs a folder/);
    expect(() => calibrateArguments(['--pdf'], '/', '/')).toThrow(/--pdf needs the name of a file/);
    expect(() => calibrateArguments(['--paper', 'a5'], '/', '/')).toThrow(/“a5”; it must be a4 or letter/);
  });

  it('refuses a PDF without a place before anything is computed', () => {
    expect(() => mustHavePlace(join(folder, 'none', 'a.pdf'))).toThrow(
      /There is no folder .*none for the PDF/,
    );
    expect(() => mustHavePlace(folder)).toThrow(/is a folder\. --pdf needs the name of a file/);
    mustHavePlace(join(folder, 'a.pdf'));
  });
});

describe('today', () => {
  it('is the clock’s, or the bundled library’s where the clock runs behind', () => {
    expect(todayFor(pack, new Date(2031, 4, 6))).toBe('2031-05-06');
    expect(todayFor(pack, new Date(2020, 0, 1))).toBe('2026-11-22');
  });
});

describe('npm run calibrate', { timeout: 240_000 }, () => {
  it('prints the report and writes it as JSON and Markdown', () => {
    const out = join(folder, 'out');
    const run = spawnSync(process.execPath, [script, '--out', out], { encoding: 'utf8', cwd: folder });
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('backtest from the end of 2024');
    expect(run.stdout).toBe(readFileSync(join(out, 'calibration.md'), 'utf8'));
    for (const title of ['Proposed figures', 'Severity', 'Elasticity', 'Forgetting', 'Base rates', 'Types'])
      expect(run.stdout).toContain(`## ${title}`);
    const written = JSON.parse(readFileSync(join(out, 'calibration.json'), 'utf8'));
    expect(written.proposed.base.custodial['crime-online']).toBe(0.0464);
  });

  it('refuses a bad library with a line for each fault and writes nothing', () => {
    cpSync(pack, join(folder, 'bad'), { recursive: true });
    const file = join(folder, 'bad', 'incidents.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(',473000000,', ',473m,'));
    const run = spawnSync(process.execPath, [script, 'bad'], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
    });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(
      /cannot be used; nothing was calibrated\.\n {2}incidents\.csv, line \d+ \(mt-gox-201402\)/,
    );
    expect(existsSync(join(folder, 'calibration'))).toBe(false);
  });

  it('says which file a folder lacks', () => {
    const run = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/There is no incidents\.csv in .*A library is a folder with/);
  });

  it.skipIf(process.platform === 'win32')(
    'Ctrl-C ends it between two steps; nothing is written',
    async () => {
      const out = join(folder, 'out');
      const child = spawn(process.execPath, [script, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      let isAsked = false;
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('laws of protocols') && !isAsked) {
          isAsked = true;
          child.kill('SIGINT');
        }
      });
      const code = await new Promise((settle) => child.on('exit', settle));
      expect(code, said).toBe(130);
      expect(said).toContain('Cancelled; nothing was written.');
      expect(existsSync(out)).toBe(false);
    },
  );
});
