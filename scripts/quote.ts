// npm run quote [-- FILE] [--workbook FILE] [--out FOLDER] [--paper a4|letter]: quotes a submission without a window.
// npm run quote -- --papers FOLDER [--workbook FILE]: writes the papers of issued quotes that are missing there.
import { statSync } from 'node:fs';
import { callerFolder } from './arguments/caller-paths.ts';
import { exitBadInput, quoteArguments, quoteUsage } from './arguments/quote-arguments.ts';
import { launchElectron } from './electron.ts';
import { runMain, SetupFailure } from './runtime/setup-failure.ts';

const timeoutMs = 3 * 60 * 1000;

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(quoteUsage);
    return 0;
  }
  const { submission, args } = quoteArguments(process.argv.slice(2), callerFolder());
  if (submission !== null && !statSync(submission, { throwIfNoEntry: false })?.isFile()) {
    throw new SetupFailure(`There is no submission file ${submission}.`, exitBadInput);
  }
  return launchElectron(args, { headless: true, timeoutMs });
});
