import { insuredName } from '#shared/domain/insured-name.ts';
import '@fontsource/inter/400.css';
import '@fontsource/inter/400-italic.css';
import '@fontsource/inter/600.css';
import '@fontsource/source-serif-4/600.css';
import './fonts.css';
import { createRoot, type Root } from 'react-dom/client';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { isPrintedReport } from '#shared/report/report-document.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { documentKind } from './document-words.ts';
import { fitToWindow } from './fit-to-window.ts';
import { receivePreview } from './preview-channel.ts';
import { findDataProblems, findDrawingProblems } from './print-problems.ts';
import { QuoteDocumentPages } from './quote-document-pages.tsx';
import { ReportPages } from './report-pages.tsx';
import { loadFaces, untilDrawn } from './until-drawn.ts';

function mount(): { readonly element: HTMLElement; readonly root: Root } {
  const element = document.getElementById('document');
  if (element === null) throw new Error('print.html has no place for the document');
  return { element, root: createRoot(element) };
}

function titleOf(shown: QuoteDocument): string {
  const kind = documentKind(shown.status);
  const name = shown.version !== null ? `${kind} ${shown.reference}, version ${shown.version}` : kind;
  return `${name}: ${insuredName(shown.content)}`;
}

function preview(): void {
  document.body.classList.add('preview');
  const { element, root } = mount();
  let stopFitting = () => {};
  receivePreview((received) => {
    document.title = titleOf(received);
    stopFitting();
    stopFitting = fitToWindow(element, received.paper);
    root.render(<QuoteDocumentPages key={received.inputsHash} document={received} />);
  });
}

/** Draws the document of a job and tells the main process when it can be printed, or why it cannot. */
async function print(job: string): Promise<void> {
  const problems: string[] = [];
  try {
    const { element, root } = mount();
    problems.push(...(await loadFaces()));
    const printed = await ask((client) => client.print.document({ job }));
    if (isPrintedReport(printed)) {
      document.title = printed.report.title;
      root.render(<ReportPages printed={printed} />);
    } else {
      problems.push(...findDataProblems(printed));
      document.title = titleOf(printed);
      root.render(<QuoteDocumentPages document={printed} />);
    }
    if ((await untilDrawn(element)) === 'restless') problems.push('The page does not come to rest.');
    problems.push(...findDrawingProblems(element));
  } catch (error) {
    problems.push(failureText(failureOf(error)));
  }
  await ask((client) => client.print.ready({ job, problems }));
}

const parameters = new URLSearchParams(window.location.search);
const job = parameters.get('job');
if (job !== null) void print(job);
else if (parameters.get('mode') === 'preview') preview();
