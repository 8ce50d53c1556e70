import { randomUUID } from 'node:crypto';
import { type PrintJobId, printJobSchema } from '#shared/contract/contract.ts';
import type { AnyPaper } from '#shared/deal/papers/deal-paper.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PrintedReport } from '#shared/report/report-document.ts';

/** What a print window draws. */
export type PrintedDocument = AnyPaper | PrintedReport;

interface PrintJob {
  readonly document: PrintedDocument;
  readonly finish: (result: Result<null>) => void;
}

export interface PrintJobs {
  /** Opens a job; `ready` settles when the page has drawn everything, or when the job is closed. */
  readonly open: (document: PrintedDocument) => {
    readonly id: PrintJobId;
    readonly ready: Promise<Result<null>>;
  };
  readonly close: (id: PrintJobId) => void;
  /** Answers the print page. */
  readonly document: (id: PrintJobId) => Result<PrintedDocument>;
  readonly ready: (id: PrintJobId, problems: readonly string[]) => Result<undefined>;
}

/** Keeps the documents that print windows were opened for. */
export function createPrintJobs(): PrintJobs {
  const jobs = new Map<string, PrintJob>();
  return {
    open: (document) => {
      const id = printJobSchema.parse(randomUUID());
      const ready = new Promise<Result<null>>((resolve) => {
        jobs.set(id, { document, finish: resolve });
      });
      return { id, ready };
    },
    close: (id) => {
      jobs.get(id)?.finish(failed('unexpected', 'The document was given up before it was printed.'));
      jobs.delete(id);
    },
    document: (id) => {
      const job = jobs.get(id);
      return job === undefined
        ? failed('not-found', 'There is no such document to print.')
        : success(job.document);
    },
    ready: (id, problems) => {
      const job = jobs.get(id);
      if (job === undefined) return failed('not-found', 'There is no such document to print.');
      job.finish(
        problems.length === 0
          ? success(null)
          : failed('unexpected', `The document could not be drawn. ${problems.join(' ')}`),
      );
      return success(undefined);
    },
  };
}
