import type { ReportDocument } from '#shared/report/report-document.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { sayDone, sayProblem } from './state/messages.ts';

/** Prints a report and saves it where the person chooses, on the paper of the settings. */
export async function saveReportPdf(report: ReportDocument): Promise<void> {
  try {
    const { isSaved, fileName } = await ask((client) => client.reports.savePdf({ report }));
    if (isSaved) sayDone(`Saved ${fileName ?? 'the PDF'}.`);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'cancelled') sayProblem(failureText(failure));
  }
}
