import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runApp } from '#test/support/electron-command.ts';
import { launchApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../../scripts/samples/current-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'ballast-packaged-'));
const sample = currentSample('well-run-exchange.json');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packaged application', () => {
  it('opens its window from the archive without an uncaught error', async () => {
    const app = await launchApp();
    try {
      expect(new URL(app.page.url()).protocol).toBe('app:');
      const host = await app.electron.evaluate(({ app: host }) => [host.getName(), host.isPackaged]);
      expect(host).toEqual(['Ballast', true]);
      await app.page.locator('main, [role="main"]').first().waitFor();
      expect(app.uncaught).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('quotes a submission to a PDF with its own database and data', async () => {
    const out = join(folder, 'out');
    const result = await runApp([
      ...['--quote', sample, '--workbook', join(folder, 'quotes.ballast')],
      ...['--out', out, '--user-data', join(folder, 'user-data')],
    ]);
    expect(result.stderr).not.toMatch(/Error:/);
    expect(result.exitCode).toBe(0);
    const paper = readdirSync(out).find((name) => name.endsWith('.pdf')) ?? '';
    expect(readFileSync(join(out, paper)).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('refuses a submission it cannot read with the code for bad input', async () => {
    const args = ['--quote', join(folder, 'nowhere.json'), '--out', folder];
    const result = await runApp([...args, '--user-data', join(folder, 'user-data')]);
    expect(result.exitCode).toBe(2);
  });
});
