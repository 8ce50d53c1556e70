import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DeclineChoice } from '#shared/deal/papers/decline-letter.ts';
import { PAPER_SETS, type PaperSet } from '#shared/quote/paper.ts';
import { declineOf } from './decline-options.ts';

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
      /** Letters and memos beside the papers of the quote; left out where none is wanted. */
      readonly letters?: readonly RunLetter[];
      /** For what the case is declined, and what the letter says; left out where it is not declined. */
      readonly decline?: DeclineChoice;
      /** With what the papers are signed: the key of who quotes, or a PKCS#12 file; null where they are not. */
      readonly signing: Signing | null;
    } & LaunchOptions)
  | ({
      readonly kind: 'decide';
      readonly decision: Decision;
      readonly out: string;
      readonly paper: 'a4' | 'letter';
      readonly set: PaperSet;
      /** As of a quote, for the papers that it issues. */
      readonly signing: Signing | null;
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
  | ({
      readonly kind: 'verify';
      readonly files: readonly string[];
      /** The workbook that the assessment of the worksheet is taken over into; null where it is only checked. */
      readonly reopenInto: string | null;
    } & LaunchOptions)
  | { readonly kind: 'invalid'; readonly message: string };

/** With what papers are signed: the key of who quotes, or a PKCS#12 file. */
type Signing = 'profile' | { readonly pkcs12: string };

const RUN_LETTERS = ['referral-memo', 'missing-information'] as const;
/** A letter that a run may make beside the papers of a quote. */
export type RunLetter = (typeof RUN_LETTERS)[number];
/** What is done with a referral, or about to be one, and in whose name. */
export interface Decision {
  readonly kind: (typeof DECISIONS)[number];
  /** The reference of the case, or the name of its subject. */
  readonly of: string;
  /** The name of a profile. */
  readonly as: string;
  readonly words: string | null;
  /** Of an approval. */
  readonly conditions: readonly string[];
  /** The code of the reason of a decline. */
  readonly reason: string | null;
}

const DECISIONS = ['refer', 'approve', 'send-back', 'decline', 'issue'] as const;

/** They may be given more than once. */
const REPEATED = ['verify', 'condition', 'look-again'];

const OWN_OPTIONS = [
  'decide',
  'case',
  'as',
  'words',
  'condition',
  'reason',
  'quote',
  'papers',
  'workbook',
  'out',
  'paper',
  'set',
  'letters',
  'decline',
  'own-reason',
  'look-again',
  'look-again-by',
  'restore',
  'salvage',
  'report',
  'verify',
  'reopen-into',
  'sign',
  'pkcs12',
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
      OWN_OPTIONS.map((name) => [name, { type: 'string' as const, multiple: REPEATED.includes(name) }]),
    ),
  });
  const given = new Map<string, string>();
  const files = [values.verify ?? []].flat();
  if (files.some((file) => typeof file !== 'string' || file === '' || file.startsWith('--')))
    return invalid('The option --verify needs a value.');
  const conditions = [values.condition ?? []].flat();
  const lookAgain = [values['look-again'] ?? []].flat();
  for (const [name, texts] of [
    ['condition', conditions],
    ['look-again', lookAgain],
  ] as const)
    if (texts.some((text) => typeof text !== 'string' || text === '' || text.startsWith('--')))
      return invalid(`The option --${name} needs a value.`);
  for (const name of OWN_OPTIONS) {
    const value = REPEATED.includes(name) ? undefined : values[name];
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
  const letters = given.get('letters')?.split(',');
  if (letters?.some((name) => !RUN_LETTERS.some((known) => known === name)))
    return invalid(
      `The option --letters is "${given.get('letters')}"; it takes ${RUN_LETTERS.join(', ')} or both, with a comma between.`,
    );
  const decline = declineOf(given, lookAgain.map(String));
  if (typeof decline === 'string') return invalid(decline);
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
    return {
      kind: 'verify',
      files: files.map((file) => resolve(folder, String(file))),
      reopenInto: path('reopen-into'),
      ...options,
    };
  const sign = given.get('sign');
  const pkcs12 = path('pkcs12');
  if (sign !== undefined && sign !== 'profile')
    return invalid(`The option --sign is "${sign}"; it must be profile.`);
  if (sign !== undefined && pkcs12 !== null)
    return invalid('--sign and --pkcs12 are two ways to sign: give one of them.');
  const signing = pkcs12 === null ? (sign ?? null) : { pkcs12 };
  const asked = given.get('decide');
  if (asked !== undefined) {
    const decision = decisionOf(asked, given, conditions.map(String));
    if (typeof decision === 'string') return invalid(decision);
    if (signing !== null && decision.kind !== 'issue')
      return invalid('--sign and --pkcs12 sign the papers of --decide issue; no other decision makes any.');
    return { kind: 'decide', decision, out: path('out') ?? folder, paper, set, signing, ...options };
  }
  const submission = path('quote');
  const papers = path('papers');
  if (papers !== null && submission !== null)
    return invalid('--quote and --papers are two commands: give one of them.');
  if (papers !== null) return { kind: 'papers', out: papers, ...options };
  if (submission === null) return { kind: 'workbench', ...options };
  return {
    kind: 'quote',
    submission,
    out: path('out') ?? folder,
    paper,
    set,
    signing,
    ...(letters !== undefined && { letters: letters as readonly RunLetter[] }),
    ...(decline !== null && { decline }),
    ...options,
  };
}

/** The decision that the options ask for, or what is wrong with them. */
function decisionOf(
  asked: string,
  given: ReadonlyMap<string, string>,
  conditions: readonly string[],
): Decision | string {
  const kind = DECISIONS.find((name) => name === asked);
  if (kind === undefined) return `The option --decide is "${asked}"; it must be ${DECISIONS.join(', ')}.`;
  const of = given.get('case');
  if (of === undefined) return 'The option --decide needs --case with a reference or the name of a subject.';
  const as = given.get('as');
  if (as === undefined) return 'The option --decide needs --as with the name of a person of the workbook.';
  return { kind, of, as, conditions, words: given.get('words') ?? null, reason: given.get('reason') ?? null };
}

/** True for a file that the system may hand us to open. */
const isWorkbookPath = (path: string): boolean => extname(path).toLowerCase() === '.ballast';

const invalid = (message: string): Launch => ({ kind: 'invalid', message });
