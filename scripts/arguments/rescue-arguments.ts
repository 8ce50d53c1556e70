import { resolve } from 'node:path';
import { SetupFailure } from '../runtime/setup-failure.ts';
import { joinArguments, splitArguments } from './caller-paths.ts';
import { exitBadInput } from './quote-arguments.ts';

const pathFlags = ['--to', '--user-data'] as const;

type RescueKind = 'restore' | 'salvage';

/** Turns `npm run restore -- FILE --to FILE` into the application's own flags; refuses anything else with a sentence. */
export function rescueArguments(
  kind: RescueKind,
  args: readonly string[],
  callerFolder: string,
): readonly string[] {
  const split = splitArguments(args, pathFlags);
  const words = split.flatMap((argument) => (argument.kind === 'word' ? [argument.value] : []));
  const flags = split.filter((argument) => argument.kind === 'flag');
  for (const { name } of flags)
    if (!pathFlags.some((known) => known === name))
      throw new SetupFailure(
        `There is no option ${name}. Options are ${pathFlags.join(', ')}.`,
        exitBadInput,
      );
  const [file, surplus] = words;
  if (file === undefined) throw new SetupFailure(`Name the file to ${kind}.`, exitBadInput);
  if (surplus !== undefined)
    throw new SetupFailure(`One file is named; “${surplus}” is one too many.`, exitBadInput);
  const to = flags.find(({ name }) => name === '--to')?.value;
  if (to === undefined || to === '')
    throw new SetupFailure('--to needs the name of the new file.', exitBadInput);
  return [`--${kind}`, resolve(callerFolder, file), ...joinArguments(flags, pathFlags, callerFolder)];
}

/** How the commands are called, for `--help`. */
export const rescueUsage: Readonly<Record<RescueKind, string>> = {
  restore: [
    'npm run restore -- BACKUP --to FILE: restores a backup to a new file and checks that.',
    'The backup stays as it is, and no file is overwritten.',
    'Exit codes: 0 done and sound, 2 something is wrong with the options, 3 not done, or the check found something.',
  ].join('\n'),
  salvage: [
    'npm run salvage -- WORKBOOK --to FILE: makes a new workbook of what can still be read of a damaged one.',
    'It lists what is lost. The damaged file is only read, and no file is overwritten.',
    'Exit codes: 0 all of it saved, 2 something is wrong with the options, 3 not done, or something is lost.',
  ].join('\n'),
};
