import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBackupKeeper } from '#electron/app/backup-keeper.ts';
import { createWorkbookChecker, modelsToCheckBy } from '#electron/app/workbook-checker.ts';
import { createWorkbookSession } from '#electron/app/workbook-session.ts';
import { examinePaper } from '#electron/documents/examine-paper.ts';
import { signerFor } from '#electron/documents/paper-signer.ts';
import { createPrintJobs } from '#electron/documents/print-jobs.ts';
import { openLibraryPacks, readRecipeText } from '#electron/exchange/library-packs.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { openInstallationKey } from '#electron/host/installation-key.ts';
import { openKnownPrices } from '#electron/host/known-prices.ts';
import { openRestoreProofs } from '#electron/host/restore-proofs.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSettings } from '#electron/host/settings.ts';
import type { Context } from '#electron/ipc/context.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { type AnyHandlers, type CallHost, registerContract } from '#electron/ipc/register-contract.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { workHere } from '#electron/store/check/background-work.ts';
import { checkedInFull } from '#electron/store/check/check-workbook.ts';
import { anchorsOf } from '#electron/store/check/keep-heads.ts';
import { recipeSchema } from '#shared/calibration/recipe.ts';
import { contract } from '#shared/contract/contract.ts';
import { localDay } from '#shared/domain/dates.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { typicalContent } from '#test/store/support/contents.ts';
import { junkFor } from './junk.ts';
import { isSentence } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

const resources = resolve(import.meta.dirname, '..', '..', 'resources');

type Answer = (event: unknown, input: unknown) => Promise<Result<unknown>>;

/** Every call of the contract on a real workbook; dialogs are closed without a choice, and nothing is printed. */
function bridgeOn(folder: string, workbook: string, onUnexpected: (where: string, error: unknown) => string) {
  const now = () => new Date();
  const settings = openSettings(folder);
  const session = createWorkbookSession('soak', () => {});
  const model = loadBundledModel(resources);
  const seen = openSeenWorkbooks(folder);
  const people = openSignedIn({ folder, key: openInstallationKey(folder), now });
  const known = openKnownPrices(folder, { engine: '', application: '', code: '', v8: '' });
  const nobody = async () => null;
  const context: Context = {
    info: () => ({
      version: '1',
      electron: '',
      chromium: '',
      node: '',
      sqlite: '',
      engine: '',
      platform: '',
      isPackaged: false,
    }),
    model: () => model,
    beforeModel: async () => {},
    session,
    backups: createBackupKeeper({
      session,
      chosenFolder: () => null,
      proofs: openRestoreProofs(folder),
      seen,
      ownKeys: () => [],
      work: workHere,
      models: () => modelsToCheckBy(model),
      known: () => known,
      appVersion: 'soak',
      now,
      onChanged: () => {},
    }),
    checker: createWorkbookChecker({
      current: session.current,
      anchorsOf: (open) => anchorsOf(open, { seen, backupFolder: null }),
      seen,
      known: () => known,
      ownKeys: people.ownKeys,
      models: () => modelsToCheckBy(model),
      work: workHere,
      now,
      onProgress: () => {},
      onChecked: () => {},
    }),
    seen,
    people,
    libraryPacks: openLibraryPacks(join(resources, 'library'), join(folder, 'Library'), () =>
      localDay(now()),
    ),
    recipe: () => recipeSchema.parse(JSON.parse(readRecipeText(resources))),
    settings,
    applySettings: () => {},
    examinePaper,
    signerFor: (key, holder) => signerFor(key, holder, { folder, now: now() }),
    dialogs: {
      chooseWorkbook: nobody,
      placeNewWorkbook: nobody,
      chooseDamagedWorkbook: nobody,
      chooseBackupFolder: nobody,
      chooseSubmission: nobody,
      placeSubmission: nobody,
      placePdf: nobody,
      placeTable: nobody,
      chooseLibraryPack: nobody,
      chooseIncidents: nobody,
      choosePapers: async () => [],
      chooseKeyFile: nobody,
      placeKeyCard: async () => null,
      chooseLogo: nobody,
    },
    printer: {
      print: async () => failed('cancelled', 'Nothing is printed in a soak, so nothing is issued.'),
      printDealPaper: async () => failed('cancelled', 'Nothing is printed in a soak.'),
    },
    reportPrinter: {
      print: async () => failed('cancelled', 'Nothing is printed in a soak.'),
    },
    printJobs: createPrintJobs(),
    flushWindow: async () => success(undefined),
    onFlushed: () => {},
    showInFolder: () => {},
    openCopy: async () => null,
    showMenu: () => {},
    reportProblem: () => 'log-1',
    now,
  };
  session.start(workbook, 'open');
  const calls = new Map<string, Answer>();
  const host: CallHost<unknown> = {
    handle: (channel, answer) => calls.set(channel, answer),
    isTrusted: () => true,
    onRefused: () => {},
    onUnexpected,
  };
  registerContract({ groups: contract, handlers: handlers as AnyHandlers<Context>, context, host });
  return { calls, session };
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const path = join(folder, 'Called.ballast');
  copyFileSync(workbook, path);
  const unexpected: string[] = [];
  const { calls, session } = bridgeOn(folder, path, (where, error) => {
    unexpected.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
    return 'log-1';
  });
  try {
    const db = session.current()?.db;
    if (db === undefined) throw new Error('no workbook');
    const list = listAssessments(db);
    const id = list.ok ? (list.value[0]?.id ?? '') : '';
    const good = [
      undefined,
      { id },
      { id, version: 1 },
      { id, version: 1, content: typicalContent() },
      { content: typicalContent() },
      { assessmentId: id, paper: 'a4' },
      { ids: [id] },
      { fileName: 'a.json', text: '{}' },
      { name: 'a', titles: ['a'], rows: [['b']] },
      { underwriter: 'Ada' },
    ];
    const names = [...calls.keys()];
    for (let i = 0; i < count && !isTimeOver(); i += 1) {
      const name = names[i % names.length] ?? '';
      const before = unexpected.length;
      try {
        const result = await calls.get(name)?.({}, junkFor(random.pick(good), random));
        if (unexpected.length > before) counting.wrong(`call ${i}, ${name}: ${unexpected[before]}`);
        else if (result?.ok === true) counting.end('answered');
        else if (isSentence(result?.failure.message ?? '')) counting.end('refused with a sentence');
        else counting.wrong(`call ${i}, ${name}: no sentence: ${result?.failure.message.slice(0, 300)}`);
      } catch (error) {
        counting.wrong(`call ${i}, ${name}: threw ${String(error).slice(0, 300)}`);
      }
    }
    if (Object.hasOwn(Object.prototype, 'isAdmin')) counting.wrong('a prototype was changed');
    const report = await checkedInFull(db, { now: new Date() });
    if (!report.isSound) counting.wrong('the workbook is not sound after the calls');
  } finally {
    session.close();
  }
  return counting.tally;
}

export const bridgeCallsKind: SoakKind = { name: 'bridge-calls', whole: 10_000, short: 150, run };
