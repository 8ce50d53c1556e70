import type { Block, ReportDocument } from './report-document.ts';

/** A report as Markdown text; plots are left out, since their tables say what a text can. */
export const reportMarkdown = ({ title, subject, chapters }: ReportDocument): string =>
  `${[`# ${title}`, subject, ...chapters.flatMap(({ blocks }) => blocks.flatMap(blockText))].join('\n\n')}\n`;

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${item}`).join('\n')];
    case 'table':
      return [[line(block.titles), line(block.titles.map(() => '---')), ...block.rows.map(line)].join('\n')];
    case 'plot':
      return [];
  }
}

const line = (cells: readonly (string | number | null)[]) =>
  `| ${cells.map((cell) => (cell === null ? '-' : String(cell).replaceAll('|', '\\|'))).join(' | ')} |`;
