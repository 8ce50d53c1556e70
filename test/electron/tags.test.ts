import { PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { markContent } from '#electron/documents/tags/mark-content.ts';
import { mendTags } from '#electron/documents/tags/mend-tags.ts';
import { operatorsOf } from '#electron/documents/tags/scan-content.ts';
import { isTag, type Kid, type Tag } from '#electron/documents/tags/tag.ts';

const page = PDFRef.of(1);
const nextPage = PDFRef.of(2);
const text = (mcid: number, on = page): Kid => ({ page: on, mcid });
const tag = (type: string, ...kids: readonly Kid[]): Tag => ({ type, kids });
/** `P(0 1) L(LI(LBody(2)))` */
const shape = (kid: Kid): string =>
  isTag(kid) ? `${kid.type}(${kid.kids.map(shape).join(' ')})` : 'mcid' in kid ? String(kid.mcid) : 'object';
const mended = (...kids: readonly Kid[]): string =>
  mendTags([tag('Document', ...kids)])
    .map(shape)
    .join(' ');

describe('the tags of a printed paper', () => {
  it('take text out of boxes that say nothing, and make paragraphs of text outside of one', () => {
    expect(
      mended(tag('Div', tag('NonStruct', tag('NonStruct', text(0), text(1)), tag('NonStruct', text(2))))),
    ).toBe('Document(P(0 1) P(2))');
    expect(mended(tag('H1', tag('NonStruct', text(0))))).toBe('Document(H1(0))');
  });

  it('give a list its bodies', () => {
    expect(mended(tag('L', tag('LI', tag('NonStruct', text(0)))))).toBe('Document(L(LI(LBody(0))))');
  });

  it('give a table its head and body, and keep its empty cells', () => {
    const head = { ...tag('TH', tag('NonStruct', text(0))), cell: { scope: 'Column' } as const };
    const table = tag('Table', tag('NonStruct', tag('TR', head)), tag('TR', tag('TH', text(1)), tag('TD')));
    expect(mended(table)).toBe('Document(Table(THead(TR(TH(0))) TBody(TR(TH(1) TD()))))');
  });

  it('read the head of a table that runs on once', () => {
    const head = { ...tag('TH', text(0), text(7, nextPage)), cell: { scope: 'Column' } as const };
    expect(mended(tag('Table', tag('TR', head), tag('TR', tag('TD', text(1)))))).toBe(
      'Document(Table(THead(TR(TH(0))) TBody(TR(TD(1)))))',
    );
  });

  it('make of a picture and its frame one figure, with its title beside it', () => {
    const picture = { ...tag('Figure', tag('L', tag('LI', tag('NonStruct', text(1))))), alt: 'Rises' };
    expect(
      mended(tag('Figure', tag('NonStruct', tag('NonStruct', text(0))), tag('NonStruct', picture))),
    ).toBe('Document(P(0) Figure(1))');
  });
});

describe('what a page draws', () => {
  const isTagged = (mcid: number): boolean => mcid < 5;
  const marked = (content: string): string =>
    markContent(content, { isTagged, meaningOf: (_, after) => (after === 4 ? { mcid: 9 } : 'artifact') });

  it('is an artifact where nobody tagged it, outside of any text object', () => {
    expect(marked('q 0 0 9 9 re f BT /P <</MCID 0>> BDC (a) Tj EMC ET 1 1 2 2 re f Q')).toBe(
      'q /Artifact BMC\n0 0 9 9 re f\nEMC BT /P <</MCID 0>> BDC (a) Tj EMC ET /Artifact BMC\n1 1 2 2 re f\nEMC Q',
    );
  });

  it('belongs to the picture that its words are of', () => {
    expect(
      marked('BT /P <</MCID 0>> BDC (a) Tj EMC ET 1 1 m 2 2 l S BT /P <</MCID 4>> BDC (b) Tj EMC ET'),
    ).toContain('ET /Figure <</MCID 9>> BDC\n1 1 m 2 2 l S\nEMC BT');
  });

  it('is an artifact where its tag is gone, and where only its letters are noted', () => {
    expect(marked('BT /P <</MCID 8>> BDC (a) Tj EMC ET')).toBe(
      'BT /Artifact <</Type/Pagination>> BDC (a) Tj EMC ET',
    );
    expect(marked('BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET')).toBe(
      'BT /Artifact BMC\n/Span <</ActualText (x)>> BDC (a) Tj EMC\nEMC ET',
    );
  });

  it('is left as it is where it only clips', () => {
    const clip = 'q 0 0 9 9 re W n Q';
    expect(marked(clip)).toBe(clip);
  });
});

it('operators are told from values, whatever stands in strings, comments and inline images', () => {
  const content = '(Tj \\) (BDC)) Tj % EMC\n<</A true/B [1 2]>> BDC BI /W 1 ID \0EMC\0 EI f* null gs';
  expect(operatorsOf(content).map(({ name }) => name)).toEqual(['Tj', 'BDC', 'BI', 'f*', 'gs']);
});
