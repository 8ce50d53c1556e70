import { insuredName } from '#shared/domain/insured-name.ts';
import '@fontsource/inter/400.css';
import '@fontsource/inter/400-italic.css';
import '@fontsource/inter/600.css';
import '@fontsource/source-serif-4/600.css';
import '../styles/letters.css';
import './fonts.css';
import { flushSync as drawnAtOnce } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import {
  type AnyPaper,
  dealPaperTitle,
  insuredOfDealPaper,
  isDealPaper,
  referenceOfDealPaper,
} from '#shared/deal/papers/deal-paper.ts';
import type { Paper } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import { isPrintedReport } from '#shared/report/report-document.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { clearUp } from './clear-up.ts';
import { fitToWindow } from './fit-to-window.ts';
import { findMissingGlyphs } from './missing-glyphs.ts';
import { prepareLetters } from './paper-letters.ts';
import { PaperPages } from './paper-pages.tsx';
import { receivePreview } from './preview-channel.ts';
import { findDataProblems, findDrawingProblems } from './print-problems.ts';
import { ReportPages } from './report-pages.tsx';
import { fetchFaces, loadFaces, missingFaces, undrawnPictures, untilDrawn } from './until-drawn.ts';

let mounted: Root | null = null;

/** A clean place for a document. */
function mount(): { readonly element: HTMLElement; readonly root: Root } {
  const place = document.getElementById('document');
  if (place === null) throw new Error('print.html has no place for the document');
  mounted?.unmount();
  const element = document.createElement('div');
  element.id = place.id;
  place.replaceWith(element);
  mounted = createRoot(element);
  return { element, root: mounted };
}

function titleOf(paper: AnyPaper): string {
  if (isDealPaper(paper)) {
    const reference = referenceOfDealPaper(paper);
    return `${dealPaperTitle(paper.kind)}${reference === null ? '' : ` ${reference}`}: ${insuredOfDealPaper(paper)}`;
  }
  const { status, reference, version } = headOfPaper(paper);
  const title = paperTitle(paper.kind, status);
  const name = version !== null ? `${title} ${reference}, version ${version}` : title;
  return `${name}: ${insuredOf(paper)}`;
}

const headOfPaper = (paper: Paper) =>
  paper.kind === 'worksheet' ? paper.document : paper.kind === 'quotation' ? paper.quotation : paper.summary;

const insuredOf = (paper: AnyPaper): string => {
  if (isDealPaper(paper)) return insuredOfDealPaper(paper);
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
    void prepareLetters(insuredOf(received), received);
    document.title = titleOf(received);
    stopFitting();
    stopFitting = fitToWindow(element, isDealPaper(received) ? received.paper : received.size);
    root.render(<PaperPages paper={received} />);
  });
}

/** Draws the document of a job and tells the main process when it can be printed, or why it cannot. */
async function print(job: string): Promise<void> {
  const problems: string[] = [];
  try {
    const { element, root } = mount();
    clearUp();
    problems.push(...(await loadFaces()));
    const printed = await ask((client) => client.print.document({ job }));
    if (isPrintedReport(printed)) {
      await prepareLetters(printed.report.title, printed);
      document.title = printed.report.title;
      drawnAtOnce(() => root.render(<ReportPages printed={printed} />));
    } else {
      if (printed.kind === 'worksheet') problems.push(...findDataProblems(printed.document));
      await prepareLetters(insuredOf(printed), printed);
      document.title = titleOf(printed);
      drawnAtOnce(() => root.render(<PaperPages paper={printed} />));
    }
    let rest = await untilDrawn(element);
    if (await fetchFaces(element)) rest = await untilDrawn(element);
    if (rest === 'restless') problems.push('The page does not come to rest.');
    problems.push(
      ...missingFaces(),
      ...(await undrawnPictures(element)),
      ...findDrawingProblems(element),
      ...findMissingGlyphs(element),
    );
  } catch (error) {
    problems.push(failureText(failureOf(error)));
  }
  await ask((client) => client.print.ready({ job, problems }));
}

/** Draws each job that the address comes to name; nothing of the one before stays on the page. */
function printEach(): void {
  window.addEventListener('hashchange', () => void print(window.location.hash.slice(1)));
  // Until the first is named there is time for the faces.
  void loadFaces();
}

const mode = new URLSearchParams(window.location.search).get('mode');
if (mode === 'print') printEach();
else if (mode === 'preview') preview();
