import { type Result, success } from '#shared/domain/result.ts';
import type { PrintedReport } from '#shared/report/report-document.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { PrintedPages } from './page-words.ts';
import type { StampPages } from './stamp-in-thread.ts';

export interface ReportPrinter {
  readonly print: (document: PrintedReport, by: ChangeStamp) => Promise<Result<Uint8Array>>;
}

/** Prints reports with `printPages` and stamps them with title, edition and page numbers. */
export function createReportPrinter(
  printPages: (document: PrintedReport) => Promise<Result<PrintedPages>>,
  stampPages: StampPages,
  producer: string,
): ReportPrinter {
  return {
    print: async (document, { actor, now }) => {
      const pages = await printPages(document);
      if (!pages.ok) return pages;
      const { title, shortTitle, subject, edition } = document.report;
      return success(
        await stampPages({
          pages: pages.value,
          stamp: {
            title,
            subject,
            author: actor,
            producer,
            preparedAt: now.toISOString(),
            reference: shortTitle,
            inputs: edition,
          },
        }),
      );
    },
  };
}
