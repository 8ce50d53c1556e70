import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { app } from 'electron';
import { failed, success } from '#shared/domain/result.ts';
import { type PaperVerdict, paperVerdict } from '#shared/quote/paper-verdict.ts';
import { fitsPaper } from '../documents/read-paper.ts';
import { type VerifyBasis, verifyPaper } from '../documents/verify-paper.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { loadBundledModel } from '../host/bundled-model.ts';
import { failStart } from '../host/fatal.ts';
import { resourcesFolder } from '../host/folders.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { modelByHash } from '../store/models/model-by-hash.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { writeOut } from './write-out.ts';

type VerifyLaunch = Extract<Launch, { kind: 'verify' }>;

/** What may be believed of a paper that is only said to be one. */
const GOOD: readonly PaperVerdict['kind'][] = ['matches', 'matches-older', 'intact'];

/** `--verify FILE`, once or more: says of each paper what it is, and ends with 0 when all can be believed, else 1. */
export function runVerifyCommand(launch: VerifyLaunch): void {
  app.dock?.hide();
  app
    .whenReady()
    .then(() => verify(launch))
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

async function verify({ files, workbook: path }: VerifyLaunch): Promise<number> {
  const opened =
    path === null
      ? null
      : openWorkbook(path, { mode: 'open', appVersion: app.getVersion(), now: new Date() });
  if (opened !== null && !opened.ok) {
    await writeOut(process.stderr, opened.failure.message);
    return 3;
  }
  try {
    const basis = basisOf(opened?.value ?? null);
    let areGood = true;
    for (const file of files) {
      const verdict = await verdictOf(file, basis);
      areGood &&= GOOD.includes(verdict.kind);
      await writeOut(
        process.stdout,
        [`${basename(file)}: ${verdict.title}`, ...verdict.findings.map((finding) => `  ${finding}`)].join(
          '\n',
        ),
      );
    }
    return areGood ? 0 : 1;
  } finally {
    if (opened?.ok === true) closeWorkbook(opened.value);
  }
}

function basisOf(workbook: Workbook | null): VerifyBasis {
  const resources = resourcesFolder();
  const present = loadBundledModel(resources, openActivations(app.getPath('userData'), activationBasis()));
  return {
    db: workbook?.db ?? null,
    now: new Date(),
    modelOf: (hash) => {
      if (workbook !== null) return modelByHash(workbook.db, hash, present);
      if (!present.ok) return present;
      const shipped = [present.value, ...present.value.retired()].find((model) => model.hash === hash);
      return shipped === undefined
        ? failed('not-found', 'That rating model does not ship with this release.')
        : success(shipped);
    },
  };
}

async function verdictOf(file: string, basis: VerifyBasis): Promise<PaperVerdict> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return paperVerdict('not-ours', ['There is no such file.']);
  const fits = fitsPaper(found.size);
  if (!fits.ok) return paperVerdict('not-ours', [fits.failure.message]);
  return verifyPaper(readFileSync(file), basis);
}
