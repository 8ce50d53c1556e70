export interface Column {
  readonly align: 'left' | 'right';
  /** Longer cells are broken into lines of at most so many characters. */
  readonly most?: number;
}

/** Rows as aligned text columns, two spaces apart, no trailing space. Widths count characters as a terminal shows them. */
export function textTable(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  indent = '  ',
): string[] {
  const cells = rows.map((row) =>
    columns.map(({ most }, index) => wrap(row[index] ?? '', most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((_column, index) =>
    Math.max(...cells.flatMap((row) => row[index]?.map((line) => line.length) ?? [])),
  );
  return cells.flatMap((row) => {
    const height = Math.max(...row.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => {
      const padded = row.map((lines, index) => {
        const width = widths[index] ?? 0;
        const text = lines[at] ?? '';
        return columns[index]?.align === 'right' ? text.padStart(width) : text.padEnd(width);
      });
      return `${indent}${padded.join('  ')}`.trimEnd();
    });
  });
}

/** A score of 0..100 as a bar that reads in any terminal. */
export function bar(score: number, width = 25): string {
  const filled = Math.round((Math.min(100, Math.max(0, score)) / 100) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

const SENTENCE_WIDTH = 96;

/** Sentences as a list, each hanging under its dash. */
export const bullets = (sentences: readonly string[], indent = '    '): string[] =>
  sentences.flatMap((sentence) =>
    wrap(sentence, SENTENCE_WIDTH).map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`),
  );

/** Breaks text between words into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Figures are formatted with no-break spaces for screen and paper; in a terminal they may break.
  for (const word of text.replaceAll('\u00a0', ' ').split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
