// Quotes a submission again and again, as the command line does, until it is killed. The printer stands in for Electron's.
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoteSubmission } from '#electron/cli/quote-submission.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { failed } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { currentSample } from '../../../scripts/samples/current-sample.ts';

const [workbook = '', out = '', userData = ''] = process.argv.slice(2);
const resourcesFolder = resolve(import.meta.dirname, '..', '..', '..', 'resources');
const submission = currentSample('well-run-exchange.json');
for (;;) {
  const outcome = await quoteSubmission({
    submission,
    workbook,
    out,
    paper: 'a4',
    set: 'all',
    appVersion: 'loop',
    resourcesFolder,
    // The test cases of the model were run elsewhere.
    activations: { has: () => true, add: () => undefined },
    printer: {
      print: async (document, kind) => {
        const bytes = Buffer.from(`%PDF-1.7 ${document.reference} ${kind} ${'x'.repeat(150_000)}`);
        return { ok: true, value: { bytes, sha256: sha256Hex(bytes) } };
      },
      printDealPaper: async () => failed('unexpected', 'No letter is asked for here.'),
    },
    seen: openSeenWorkbooks(userData),
    people: openSignedIn({ folder: userData, key: null, now: () => new Date() }),
    backupFolder: null,
    passphrase: () => null,
    now: new Date(),
  });
  if (outcome.exitCode !== 0) throw new Error(outcome.message);
  writeSync(1, 'quoted\n');
}
