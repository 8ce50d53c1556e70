import { join, resolve } from 'node:path';
import { CALIBRATED_PACK } from '#shared/library/library-pack.ts';
import { SetupFailure } from '../runtime/setup-failure.ts';
import { splitArguments } from './caller-paths.ts';
import { exitBadInput } from './quote-arguments.ts';

/** The library calibrated when none is named. */
export const defaultLibrary = join('resources', 'library', CALIBRATED_PACK);

export interface CalibrateArguments {
  readonly library: string;
  readonly out: string;
}

/** Turns `npm run calibrate -- [FOLDER] [--out FOLDER]` into two absolute paths; refuses anything else with a sentence. */
export function calibrateArguments(
  args: readonly string[],
  callerFolder: string,
  root: string,
): CalibrateArguments {
  let library = join(root, defaultLibrary);
  let out = join(callerFolder, 'calibration');
  let words = 0;
  for (const argument of splitArguments(args, ['--out'])) {
    if (argument.kind === 'word') {
      words += 1;
      if (words > 1) {
        const sentence = `One library is calibrated at a time; “${argument.value}” is one too many.`;
        throw new SetupFailure(sentence, exitBadInput);
      }
      library = resolve(callerFolder, argument.value);
    } else if (argument.name !== '--out') {
      throw new SetupFailure(`There is no option ${argument.name}. The option is --out.`, exitBadInput);
    } else if (argument.value === undefined || argument.value === '') {
      throw new SetupFailure('--out needs a folder.', exitBadInput);
    } else out = resolve(callerFolder, argument.value);
  }
  return { library, out };
}

/** How the command is called, for `--help`. */
export const calibrateUsage = [
  'npm run calibrate [-- FOLDER] [-- --out FOLDER]: fits the rating model’s figures to an incident library.',
  `  FOLDER          a library (incidents.csv, exposure.csv, loss_share.csv); without one the bundled ${defaultLibrary}`,
  '  --out FOLDER    where calibration.json and calibration.md go (default ./calibration)',
  'Exit codes: 0 done, 2 something is wrong with the library or the options, 130 cancelled (nothing is written).',
].join('\n');
