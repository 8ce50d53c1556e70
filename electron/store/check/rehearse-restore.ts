import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Result, success } from '#shared/domain/result.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { headOfBackup } from '../backup/sound-backup.ts';
import { countRecords } from '../book/count-records.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { closeWorkbook, openWorkbook } from '../workbook/workbook.ts';
import { checkedByPrices, type PriceBasis } from './check-order.ts';

/** Scratch folders of rehearsals begin so; one that a killed process left is cleared away by this name. */
export const REHEARSAL_PREFIX = 'ballast-rehearsal-';

/** What a restored backup turned out to be. */
export interface Rehearsal {
  readonly workbookId: string;
  readonly isSound: boolean;
  /** Why it is not, else empty. */
  readonly problem: string;
  readonly assessments: number;
  readonly quotes: number;
  /** The premiums that were computed for it and were not known before. */
  readonly premiums: Readonly<Record<string, number | null>>;
}

/** What a rehearsal is made with: plain data. */
export interface RehearsalOrder extends PriceBasis {
  readonly appVersion: string;
  readonly now: Date;
  /** Heads of the workbook that were written down elsewhere; those that the backup is not too old for must be in it. */
  readonly anchors: readonly Anchor[];
  /** The public key by which this installation countersigns. */
  readonly ownKeys: readonly string[];
}

/**
 * Restores a backup as a person would, to a scratch file that nobody else may read, opens it as a workbook and checks all of
 * it. The backup itself is only read; the scratch file is removed.
 */
export async function rehearseRestore(backupPath: string, order: RehearsalOrder): Promise<Result<Rehearsal>> {
  const { appVersion, now } = order;
  const last = headOfBackup(backupPath)?.sequence ?? 0;
  const anchors = order.anchors.filter(({ sequence }) => sequence <= last);
  const folder = mkdtempSync(join(tmpdir(), REHEARSAL_PREFIX));
  try {
    const restored = restoreBackup(backupPath, join(folder, 'restored.ballast'));
    if (!restored.ok) return restored;
    const opened = openWorkbook(restored.value.path, { mode: 'open', appVersion, now });
    if (!opened.ok) return opened;
    const { db } = opened.value;
    try {
      const checked = await checkedByPrices(db, { ...order, anchors });
      if (!checked.ok) return checked;
      const { report, premiums } = checked.value;
      const counted = countRecords(db);
      if (!counted.ok) return counted;
      return success({
        workbookId: workbookId(db) ?? '',
        isSound: report.isSound,
        problem: report.findings
          .filter(({ isSound }) => !isSound)
          .map(({ label, message }) => `${label}: ${message}`)
          .join(' '),
        assessments: counted.value.assessments,
        quotes: counted.value.quotes,
        premiums,
      });
    } finally {
      closeWorkbook(opened.value);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
