import { join, resolve } from 'node:path';
import { joinArguments, splitArguments } from './caller-paths.ts';

const pathFlags = ['--quote', '--workbook', '--out', '--user-data'] as const;
const flagsWithValue = [...pathFlags, '--paper'] as const;

/** The submission quoted when none is named. */
export const defaultSubmission = join('resources', 'samples', 'well-run-exchange.json');

export type QuoteArguments = { readonly submission: string; readonly args: readonly string[] };

/**
 * Turns `npm run quote -- [FILE] [flags]` into the application's own flags. The first plain word is the
 * submission file; the workbook and the output folder default to `quotes/` where the caller stands.
 * Everything not known here is passed on as it is.
 */
export function quoteArguments(args: readonly string[], callerFolder: string, root: string): QuoteArguments {
  const split = splitArguments(args, flagsWithValue);
  const word = split.find((argument) => argument.kind === 'word');
  const named = split.find((argument) => argument.kind === 'flag' && argument.name === '--quote');
  const file = named?.value ?? word?.value;
  const submission = file === undefined ? join(root, defaultSubmission) : resolve(callerFolder, file);
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
