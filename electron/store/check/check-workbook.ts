import type Database from 'better-sqlite3';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { printedHead } from '#shared/domain/trail-head.ts';
import { errorCode } from '../../host/system-error.ts';
import { type Anchor, partingFrom } from '../audit/trail-heads.ts';
import { markDamaged, noteDamage, type WorkbookDatabase } from '../connection/database.ts';
import { isDamage } from '../connection/sqlite-failure.ts';
import { wordsOf } from '../connection/table-words.ts';
import type { Shipped } from '../models/model-by-hash.ts';
import { schemaDifferences } from '../workbook/schema-fingerprint.ts';
import { type KnownPrices, pricesFinding } from './check-prices.ts';
import { recordFindings } from './check-records.ts';
import { type Finding, finding, namesOf, withVerb } from './finding.ts';
import { readTrailFacts, type TrailFacts } from './trail-facts.ts';

/** What a check is made against, beside the workbook itself. */
export interface CheckBasis {
  readonly now: Date;
  /** Heads of the trail that were written down elsewhere: by this installation, by backups. */
  readonly anchors?: readonly Anchor[];
  /** The public keys by which this installation and its people countersign. */
  readonly ownKeys?: readonly string[];
  /** The model that ships with the application: it words models that were kept before wordings were. */
  readonly present?: Result<Shipped>;
  readonly known?: KnownPrices;
}

/** How far a check has come: steps of a number that is known roughly. */
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

interface CheckRun extends CheckBasis {
  readonly onProgress?: (progress: CheckProgress) => void;
  readonly signal?: AbortSignal;
}

const MOST_NAMED = 5;
/** How long a slice of a check may keep its thread, in milliseconds. */
const SLICE_MS = 8;

/**
 * Checks a whole workbook, in plain language: SQLite's own check of pages and indices, links between rows, protection
 * triggers, the audit chain and its countersignatures, every record against the trail both ways, the heads that were
 * written down elsewhere, and every issued premium under its own model. Reads everything, changes nothing and never throws
 * on a damaged workbook. Works in slices, so that its thread stays free; nothing may change the workbook meanwhile, so it is
 * given a copy, or a connection that nobody writes by. Fails only when cancelled.
 */
export async function checkWorkbook(db: WorkbookDatabase, run: CheckRun): Promise<Result<CheckReport>> {
  const steps = checkSteps(db, run);
  const total = roughCount(db);
  let done = 0;
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const next = steps.next();
      if (next.done === true) return success(next.value);
      done += 1;
    } while (performance.now() < until);
    run.onProgress?.({ done: Math.min(done, total), total });
    await new Promise((resolve) => setImmediate(resolve));
    if (run.signal?.aborted === true) return failed('cancelled', 'The check was stopped.');
  }
}

/** The same where nothing can stop it: the report itself. */
export async function checkedInFull(db: WorkbookDatabase, basis: CheckBasis): Promise<CheckReport> {
  const checked = await checkWorkbook(db, basis);
  if (!checked.ok) throw new Error(`a check that nobody stopped ended: ${checked.failure.message}`);
  return checked.value;
}

/** A check as steps of a few milliseconds at most, but for SQLite's own part. */
export function* checkSteps(db: WorkbookDatabase, basis: CheckBasis): Generator<undefined, CheckReport> {
  const findings = [
    checked(db, { id: 'pages', label: 'Pages and indices' }, () => pagesFinding(db)),
    checked(db, { id: 'links', label: 'Links between records' }, () => linksFinding(db)),
    checked(db, { id: 'structure', label: 'Tables and protections' }, () => structureFinding(db)),
    ...(yield* contentFindings(db, basis)),
  ];
  return { isSound: findings.every((item) => item.isSound), checkedAt: basis.now.toISOString(), findings };
}

const COUNTS = ['audit', 'models', 'subjects', 'cases', 'assessments', 'quotes', 'quotes'].map(
  (name) => `SELECT count(*) FROM ${name}`,
);

/** Entries, records and, once more, quotes to price. */
function roughCount(db: WorkbookDatabase): number {
  try {
    const counts = COUNTS.map((sql) => Number(db.prepare(sql).pluck().get()));
    return counts.reduce((sum, count) => sum + count, 1);
  } catch {
    return 1;
  }
}

function* contentFindings(db: WorkbookDatabase, basis: CheckBasis): Generator<undefined, readonly Finding[]> {
  const findings: Finding[] = [];
  let trail: TrailFacts;
  try {
    trail = yield* readTrailFacts(db);
  } catch (error) {
    return [unreadable(db, { id: 'audit', label: 'Audit trail' }, error)];
  }
  findings.push(
    auditFinding(trail),
    signaturesFinding(trail, basis.ownKeys ?? []),
    checked(db, { id: 'anchors', label: 'Compared with what stands elsewhere' }, () =>
      anchorsFinding(db, basis.anchors ?? []),
    ),
  );
  try {
    findings.push(...(yield* recordFindings(db, trail)));
  } catch (error) {
    findings.push(unreadable(db, { id: 'records', label: 'Records' }, error));
  }
  try {
    const present = basis.present ?? failed('not-found', 'There is no other wording of this model.');
    findings.push(yield* pricesFinding(db, present, basis.known ?? nothingKnown()));
  } catch (error) {
    findings.push(unreadable(db, { id: 'prices', label: 'Premiums' }, error));
  }
  return findings;
}

const nothingKnown = (): KnownPrices => ({ premiumOf: () => undefined, remember: () => undefined });

type Heading = Pick<Finding, 'id' | 'label'>;

function checked(db: WorkbookDatabase, heading: Heading, check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return unreadable(db, heading, error);
  }
}

function unreadable(db: WorkbookDatabase, { id, label }: Heading, error: unknown): Finding {
  noteDamage(db, error);
  if (errorCode(error) === null) throw error;
  const why = isDamage(error) ? 'its pages are damaged' : 'its tables are not those that Ballast makes';
  return finding({
    id,
    label,
    isSound: false,
    message: `This part of the workbook cannot be read: ${why}.`,
  });
}

const auditFinding = ({ chain, head }: TrailFacts): Finding =>
  finding({
    id: 'audit',
    label: 'Audit trail',
    isSound: chain.isSound,
    message: head === null ? chain.message : `${chain.message} It ends at ${printedHead(head)}.`,
  });

/** What is wrong with the countersignatures, as a sentence; null when nothing is. */
function signatureFault(
  { invalidAt, missingAt, unsignedAfter }: TrailFacts['signatures'],
  ownKeys: readonly string[],
): string | null {
  if (invalidAt !== null) return `The countersignature of entry ${invalidAt} does not fit what it says.`;
  if (missingAt !== null)
    return `Entry ${missingAt} has lost its countersignature: entries before it say who signed them, and it does not.`;
  const [unsignedAt] = ownKeys.flatMap((key) => unsignedAfter.get(key) ?? []).toSorted((a, b) => a - b);
  return unsignedAt === undefined
    ? null
    : `Entry ${unsignedAt} is unsigned, though this installation signed entries before it: an installation without a key made it, or its countersignature was taken away.`;
}

function signaturesFinding({ signatures }: TrailFacts, ownKeys: readonly string[]): Finding {
  const { byKey, unsignedCount } = signatures;
  const heading = { id: 'signatures', label: 'Countersignatures' };
  const wrong = signatureFault(signatures, ownKeys);
  if (wrong !== null) return finding({ ...heading, isSound: false, message: wrong });
  const own = [...new Set(ownKeys)].reduce((sum, key) => sum + (byKey.get(key) ?? 0), 0);
  const others = [...byKey.values()].reduce((sum, count) => sum + count, 0) - own;
  const parts = [
    ...(own > 0 ? [`${formatNumber(own)} by this installation`] : []),
    ...(others > 0 ? [`${formatNumber(others)} by other installations`] : []),
    ...(unsignedCount > 0 ? [withVerb(unsignedCount, 'is unsigned', 'are unsigned')] : []),
  ];
  return finding({
    ...heading,
    isSound: true,
    message: parts.length === 0 ? 'None yet.' : `Of closings, offers and issues: ${parts.join(', ')}.`,
  });
}

function anchorsFinding(db: WorkbookDatabase, anchors: readonly Anchor[]): Finding {
  const parting = partingFrom(db, anchors);
  return finding({
    id: 'anchors',
    label: 'Compared with what stands elsewhere',
    isSound: parting === null,
    message:
      parting ??
      (anchors.length === 0
        ? 'Nothing was written down outside this workbook yet: neither a backup nor an earlier session here.'
        : `The trail agrees with ${anchors.length === 1 ? 'the one head' : `all ${anchors.length} heads`} written down outside it, by this installation and by backups.`),
  });
}

function pagesFinding(db: Database.Database): Finding {
  const rows = db.pragma(`integrity_check(${MOST_NAMED})`) as readonly { readonly integrity_check: string }[];
  const problems = rows.map((row) => row.integrity_check);
  const isSound = problems.length === 1 && problems[0] === 'ok';
  if (!isSound) markDamaged(db);
  return finding({
    id: 'pages',
    label: 'Pages and indices',
    isSound,
    message: isSound
      ? 'SQLite finds every page and index sound.'
      : `The file is damaged: SQLite finds ${problems.length < MOST_NAMED ? formatCount(problems.length, 'fault') : `${MOST_NAMED} faults or more`} in its pages and indices. Restore the newest backup, or salvage what can be read.`,
  });
}

function linksFinding(db: Database.Database): Finding {
  const orphans = db.pragma('foreign_key_check') as readonly { readonly table: string }[];
  const among = [...new Set(orphans.map(({ table }) => wordsOf(table)))].join(', ');
  return finding({
    id: 'links',
    label: 'Links between records',
    isSound: orphans.length === 0,
    message:
      orphans.length === 0
        ? 'Every record has the records it belongs to.'
        : `${withVerb(orphans.length, 'row has lost the record it belongs', 'rows have lost the record they belong')} to: ${among}.`,
  });
}

function structureFinding(db: Database.Database): Finding {
  const differences = schemaDifferences(db);
  return finding({
    id: 'structure',
    label: 'Tables and protections',
    isSound: differences.length === 0,
    message:
      differences.length === 0
        ? 'All tables stand as Ballast made them, and finalised work is protected against change.'
        : `The structure was altered by another program: ${namesOf(differences)}.`,
  });
}
