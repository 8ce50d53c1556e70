import { statSync } from 'node:fs';
import { callerFolder } from '../arguments/caller-paths.ts';
import { exitBadInput, quoteArguments, quoteUsage } from '../arguments/quote-arguments.ts';
import { launchElectron } from '../electron.ts';
import { runMain, SetupFailure } from '../runtime/setup-failure.ts';

const timeoutMs = 3 * 60 * 1000;

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(quoteUsage);
    return 0;
  }
  const { submission, args } = quoteArguments(process.argv.slice(2), callerFolder());
  const found = submission === null ? undefined : statSync(submission, { throwIfNoEntry: false });
  const isFolder = found?.isDirectory() === true;
  if (submission !== null && !isFolder && found?.isFile() !== true) {
    throw new SetupFailure(`There is no submission file ${submission}.`, exitBadInput);
  }
  // A folder takes as long as it takes.
  return launchElectron(args, { headless: true, ...(isFolder ? {} : { timeoutMs }) });
});
