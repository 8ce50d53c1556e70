import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { app } from 'electron';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { isBelievable, type PaperVerdict, paperVerdict } from '#shared/quote/paper-verdict.ts';
import { examinePaper } from '../documents/examine-paper.ts';
import { modelsAtHand } from '../documents/models-at-hand.ts';
import { fitsPaper } from '../documents/read-paper.ts';
import { verdictOn } from '../documents/verify-paper.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { type BundledModel, loadBundledModel } from '../host/bundled-model.ts';
import { computeOnce } from '../host/compute-once.ts';
import { failStart } from '../host/fatal.ts';
import { resourcesFolder } from '../host/folders.ts';
import { openInstallationKey } from '../host/installation-key.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { openSignedIn, type SignedIn } from '../ipc/signed-in.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { reopenInto } from './reopen-into.ts';
import { writeOut } from './write-out.ts';

type VerifyLaunch = Extract<Launch, { kind: 'verify' }>;

/**
 * `--verify FILE`, once or more: says of each paper what it is, and ends with 0 when all can be believed, else 1.
 * `--reopen-into WORKBOOK` takes the assessment of a worksheet over as well.
 */
export function runVerifyCommand(launch: VerifyLaunch): void {
  app.dock?.hide();
  // No window is needed, so that it is not waited for what windows need.
  verify(launch)
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

interface Verifying {
  readonly workbook: Workbook | null;
  readonly present: () => Result<BundledModel>;
  readonly people: SignedIn;
}

async function verify(launch: VerifyLaunch): Promise<number> {
  const { files, workbook: path, reopenInto: target } = launch;
  const folder = app.getPath('userData');
  const present = computeOnce(() =>
    loadBundledModel(resourcesFolder(), openActivations(folder, activationBasis())),
  );
  const people = openSignedIn({ folder, key: openInstallationKey(folder), now: () => new Date() });
  const opened =
    path === null
      ? null
      : openWorkbook(path, { mode: 'open', appVersion: app.getVersion(), now: new Date() });
  if (opened !== null && !opened.ok) {
    await writeOut(process.stderr, opened.failure.message);
    return 3;
  }
  try {
    const verifying = { workbook: opened?.value ?? null, present, people };
    let areGood = true;
    for (const file of files) {
      const verdict = await verdictOf(file, verifying);
      areGood &&= isBelievable(verdict);
      const lines = [verdict.title, ...[...verdict.findings, verdict.next].map((line) => `  ${line}`)];
      await writeOut(process.stdout, `${basename(file)}: ${lines.join('\n')}`);
    }
    if (target === null) return areGood ? 0 : 1;
  } finally {
    if (opened?.ok === true) closeWorkbook(opened.value);
  }
  return reopen(files, target, { present, people });
}

async function verdictOf(file: string, { workbook, present, people }: Verifying): Promise<PaperVerdict> {
  const bytes = readPaperFile(file);
  if (!bytes.ok) return paperVerdict('not-ours', [bytes.failure.message]);
  const examined = await examinePaper(
    bytes.value,
    modelsAtHand(() => workbook?.db ?? null, present),
  );
  return verdictOn(examined, bytes.value, { db: workbook?.db ?? null, ownKeys: people.ownKeys });
}

function readPaperFile(file: string): Result<Uint8Array> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return failed('not-found', 'There is no such file.');
  const fits = fitsPaper(found.size);
  return fits.ok ? success(readFileSync(file)) : fits;
}

async function reopen(
  files: readonly string[],
  target: string,
  { present, people }: Pick<Verifying, 'present' | 'people'>,
): Promise<number> {
  const [file = '', ...more] = files;
  const bytes =
    more.length === 0 ? readPaperFile(file) : failed('invalid-input', 'Name one worksheet to reopen.');
  const done = !bytes.ok
    ? bytes
    : await reopenInto(target, {
        paper: await examinePaper(
          bytes.value,
          modelsAtHand(() => null, present),
        ),
        present: present(),
        people,
        appVersion: app.getVersion(),
        now: new Date(),
      });
  if (done.ok) await writeOut(process.stdout, done.value);
  else await writeOut(process.stderr, done.failure.message);
  return done.ok ? 0 : 2;
}
