import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { createPrintJobs } from '#electron/documents/print-jobs.ts';
import { openPrintDesk, quotePrinterFor } from '#electron/documents/print-window.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { pagesFolder, resourcesFolder } from '#electron/host/folders.ts';
import { setupPrintIpc } from '#electron/ipc/setup-ipc.ts';
import { registerAppScheme, serveApp } from '#electron/security/app-scheme.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import type { PrintTimes } from './record-prints.ts';

// Runs in Electron: prints papers of one quote again and again with the application's own printer, and says on standard
// output how long each took.

const RUNS = 9;
const SETS: Readonly<Record<keyof PrintTimes, readonly PaperKind[]>> = {
  quotation: ['quotation', 'risk-summary'],
  worksheet: ['worksheet'],
};

app.on('window-all-closed', () => undefined);
registerAppScheme();
// Electron is ready only after this file has run to its end.
app
  .whenReady()
  .then(printInTurn)
  .then(
    (times) => process.stdout.write(`${JSON.stringify(times)}\n`, () => app.exit(0)),
    (error: unknown) => process.stderr.write(`${String(error)}\n`, () => app.exit(1)),
  );

async function printInTurn(): Promise<PrintTimes> {
  serveApp(session.defaultSession, pagesFolder());
  const jobs = createPrintJobs();
  setupPrintIpc(jobs);
  const printer = quotePrinterFor(openPrintDesk(jobs));
  const document = sampleQuote();
  const times: Record<keyof PrintTimes, number[]> = { quotation: [], worksheet: [] };
  // The first of each is not counted: it opens the window, and reads what draws and stamps.
  for (let run = -1; run < RUNS; run += 1)
    for (const [name, kinds] of Object.entries(SETS) as [keyof PrintTimes, readonly PaperKind[]][]) {
      const start = performance.now();
      // All at once, as an issued quote asks for them.
      for (const printed of await Promise.all(kinds.map((kind) => printer.print(document, kind))))
        if (!printed.ok) throw new Error(printed.failure.message);
      if (run >= 0) times[name].push(performance.now() - start);
    }
  return times;
}

/** The sample as the quote that it is issued as. */
function sampleQuote() {
  const model = loadBundledModel(resourcesFolder(), { has: () => true, add: () => undefined });
  if (!model.ok) throw new Error(model.failure.message);
  const text = readFileSync(join(resourcesFolder(), 'samples', 'well-run-exchange.json'), 'utf8');
  const content = parseSubmission(text, model.value.model);
  if (!content.ok) throw new Error(content.failure.message);
  return buildQuoteDocument({
    rating: rateFully(content.value, model.value.model, { today: content.value.asOf }),
    activeModel: model.value,
    designation: { status: 'quote', reference: 'BAL-2026-0001', version: 1 },
    preparation: {
      paper: 'a4',
      preparedAt: `${content.value.asOf}T12:00:00.000Z`,
      preparedBy: 'R. Vance',
      insurer: null,
    },
  });
}
