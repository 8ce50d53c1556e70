// npm run restore -- BACKUP --to FILE: restores a backup to a new file and checks that.
import { callerFolder } from './arguments/caller-paths.ts';
import { rescueArguments, rescueUsage } from './arguments/rescue-arguments.ts';
import { launchElectron } from './electron.ts';
import { runMain } from './runtime/setup-failure.ts';

const timeoutMs = 30 * 60 * 1000;

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(rescueUsage.restore);
    return 0;
  }
  const args = rescueArguments('restore', process.argv.slice(2), callerFolder());
  return launchElectron(args, { headless: true, timeoutMs });
});
