import { basename } from 'node:path';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { CheckReport } from '#shared/domain/records.ts';
import type { Failure } from '#shared/domain/result.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { type ChangeStamp, lastAuditEntry } from '../store/audit/audit.ts';
import { enterWorkbookEvent } from '../store/audit/workbook-event.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import { countRecords } from '../store/book/count-records.ts';
import { checkedInFull } from '../store/check/check-workbook.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import { salvageWorkbook } from '../store/salvage/salvage-workbook.ts';
import { closeWorkbook, openWorkbook } from '../store/workbook/workbook.ts';
import { bullets } from './text-table.ts';

interface RescueOrder {
  readonly kind: 'restore' | 'salvage';
  readonly from: string;
  readonly to: string;
  readonly appVersion: string;
  readonly stamp: ChangeStamp;
  /** What this installation remembers of workbooks. */
  readonly seen: Pick<SeenWorkbooks, 'recordBranch'>;
}

/** What a run prints and ends with: 0 done and whole, 3 not done, or done and something is wrong with what came of it. */
interface Rescued {
  readonly exitCode: 0 | 3;
  readonly lines: readonly string[];
  readonly message: string | null;
}

/** Restores a backup, or salvages a damaged workbook, to a new file, which is then opened and checked in full. */
export async function rescue(order: RescueOrder): Promise<Rescued> {
  const { kind, from, to, appVersion, stamp } = order;
  if (kind === 'restore') {
    const restored = restoreBackup(from, to);
    if (!restored.ok) return stopped(restored.failure);
    const looked = await lookAt(order, `Restored from the backup “${basename(from)}” to a new file.`);
    if ('failure' in looked) return stopped(looked.failure);
    return outcome([`RESTORED ${basename(from)}`, `  to        ${to}`, ...looked.lines], looked.report);
  }
  const salvaged = salvageWorkbook(from, to, { appVersion, now: stamp.now });
  if (!salvaged.ok) return stopped(salvaged.failure);
  const { isWhole, saved, lost, losses } = salvaged.value;
  const looked = await lookAt(order, null);
  if ('failure' in looked) return stopped(looked.failure);
  return outcome(
    [
      `SALVAGED ${basename(from)}: ${formatNumber(saved)} rows saved, ${isWhole ? 'nothing lost' : `${lost} known to be lost`}`,
      `  to        ${to}`,
      ...looked.lines,
      ...(losses.length === 0 ? [] : ['', 'LOST', ...bullets(losses)]),
    ],
    looked.report,
  );
}

const stopped = ({ message }: Failure): Rescued => ({ exitCode: 3, lines: [], message });

function outcome(lines: readonly string[], report: CheckReport): Rescued {
  const wrong = report.findings.filter(({ isSound }) => !isSound);
  if (wrong.length === 0)
    return { exitCode: 0, lines: [...lines, '  Check     sound in every part'], message: null };
  return {
    exitCode: 3,
    lines: [...lines, '', 'CHECK', ...bullets(wrong.map(({ label, message }) => `${label}: ${message}`))],
    message: 'The file was made, but its check found something; it is listed above.',
  };
}

async function lookAt(
  { kind, to, appVersion, stamp, seen }: RescueOrder,
  event: string | null,
): Promise<
  { readonly lines: readonly string[]; readonly report: CheckReport } | { readonly failure: Failure }
> {
  const opened = openWorkbook(to, { mode: 'open', appVersion, now: stamp.now });
  if (!opened.ok) return { failure: opened.failure };
  const { db } = opened.value;
  try {
    const id = workbookId(db);
    const forkedAt = lastAuditEntry(db)?.sequence ?? null;
    if (kind === 'restore' && id !== null)
      seen.recordBranch(id, { from: null, to: opened.value.path, forkedAt });
    if (event !== null) {
      const entered = enterWorkbookEvent(db, stamp, { action: 'workbook-restored', detail: event });
      if (!entered.ok) return { failure: entered.failure };
    }
    const counted = countRecords(db);
    if (!counted.ok) return { failure: counted.failure };
    const { assessments, quotes } = counted.value;
    return {
      lines: [
        `  Holds     ${formatCount(assessments, 'assessment')}, ${formatCount(quotes, 'quote')}`.replaceAll(
          '\u00a0',
          ' ',
        ),
      ],
      report: await checkedInFull(db, { now: stamp.now }),
    };
  } finally {
    closeWorkbook(opened.value);
  }
}
