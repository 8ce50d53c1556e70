import type Database from 'better-sqlite3';
import type { CheckReport } from '#shared/domain/records.ts';
import { errorCode } from '../../host/system-error.ts';
import { markDamaged, noteDamage, type WorkbookDatabase } from '../connection/database.ts';
import { schemaDifferences } from '../workbook/schema-fingerprint.ts';
import {
  assessmentsFinding,
  auditFinding,
  modelsFinding,
  quotesFinding,
  readAuditFacts,
  wordingsFinding,
} from './check-records.ts';
import { type Finding, finding } from './finding.ts';

const MOST_NAMED = 5;

/**
 * Checks the whole workbook, in plain language: SQLite's own check of pages and indices, links between rows, protection
 * triggers, the audit chain, and that every assessment, model and quote still agrees with its entry in the chain (SQLite's
 * own check does not notice an edited value). Reads everything and changes nothing. Never throws on a damaged workbook.
 */
export function checkWorkbook(db: WorkbookDatabase, now: Date): CheckReport {
  const findings = [
    checked(db, 'pages', 'Pages and indices', () => pagesFinding(db)),
    checked(db, 'links', 'Links between records', () => linksFinding(db)),
    checked(db, 'structure', 'Tables and protections', () => structureFinding(db)),
    ...contentFindings(db),
  ];
  return { isSound: findings.every((item) => item.isSound), checkedAt: now.toISOString(), findings };
}

function contentFindings(db: WorkbookDatabase): readonly Finding[] {
  try {
    const audit = readAuditFacts(db);
    return [
      auditFinding(audit),
      checked(db, 'assessments', 'Assessments', () => assessmentsFinding(db, audit)),
      checked(db, 'models', 'Rating models', () => modelsFinding(db, audit)),
      checked(db, 'wordings', 'Wordings of models', () => wordingsFinding(db, audit)),
      checked(db, 'quotes', 'Issued quotes', () => quotesFinding(db)),
    ];
  } catch (error) {
    return [unreadable(db, 'audit', 'Audit trail', error)];
  }
}

function checked(db: WorkbookDatabase, id: string, label: string, check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    return unreadable(db, id, label, error);
  }
}

function unreadable(db: WorkbookDatabase, id: string, label: string, error: unknown): Finding {
  noteDamage(db, error);
  const code = errorCode(error);
  if (code === null) throw error;
  return finding(id, label, false, `This part of the workbook cannot be read (${code}).`);
}

function pagesFinding(db: Database.Database): Finding {
  const rows = db.pragma(`integrity_check(${MOST_NAMED})`) as readonly { readonly integrity_check: string }[];
  const problems = rows.map((row) => row.integrity_check);
  const isSound = problems.length === 1 && problems[0] === 'ok';
  if (!isSound) markDamaged(db);
  return finding(
    'pages',
    'Pages and indices',
    isSound,
    isSound ? 'SQLite finds every page and index sound.' : `SQLite finds damage: ${problems.join('; ')}.`,
  );
}

function linksFinding(db: Database.Database): Finding {
  const orphans = db.pragma('foreign_key_check') as readonly { readonly table: string }[];
  const tables = [...new Set(orphans.map(({ table }) => table))].join(', ');
  return finding(
    'links',
    'Links between records',
    orphans.length === 0,
    orphans.length === 0
      ? 'Every record has the records it belongs to.'
      : `${orphans.length} records have lost the record they belong to (${tables}).`,
  );
}

function structureFinding(db: Database.Database): Finding {
  const differences = schemaDifferences(db);
  const named = differences.slice(0, MOST_NAMED).join('; ');
  return finding(
    'structure',
    'Tables and protections',
    differences.length === 0,
    differences.length === 0
      ? 'All tables stand as Ballast made them, and finalised work is protected against change.'
      : `The structure was altered by another program: ${named}.`,
  );
}
