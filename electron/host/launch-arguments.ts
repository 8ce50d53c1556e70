import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PAPER_SETS, type PaperSet } from '#shared/quote/paper.ts';

export interface LaunchOptions {
  /** Where settings, logs and the default workbook live instead of the system's place. */
  readonly userData: string | null;
  readonly workbook: string | null;
}
export type Launch =
  | ({ readonly kind: 'workbench' } & LaunchOptions)
  | ({
      readonly kind: 'quote';
      readonly submission: string;
      readonly out: string;
      readonly paper: 'a4' | 'letter';
      readonly set: PaperSet;
    } & LaunchOptions)
  | ({
      readonly kind: 'papers';
      /** Where the papers of issued quotes belong. */
      readonly out: string;
    } & LaunchOptions)
  | ({
      readonly kind: 'report';
      /** A report as JSON. */
      readonly from: string;
      /** The PDF. */
      readonly to: string;
      readonly paper: 'a4' | 'letter';
    } & LaunchOptions)
  | ({
      readonly kind: 'restore' | 'salvage';
      readonly from: string;
      /** The new file. */
      readonly to: string;
    } & LaunchOptions)
  | ({ readonly kind: 'verify'; readonly files: readonly string[] } & LaunchOptions)
  | { readonly kind: 'invalid'; readonly message: string };

const OWN_OPTIONS = [
  'quote',
  'papers',
  'workbook',
  'out',
  'paper',
  'set',
  'restore',
  'salvage',
  'report',
  'verify',
  'to',
  'user-data',
] as const;

/**
 * Reads the command line. `args` is what follows the executable; unpackaged, its first plain argument is the application
 * folder. Chromium's own switches may stand between ours and are ignored. Relative paths are taken from `folder`.
 */
export function parseLaunch(args: readonly string[], isPackaged: boolean, folder: string): Launch {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: Object.fromEntries(
      OWN_OPTIONS.map((name) => [name, { type: 'string' as const, multiple: name === 'verify' }]),
    ),
  });
  const given = new Map<string, string>();
  const files = [values.verify ?? []].flat();
  if (files.some((file) => typeof file !== 'string' || file === '' || file.startsWith('--')))
    return invalid('The option --verify needs a value.');
  for (const name of OWN_OPTIONS) {
    const value = name === 'verify' ? undefined : values[name];
    if (value === undefined) continue;
    // The parser gives `true` for a missing value, and would take a following option as the value.
    if (typeof value !== 'string' || value === '' || value.startsWith('--'))
      return invalid(`The option --${name} needs a value.`);
    given.set(name, value);
  }
  const paper = given.get('paper') ?? 'a4';
  if (paper !== 'a4' && paper !== 'letter')
    return invalid(`The option --paper is "${paper}"; it must be a4 or letter.`);
  const set = PAPER_SETS.find((name) => name === (given.get('set') ?? 'all'));
  if (set === undefined)
    return invalid(`The option --set is "${given.get('set')}"; it must be broker, insurer or all.`);
  const path = (name: string): string | null => {
    const value = given.get(name);
    return value === undefined ? null : resolve(folder, value);
  };
  const opened = (isPackaged ? positionals : positionals.slice(1)).find(isWorkbookPath);
  const options: LaunchOptions = {
    userData: path('user-data'),
    workbook: path('workbook') ?? (opened === undefined ? null : resolve(folder, opened)),
  };
  const to = path('to');
  for (const kind of ['restore', 'salvage', 'report'] as const) {
    const from = path(kind);
    if (from === null) continue;
    if (to === null) return invalid(`The option --${kind} needs --to with the name of the new file.`);
    return kind === 'report' ? { kind, from, to, paper, ...options } : { kind, from, to, ...options };
  }
  if (files.length > 0)
    return { kind: 'verify', files: files.map((file) => resolve(folder, String(file))), ...options };
  const submission = path('quote');
  const papers = path('papers');
  if (papers !== null && submission !== null)
    return invalid('--quote and --papers are two commands: give one of them.');
  if (papers !== null) return { kind: 'papers', out: papers, ...options };
  if (submission === null) return { kind: 'workbench', ...options };
  return { kind: 'quote', submission, out: path('out') ?? folder, paper, set, ...options };
}

/** True for a file that the system may hand us to open. */
const isWorkbookPath = (path: string): boolean => extname(path).toLowerCase() === '.ballast';

const invalid = (message: string): Launch => ({ kind: 'invalid', message });
