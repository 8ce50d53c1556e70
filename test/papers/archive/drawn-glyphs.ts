import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { name } from '../ua/read-paper.ts';

/** Something that draws: a page, or a form that pages draw. */
export interface Drawing {
  readonly where: string;
  readonly resources: PDFDict | undefined;
  /** Its operators in order, each with what stands before it. */
  readonly steps: readonly DrawingStep[];
}
export interface DrawingStep {
  readonly operator: string;
  readonly operands: string;
}

export const decoded = (stream: PDFRawStream): Buffer => Buffer.from(decodePDFRawStream(stream).decode());

/** Strings and names stand whole, so that no letter inside them is taken for an operator. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|[^\s()<>[\]{}/%]+/g;

function stepsIn(content: string): readonly DrawingStep[] {
  const steps: DrawingStep[] = [];
  let operands: string[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    const isOperator = /^[A-Za-z'"][A-Za-z0-9*]*$/.test(token) && !/^(true|false|null)$/.test(token);
    if (isOperator) {
      steps.push({ operator: token, operands: operands.join(' ') });
      operands = [];
    } else operands.push(token);
  }
  return steps;
}

/** Every page, form and pattern of a paper. */
export function drawingsOf(document: PDFDocument): readonly Drawing[] {
  const pages = document.getPages().map(({ node }, index): Drawing => {
    const held = node.lookup(name('Contents'));
    const streams = held instanceof PDFArray ? held.asArray().map((ref) => node.context.lookup(ref)) : [held];
    const content = streams.map((one) =>
      one instanceof PDFRawStream ? decoded(one).toString('latin1') : '',
    );
    return { where: `Page ${index + 1}`, resources: node.Resources(), steps: stepsIn(content.join('\n')) };
  });
  const others = document.context.enumerateIndirectObjects().flatMap(([ref, object]): readonly Drawing[] => {
    if (!(object instanceof PDFRawStream)) return [];
    const isForm = object.dict.get(name('Subtype')) === name('Form');
    if (!isForm && !object.dict.has(name('PatternType'))) return [];
    const resources = object.dict.lookup(name('Resources'));
    return [
      {
        where: `Form ${ref.objectNumber}`,
        resources: resources instanceof PDFDict ? resources : undefined,
        steps: stepsIn(decoded(object).toString('latin1')),
      },
    ];
  });
  return [...pages, ...others];
}

/** Of each composite font: the numbers of the glyphs that are drawn. */
export function drawnGlyphs(drawings: readonly Drawing[]): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const drawn = new Map<PDFDict, Set<number>>();
  for (const { resources, steps } of drawings) {
    const fonts = resources?.lookup(name('Font'));
    let font: PDFDict | undefined;
    for (const { operator, operands } of steps) {
      if (operator === 'Tf') {
        const found =
          fonts instanceof PDFDict ? fonts.lookup(name(/\/(\S+)/.exec(operands)?.[1] ?? '')) : undefined;
        font = found instanceof PDFDict ? found : undefined;
      } else if (['Tj', 'TJ', "'", '"'].includes(operator) && font !== undefined) {
        const glyphs = drawn.get(font) ?? new Set<number>();
        for (const [, codes = ''] of operands.matchAll(/<([0-9A-Fa-f]+)>/g))
          for (const code of codes.match(/.{4}/g) ?? []) glyphs.add(Number.parseInt(code, 16));
        drawn.set(font, glyphs);
      }
    }
  }
  return drawn;
}
