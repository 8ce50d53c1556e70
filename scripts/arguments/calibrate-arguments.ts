import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CALIBRATED_PACK } from '#shared/library/library-pack.ts';
import { SetupFailure } from '../runtime/setup-failure.ts';
import { splitArguments } from './caller-paths.ts';
import { exitBadInput } from './quote-arguments.ts';

/** The library calibrated when none is named. */
export const defaultLibrary = join('resources', 'library', CALIBRATED_PACK);

export interface CalibrateArguments {
  readonly library: string;
  readonly out: string;
  /** Where the report goes as PDF too; null when it is not asked for. */
  readonly pdf: string | null;
  readonly paper: 'a4' | 'letter';
  readonly userData: string | null;
}

/** What stands behind each option, for the sentence that asks for it. */
const OPTIONS = {
  '--out': 'a folder',
  '--pdf': 'the name of a file',
  '--paper': 'a4 or letter',
  '--user-data': 'a folder',
} as const;
type Option = keyof typeof OPTIONS;

const isOption = (name: string): name is Option => name in OPTIONS;
const wrong = (sentence: string) => new SetupFailure(sentence, exitBadInput);

/** Turns `npm run calibrate -- [FOLDER] [options]` into absolute paths; refuses anything else with a sentence. */
export function calibrateArguments(
  args: readonly string[],
  callerFolder: string,
  root: string,
): CalibrateArguments {
  const words: string[] = [];
  const given = new Map<Option, string>();
  for (const argument of splitArguments(args, Object.keys(OPTIONS))) {
    if (argument.kind === 'word') words.push(argument.value);
    else if (!isOption(argument.name)) {
      throw wrong(`There is no option ${argument.name}. The options are ${Object.keys(OPTIONS).join(', ')}.`);
    } else if (argument.value === undefined || argument.value === '') {
      throw wrong(`${argument.name} needs ${OPTIONS[argument.name]}.`);
    } else given.set(argument.name, argument.value);
  }
  const [library, surplus] = words;
  if (surplus !== undefined)
    throw wrong(`One library is calibrated at a time; “${surplus}” is one too many.`);
  const path = (option: Option): string | null => {
    const value = given.get(option);
    return value === undefined ? null : resolve(callerFolder, value);
  };
  const paper = given.get('--paper') ?? 'a4';
  if (paper !== 'a4' && paper !== 'letter') throw wrong(`--paper is “${paper}”; it must be a4 or letter.`);
  return {
    library: library === undefined ? join(root, defaultLibrary) : resolve(callerFolder, library),
    out: path('--out') ?? join(callerFolder, 'calibration'),
    pdf: path('--pdf'),
    paper,
    userData: path('--user-data'),
  };
}

/** Refuses, before anything is computed, a PDF that could not be written. */
export function mustHavePlace(pdf: string): void {
  if (!statSync(dirname(pdf), { throwIfNoEntry: false })?.isDirectory())
    throw wrong(`There is no folder ${dirname(pdf)} for the PDF.`);
  if (statSync(pdf, { throwIfNoEntry: false })?.isDirectory())
    throw wrong(`${pdf} is a folder. --pdf needs the name of a file.`);
}

/** How the command is called, for `--help`. */
export const calibrateUsage = [
  'npm run calibrate [-- FOLDER] [-- options]: fits the rating model’s figures to an incident library.',
  `  FOLDER               a library (incidents.csv, exposure.csv, loss_share.csv); without one the bundled ${defaultLibrary}`,
  '  --out FOLDER         where calibration.json and calibration.md go (default ./calibration)',
  '  --pdf FILE           the report as PDF too, as the window saves it',
  '  --paper a4|letter    the paper of the PDF (default a4)',
  '  --user-data FOLDER   where settings and logs of the application live',
  'Exit codes: 0 done, 2 something is wrong with the library or the options, 3 with the disk or printing,',
  '130 cancelled. Nothing is written but with exit code 0.',
].join('\n');
