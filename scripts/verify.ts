// npm run verify -- FILE... [--workbook FILE] [--reopen-into WORKBOOK]: says of each paper whether it is as Ballast issued it.
import { resolve } from 'node:path';
import { callerFolder, joinArguments, splitArguments } from './arguments/caller-paths.ts';
import { exitBadInput } from './arguments/quote-arguments.ts';
import { launchElectron } from './electron.ts';
import { runMain, SetupFailure } from './runtime/setup-failure.ts';

const pathFlags = ['--workbook', '--reopen-into', '--user-data'] as const;
const timeoutMs = 10 * 60 * 1000;
const usage = [
  'npm run verify -- FILE... [--workbook FILE] [--reopen-into WORKBOOK]: says of each PDF whether it is a paper as Ballast issued it.',
  '  --reopen-into WORKBOOK  takes the assessment of one worksheet over into a workbook, made where there is none',
  'A worksheet is computed again from the inputs inside it. With the workbook, each is compared with its record.',
  'Exit codes: 0 all can be believed, 1 at least one cannot, 2 something is wrong with the options, 3 with the workbook.',
].join('\n');

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const folder = callerFolder();
  const split = splitArguments(process.argv.slice(2), pathFlags);
  const files = split.flatMap((argument) => (argument.kind === 'word' ? [argument.value] : []));
  const flags = split.filter((argument) => argument.kind === 'flag');
  const unknown = flags.find(({ name }) => !pathFlags.some((known) => known === name));
  if (unknown !== undefined)
    throw new SetupFailure(
      `There is no option ${unknown.name}. Options are ${pathFlags.join(', ')}.`,
      exitBadInput,
    );
  if (files.length === 0) throw new SetupFailure('Name the PDF to verify.', exitBadInput);
  return launchElectron(
    [
      ...files.flatMap((file) => ['--verify', resolve(folder, file)]),
      ...joinArguments(flags, pathFlags, folder),
    ],
    { headless: true, timeoutMs },
  );
});
