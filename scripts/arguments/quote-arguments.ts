import { join, resolve } from 'node:path';
import { SetupFailure } from '../runtime/setup-failure.ts';
import { currentSample } from '../samples/current-sample.ts';
import { type Argument, joinArguments, splitArguments } from './caller-paths.ts';

const pathFlags = ['--quote', '--papers', '--workbook', '--out', '--pkcs12', '--user-data'] as const;
const decideFlags = ['--decide', '--case', '--as', '--words', '--condition', '--reason'] as const;
const flagsWithValue = [
  ...pathFlags,
  ...decideFlags,
  '--paper',
  '--set',
  '--letters',
  '--decline',
  '--own-reason',
  '--look-again',
  '--look-again-by',
  '--sign',
] as const;

/** Exit code for input that is wrong, as the application has it. */
export const exitBadInput = 2;

/** The submission quoted when none is named. */
const DEFAULT_SAMPLE = 'well-run-exchange.json';

export interface QuoteArguments {
  /** Null when nothing is quoted. */
  readonly submission: string | null;
  readonly args: readonly string[];
}

/**
 * Turns `npm run quote -- [FILE] [flags]` into the application's own flags. The first plain word is the
 * submission file; the workbook and the output folder default to `quotes/` where the caller stands. A mistyped flag or a
 * second file is refused with a sentence, as a quote of something else than was meant would be worse than none.
 */
export function quoteArguments(args: readonly string[], callerFolder: string): QuoteArguments {
  const split = splitArguments(args, flagsWithValue);
  if (split.some((argument) => argument.kind === 'flag' && argument.name === '--papers'))
    return papersArguments(split, callerFolder);
  if (split.some((argument) => argument.kind === 'flag' && argument.name === '--decide'))
    return decideArguments(split, callerFolder);
  const word = split.find((argument) => argument.kind === 'word');
  const named = split.find((argument) => argument.kind === 'flag' && argument.name === '--quote');
  const file = named?.value ?? word?.value;
  const submission = file === undefined ? currentSample(DEFAULT_SAMPLE) : resolve(callerFolder, file);
  refuseUnknown(split, named === undefined ? 1 : 0);
  const others = split.filter((argument) => argument !== named && (named !== undefined || argument !== word));
  const has = (name: string): boolean =>
    others.some((argument) => argument.kind === 'flag' && argument.name === name);
  const quotes = join(callerFolder, 'quotes');
  return {
    submission,
    args: [
      ...['--quote', submission],
      ...(has('--workbook') ? [] : ['--workbook', join(quotes, 'quotes.ballast')]),
      ...(has('--out') ? [] : ['--out', quotes]),
      ...joinArguments(others, pathFlags, callerFolder),
    ],
  };
}

/** `--papers FOLDER`: writes the papers of issued quotes that are missing there. */
function papersArguments(split: readonly Argument[], callerFolder: string): QuoteArguments {
  refuseUnknown(split, 0);
  const hasWorkbook = split.some((argument) => argument.kind === 'flag' && argument.name === '--workbook');
  return {
    submission: null,
    args: [
      ...(hasWorkbook ? [] : ['--workbook', join(callerFolder, 'quotes', 'quotes.ballast')]),
      ...joinArguments(split, pathFlags, callerFolder),
    ],
  };
}

/** `--decide WHAT`: decides on a referral, in the same workbook and folder as a quote. */
function decideArguments(split: readonly Argument[], callerFolder: string): QuoteArguments {
  refuseUnknown(split, 0);
  const quotes = join(callerFolder, 'quotes');
  const has = (name: string): boolean =>
    split.some((argument) => argument.kind === 'flag' && argument.name === name);
  return {
    submission: null,
    args: [
      ...(has('--workbook') ? [] : ['--workbook', join(quotes, 'quotes.ballast')]),
      ...(has('--out') ? [] : ['--out', quotes]),
      ...joinArguments(split, pathFlags, callerFolder),
    ],
  };
}

function refuseUnknown(split: readonly Argument[], filesAllowed: number): void {
  const known = flagsWithValue.join(', ');
  const words: string[] = [];
  for (const argument of split) {
    if (argument.kind === 'word') words.push(argument.value);
    else if (!flagsWithValue.some((name) => name === argument.name)) {
      throw new SetupFailure(`There is no option ${argument.name}. Options are ${known}.`, exitBadInput);
    }
  }
  const surplus = words[filesAllowed];
  if (surplus !== undefined) {
    throw new SetupFailure(`One submission is quoted at a time; “${surplus}” is one too many.`, exitBadInput);
  }
}

/** How the command is called, for `--help`. */
export const quoteUsage = [
  'npm run quote [-- FILE] [-- options]: scores, prices and quotes a submission without a window.',
  `  FILE                  a submission; without one the bundled sample ${join('resources', 'samples', DEFAULT_SAMPLE)}, dated as of today`,
  '  FOLDER                instead of a file: every submission (*.json) in it, with a summary; what the workbook has is not quoted again',
  '  --workbook FILE       the workbook to store it in (default quotes/quotes.ballast)',
  '  --out FOLDER          where the PDFs go (default quotes)',
  '  --paper a4|letter     the paper (default a4)',
  '  --set broker|insurer|all  the papers to write: quotation and risk summary, the rating worksheet, or all (default)',
  '  --letters NAMES       beside them: referral-memo, missing-information, or both with a comma between',
  '  --decline CODES       declines the case for one to three coded reasons, and writes the letter to the broker',
  '      --own-reason TEXT  beside them, in your own words   --look-again TEXT  what would let us look again, up to six times   --look-again-by DATE',
  '  --sign profile        signs the papers with the key of who quotes, or of who decides to issue',
  '  --pkcs12 FILE         signs them with a PKCS#12 file; its passphrase stands in BALLAST_PKCS12_PASSPHRASE',
  '  --papers FOLDER       instead of quoting: writes the PDFs of issued quotes that are missing in that folder',
  '  --decide refer|approve|send-back|decline|issue  instead of quoting: refers a risk, decides on one that is referred, issues it',
  '      --case REFERENCE|SUBJECT  which case     --as NAME  in whose name: a profile of the workbook',
  '      --words TEXT  the note, or the questions   --condition TEXT  of an approval, more than once   --reason CODE  of a decline',
  '      A passphrase comes from BALLAST_PASSPHRASE or standard input, never from an option.',
  '  --user-data FOLDER    where settings and logs live',
  'Exit codes: 0 done, 2 something is wrong with the submission or the options, 3 with the workbook, disk or printing.',
  'A folder ends with 0 when none failed; Ctrl C stops it after the submission in hand (130), and the same command goes on.',
  'A subject that cannot be quoted is stored and printed as an assessment, with exit code 0.',
].join('\n');
