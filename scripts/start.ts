// npm start [-- --workbook FILE]: opens the application.
import { callerFolder, joinArguments, splitArguments } from './arguments/caller-paths.ts';
import { launchElectron } from './electron.ts';
import { runMain } from './runtime/setup-failure.ts';

const pathFlags = ['--workbook', '--user-data'];
const args = joinArguments(splitArguments(process.argv.slice(2), pathFlags), pathFlags, callerFolder());

await runMain(() => launchElectron(args, { headless: false }));
