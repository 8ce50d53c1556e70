// npm run salvage -- WORKBOOK --to FILE: makes a new workbook of what can be read of a damaged one.
import { callerFolder } from './arguments/caller-paths.ts';
import { rescueArguments, rescueUsage } from './arguments/rescue-arguments.ts';
import { launchElectron } from './electron.ts';
import { runMain } from './runtime/setup-failure.ts';

const timeoutMs = 30 * 60 * 1000;

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(rescueUsage.salvage);
    return 0;
  }
  const args = rescueArguments('salvage', process.argv.slice(2), callerFolder());
  return launchElectron(args, { headless: true, timeoutMs });
});
