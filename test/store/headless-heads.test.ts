import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { decide } from '#electron/cli/decide.ts';
import { quoteSubmission } from '#electron/cli/quote-submission.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { failed, success } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { forgeThroughout } from './support/forger.ts';
import { temporaryFolder } from './support/workbooks.ts';

const resourcesFolder = resolve(import.meta.dirname, '..', '..', 'resources');

const START = Date.parse('2026-12-01T09:00:00.000Z');

it('a headless quote goes into no workbook that parts from what this installation has seen of it', async () => {
  const folder = temporaryFolder();
  const workbook = join(folder, 'Book.ballast');
  const orderAt = (seconds: number) => ({
    workbook,
    out: folder,
    paper: 'a4' as const,
    set: 'all' as const,
    appVersion: 'test',
    resourcesFolder,
    // The test cases of the model are run elsewhere.
    activations: { has: () => true, add: () => undefined },
    printer: {
      print: async ({ reference }: { readonly reference: string }) => {
        const bytes = Buffer.from(`%PDF-1.7 ${reference}`);
        return success({ bytes, sha256: sha256Hex(bytes) });
      },
      printDealPaper: async () => failed('unexpected', 'No letter is asked for here.'),
    },
    seen: openSeenWorkbooks(folder),
    backupFolder: null,
    passphrase: () => null,
    people: openSignedIn({ folder, key: null, now: () => new Date(START + seconds * 1000) }),
    now: new Date(START + seconds * 1000),
  });
  const submission = join(resourcesFolder, 'samples', 'well-run-exchange.json');
  const quote = (seconds: number) => quoteSubmission({ ...orderAt(seconds), submission });
  expect(await quote(0)).toMatchObject({ exitCode: 0 });
  expect(await quote(60)).toMatchObject({ exitCode: 0 });
  const sound = join(folder, 'true.sqlite');
  copyFileSync(workbook, sound);
  forgeThroughout(workbook, (db) => db.exec('UPDATE quotes SET quoted_minor = quoted_minor - 1'));
  expect(await quote(120)).toEqual({
    exitCode: 3,
    lines: [],
    message: expect.stringMatching(
      /^Entry \d+ of the audit trail is not the one that .* knew: .* Nothing was imported\. Open it in the window and check it\.$/,
    ),
  });
  const decision = { of: 'Any', as: 'Anybody', words: null, conditions: [], reason: null };
  expect(
    await decide({ ...orderAt(150), signing: null, decision: { kind: 'refer', ...decision } }),
  ).toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/ knew: .* Nothing was decided\. Open it in the window and check it\.$/),
  });
  copyFileSync(sound, workbook);
  expect(await quote(180)).toMatchObject({ exitCode: 0 });
});
