import type { QuoteDocument } from '#shared/contract/quote-document.ts';
import { placedSteps } from '../charts/premium-bridge-view.ts';
import { placedLines } from '../charts/premium-build-up-view.ts';

/** Faults of the data that would make the document contradict itself: totals that are not the sum of their lines. */
export function findDataProblems(document: QuoteDocument): readonly string[] {
  const problems: string[] = [];
  const { price, bridge, score } = document;
  if (price !== null) {
    for (const { line, span } of placedLines(price)) {
      if (span.differenceMinor !== 0)
        problems.push(`the line "${line.label}" is not the sum of the lines before it`);
    }
  }
  if (bridge !== null && placedSteps(bridge).some(({ span }) => span.differenceMinor !== 0))
    problems.push('the premium bridge does not lead to its end');
  if (!Number.isFinite(score.overall)) problems.push('the score is not a number');
  return problems;
}

/** Faults of the drawing: a chart without marks, or text that would run off the sheet. */
export function findDrawingProblems(root: HTMLElement): readonly string[] {
  const problems: string[] = [];
  for (const figure of root.querySelectorAll('figure.chart')) {
    const title = figure.querySelector('.chart-title')?.textContent ?? 'untitled';
    if (figure.querySelector('svg :is(path, rect, line)') === null)
      problems.push(`the chart "${title}" was not drawn`);
  }
  for (const table of root.querySelectorAll('table')) {
    const room = table.parentElement?.clientWidth ?? 0;
    if (table.offsetWidth > room + 1)
      problems.push(`the table "${table.getAttribute('aria-label') ?? ''}" is wider than the page`);
  }
  return problems;
}
