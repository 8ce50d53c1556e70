import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSubmissionText } from '#electron/exchange/submission-file.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { restoreBackup } from '#electron/store/backup/restore-backup.ts';
import { salvageWorkbook } from '#electron/store/salvage/salvage-workbook.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import type { Result } from '#shared/domain/result.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { NOW } from '#test/store/support/results.ts';
import { day } from '#test/support/branded.ts';
import type { Random } from './random.ts';
import { isSentence } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

const resources = resolve(import.meta.dirname, '..', '..', 'resources');

/** Things at a path that are no file of ours, or one with odd bytes in it. */
function place(path: string, random: Random, sample: Buffer): string {
  const kinds: Readonly<Record<string, () => void>> = {
    'a folder': () => mkdirSync(path),
    'a link to itself': () => symlinkSync(path, path),
    'a link to a device': () => symlinkSync('/dev/zero', path),
    'a link to the kernel log': () => symlinkSync('/proc/kmsg', path),
    'a pipe': () => {
      spawnSync('mkfifo', [path]);
    },
    'an empty file': () => writeFileSync(path, ''),
    'random bytes': () => writeFileSync(path, random.bytes(1 + random.below(5000))),
    'a text': () => writeFileSync(path, 'Dear Sir, '.repeat(random.below(50))),
    'a sample with one byte changed': () => {
      const bytes = Buffer.from(sample);
      bytes[random.below(bytes.length)] = random.below(256);
      writeFileSync(path, bytes);
    },
    'a sample cut short': () => writeFileSync(path, sample.subarray(0, random.below(sample.length))),
    'the mark of a workbook and junk': () =>
      writeFileSync(path, Buffer.concat([sample.subarray(0, 100), random.bytes(4000)])),
    nothing: () => undefined,
  };
  const name = random.pick(Object.keys(kinds));
  kinds[name]?.();
  return name;
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const whole = readFileSync(workbook);
  const submission = readFileSync(join(resources, 'samples', 'well-run-exchange.json'));
  const loaded = loadBundledModel(resources);
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const { model } = loaded.value;
  const ways: Readonly<Record<string, (path: string) => Result<unknown>>> = {
    'opened as a workbook': (path) => {
      const opened = openWorkbook(path, { mode: 'open', appVersion: 'soak', now: NOW });
      if (opened.ok) closeWorkbook(opened.value);
      return opened;
    },
    'opened or made': (path) => {
      const opened = openWorkbook(path, { mode: 'open-or-create', appVersion: 'soak', now: NOW });
      if (opened.ok) closeWorkbook(opened.value);
      return opened;
    },
    restored: (path) => restoreBackup(path, join(folder, 'Restored.ballast')),
    salvaged: (path) =>
      salvageWorkbook(path, join(folder, 'Salvaged.ballast'), { appVersion: 'soak', now: NOW }),
    'read as a submission': (path) => {
      const text = readSubmissionText(path);
      return text.ok ? parseSubmission(text.value, model, day('2026-07-01')) : text;
    },
  };
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    const name = random.pick(Object.keys(ways));
    const path = join(
      folder,
      random.pick(['Book.ballast', 'x.json', 'w'.repeat(250), 'ünï cödé 険.ballast', '-rf']),
    );
    let what = '';
    try {
      what = place(path, random, name === 'read as a submission' ? submission : whole);
      const done = ways[name]?.(path);
      if (done?.ok === true) counting.end('taken');
      else if (isSentence(done?.failure.message ?? '')) counting.end('refused with a sentence');
      else counting.wrong(`case ${i}: ${what} ${name}: no sentence: ${done?.failure.message}`);
    } catch (error) {
      counting.wrong(
        `case ${i}: ${what} ${name}: threw ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
    for (const left of readdirSync(folder)) rmSync(join(folder, left), { recursive: true, force: true });
  }
  return counting.tally;
}

export const hostileFilesKind: SoakKind = { name: 'hostile-files', whole: 1000, short: 30, run };
