import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp } from '#test/support/electron-command.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { monster } from './hard-submissions.ts';
import { pageSettings } from './page-setting.ts';
import { readPdf } from './pdf-facts.ts';
import { type Printed, settingFaults } from './setting-faults.ts';

const samples = readdirSync(resolve(import.meta.dirname, '../../resources/samples')).filter(
  (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-setting-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function papersOf(submission: string, paper: 'a4' | 'letter'): Promise<readonly Printed[]> {
  const out = mkdtempSync(join(folder, 'quote-'));
  const order = ['--quote', submission, '--workbook', join(out, 'b.ballast'), '--out', out];
  const result = await runApp(['--user-data', join(folder, 'user-data'), ...order, '--paper', paper]);
  expect(result).toMatchObject({ exitCode: 0 });
  const names = readdirSync(out).filter((name) => name.endsWith('.pdf'));
  return Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(out, name));
      return { name, bytes, pages: await pageSettings(bytes) };
    }),
  );
}

describe('how papers are set', () => {
  it.each(samples)('%s has no small letters, no text outside and no nearly empty page', async (name) => {
    for (const paper of ['a4', 'letter'] as const) {
      const printed = await papersOf(currentSample(name), paper);
      expect(printed.length).toBeGreaterThan(0);
      expect(printed.flatMap(settingFaults)).toEqual([]);
      // The text of the broker's paper is set in ten points.
      const quotation = printed.find((one) => /-v1\.pdf$/.test(one.name));
      if (quotation !== undefined) expect(quotation.pages[1]?.sizes.map(([size]) => size)).toContain(10);
    }
  });

  it('holds with notes of 2,000 characters, twenty taxes, forty incidents and a long name', async () => {
    const file = join(folder, 'monster.json');
    writeFileSync(file, monster(currentSample('well-run-exchange.json')));
    for (const paper of ['a4', 'letter'] as const) {
      const printed = await papersOf(file, paper);
      expect(printed).toHaveLength(3);
      expect(printed.flatMap(settingFaults)).toEqual([]);
      const worksheet = printed.find(({ name }) => name.includes('worksheet'));
      const text = (await readPdf(worksheet?.bytes ?? new Uint8Array())).pages.join('\n');
      for (let tax = 1; tax <= 20; tax += 1)
        expect(text).toMatch(new RegExp(`guarantee\\s+funds\\s+no\\.\\s+${tax}\\b`));
    }
  });
});
