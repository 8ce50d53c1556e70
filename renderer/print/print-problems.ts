import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { placedSteps } from '../charts/premium-bridge-view.ts';
import { placedLines } from '../charts/premium-build-up-view.ts';

/** Faults of the data that would make the document contradict itself: totals that are not the sum of their lines. */
export function findDataProblems(document: QuoteDocument): readonly string[] {
  const problems: string[] = [];
  const { price, bridge, score } = document;
  if (price !== null) {
    for (const { line, span } of placedLines(price)) {
      if (span.differenceMinor !== 0)
        problems.push(`The line "${line.label}" is not the sum of the lines before it.`);
    }
  }
  if (bridge !== null && placedSteps(bridge).some(({ span }) => span.differenceMinor !== 0))
    problems.push('The premium bridge does not lead to its end.');
  if (!Number.isFinite(score.overall)) problems.push('The score is not a number.');
  return problems;
}

/** Faults of the drawing: a chart without marks, or text that would run off the sheet. */
export function findDrawingProblems(root: HTMLElement): readonly string[] {
  const problems: string[] = [];
  for (const figure of root.querySelectorAll('figure.chart')) {
    const title = figure.querySelector('.chart-title')?.textContent ?? 'untitled';
    if (figure.querySelector('svg :is(path, rect, line)') === null)
      problems.push(`The chart "${title}" was not drawn.`);
  }
  for (const sheet of root.querySelectorAll<HTMLElement>('.sheet')) {
    for (const element of tooWide(sheet)) problems.push(tooWideWords(element));
  }
  return [...new Set(problems)];
}

/** The innermost elements that stand out of the sheet; charts and watermarks are drawings with an edge of their own, and a column has no text. */
function tooWide(sheet: HTMLElement): readonly HTMLElement[] {
  const edge = sheet.getBoundingClientRect();
  const wide = [...sheet.querySelectorAll<HTMLElement>('*:not(svg, svg *, col, colgroup)')].filter(
    (element) => {
      const box = element.getBoundingClientRect();
      const right = Math.max(box.right, element.clientWidth > 0 ? box.left + element.scrollWidth : box.right);
      return box.width > 0 && (right > edge.right + 1 || box.left < edge.left - 1);
    },
  );
  return wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
}

const SHOWN_LETTERS = 40;

function tooWideWords(element: HTMLElement): string {
  const text = (element.textContent ?? '').trim();
  const start = text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text;
  const table = element.closest('table')?.getAttribute('aria-label');
  const place = table === null || table === undefined ? '' : ` in the table "${table}"`;
  return `The text "${start}"${place} is wider than the page: shorten it, or put spaces into it.`;
}
