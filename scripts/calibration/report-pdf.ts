import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportDocument } from '#shared/report/report-document.ts';
import { launchElectron } from '../electron.ts';

const timeoutMs = 3 * 60 * 1000;

/** Prints a report to a PDF by the application itself, as its window does; gives the application's exit code. */
export async function writeReportPdf(
  report: ReportDocument,
  order: { readonly pdf: string; readonly paper: string; readonly userData: string | null },
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-report-'));
  try {
    const from = join(folder, 'report.json');
    writeFileSync(from, JSON.stringify(report));
    const { pdf, paper, userData } = order;
    const own = userData === null ? [] : ['--user-data', userData];
    return await launchElectron(['--report', from, '--to', pdf, '--paper', paper, ...own], {
      headless: true,
      timeoutMs,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
