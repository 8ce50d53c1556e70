import { insuredName } from '#shared/domain/insured-name.ts';
import '@fontsource/inter/400.css';
import '@fontsource/inter/400-italic.css';
import '@fontsource/inter/600.css';
import '@fontsource/source-serif-4/600.css';
import './fonts.css';
import { createRoot, type Root } from 'react-dom/client';
import type { Paper } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import { isPrintedReport } from '#shared/report/report-document.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { fitToWindow } from './fit-to-window.ts';
import { findMissingGlyphs } from './missing-glyphs.ts';
import { PaperPages } from './paper-pages.tsx';
import { receivePreview } from './preview-channel.ts';
import { findDataProblems, findDrawingProblems } from './print-problems.ts';
import { ReportPages } from './report-pages.tsx';
import { loadFaces, undrawnPictures, untilDrawn } from './until-drawn.ts';

function mount(): { readonly element: HTMLElement; readonly root: Root } {
  const element = document.getElementById('document');
  if (element === null) throw new Error('print.html has no place for the document');
  return { element, root: createRoot(element) };
}

function titleOf(paper: Paper): string {
  const { status, reference, version } = headOfPaper(paper);
  const title = paperTitle(paper.kind, status);
  const name = version !== null ? `${title} ${reference}, version ${version}` : title;
  return `${name}: ${insuredOf(paper)}`;
}

const headOfPaper = (paper: Paper) =>
  paper.kind === 'worksheet' ? paper.document : paper.kind === 'quotation' ? paper.quotation : paper.summary;

const insuredOf = (paper: Paper): string => {
  switch (paper.kind) {
    case 'worksheet':
      return insuredName(paper.document.content);
    case 'quotation':
      return paper.quotation.insured.name;
    case 'risk-summary':
      return paper.summary.insured;
  }
};

function preview(): void {
  document.body.classList.add('preview');
  const { element, root } = mount();
  let stopFitting = () => {};
  receivePreview((received) => {
    document.title = titleOf(received);
    stopFitting();
    stopFitting = fitToWindow(element, received.size);
    root.render(<PaperPages paper={received} />);
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
      if (printed.kind === 'worksheet') problems.push(...findDataProblems(printed.document));
      document.title = titleOf(printed);
      root.render(<PaperPages paper={printed} />);
    }
    if ((await untilDrawn(element)) === 'restless') problems.push('The page does not come to rest.');
    problems.push(
      ...(await undrawnPictures(element)),
      ...findDrawingProblems(element),
      ...findMissingGlyphs(element),
    );
  } catch (error) {
    problems.push(failureText(failureOf(error)));
  }
  await ask((client) => client.print.ready({ job, problems }));
}

const parameters = new URLSearchParams(window.location.search);
const job = parameters.get('job');
if (job !== null) void print(job);
else if (parameters.get('mode') === 'preview') preview();
