import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

// Breaks a paper in one place each, so that the checker is seen to find it.

export type Break = (document: PDFDocument) => void;

const name = (text: string): PDFName => PDFName.of(text);
export const all = (document: PDFDocument): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
    );
const tags = (document: PDFDocument, type: string): readonly PDFDict[] =>
  all(document).filter(
    (dict) => dict.get(name('Type')) === name('StructElem') && dict.get(name('S')) === name(type),
  );
export const first = (found: readonly PDFDict[]): PDFDict => {
  const [one] = found;
  if (one === undefined) throw new Error('There is nothing to break.');
  return one;
};
const retag =
  (from: string, to: string): Break =>
  (document) =>
    first(tags(document, from)).set(name('S'), name(to));
const roles =
  (map: Readonly<Record<string, string>>): Break =>
  (document) =>
    document.catalog.lookup(name('StructTreeRoot'), PDFDict).set(name('RoleMap'), document.context.obj(map));
export const links = (document: PDFDocument): readonly PDFDict[] =>
  all(document).filter((dict) => dict.get(name('Subtype')) === name('Link'));
const linkPages = (document: PDFDocument): readonly PDFDict[] =>
  document
    .getPages()
    .map(({ node }) => node)
    .filter((node) => (node.Annots()?.size() ?? 0) > 0);
export const fonts = (document: PDFDocument, subtype: string): readonly PDFDict[] =>
  all(document).filter(
    (dict) => dict.get(name('Type')) === name('Font') && dict.get(name('Subtype')) === name(subtype),
  );

export const xmp =
  (change: (text: string) => string): Break =>
  (document) => {
    const stream = document.catalog.lookup(name('Metadata'));
    if (!(stream instanceof PDFRawStream)) throw new Error('There are no metadata.');
    document.catalog.set(
      name('Metadata'),
      document.context.register(
        document.context.stream(Buffer.from(change(new TextDecoder().decode(stream.contents))), {
          Type: 'Metadata',
          Subtype: 'XML',
        }),
      ),
    );
  };

/** Changes what the first page draws. */
export const drawn =
  (change: (content: string) => string): Break =>
  (document) => {
    const [page] = document.getPages();
    const contents = page?.node.get(name('Contents'));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const ref of parts) {
      if (!(ref instanceof PDFRef)) continue;
      const stream = document.context.lookup(ref);
      if (!(stream instanceof PDFRawStream)) continue;
      const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      document.context.assign(ref, document.context.flateStream(Buffer.from(change(content), 'latin1')));
    }
  };

/** Says of every glyph of the first font that it is this letter. */
export const map =
  (letter: string): Break =>
  (document) => {
    const codes = Array.from({ length: 2000 }, (_, code) => code.toString(16).padStart(4, '0'));
    const lines = Array.from({ length: codes.length / 100 }, (_, block) => {
      const pairs = codes.slice(block * 100, block * 100 + 100).map((code) => `<${code}> <${letter}>`);
      return `100 beginbfchar\n${pairs.join('\n')}\nendbfchar`;
    });
    const whole = [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '1 begincodespacerange <0000> <FFFF> endcodespacerange',
      ...lines,
      'endcmap end end',
    ].join('\n');
    first(fonts(document, 'Type0')).set(
      name('ToUnicode'),
      document.context.register(document.context.flateStream(whole)),
    );
  };
export const layers =
  (usual: Readonly<Record<string, string>>): Break =>
  (document) =>
    document.catalog.set(name('OCProperties'), document.context.obj({ OCGs: [], D: usual }));
export const remark =
  (subtype: string): Break =>
  (document) =>
    first(document.getPages().map(({ node }) => node)).set(
      name('Annots'),
      document.context.obj([
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype: subtype, Rect: [0, 0, 9, 9] }),
        ),
      ]),
    );
const insert =
  (tag: string): Break =>
  (document) => {
    const ref = document.context.register(document.context.obj({ Type: 'StructElem', S: tag, K: [] }));
    const top = first(tags(document, 'Document'));
    document.context.lookup(ref, PDFDict).set(name('P'), document.context.getObjectRef(top) as PDFRef);
    top.lookup(name('K'), PDFArray).push(ref);
  };
const each =
  (...breaks: readonly Break[]): Break =>
  (document) => {
    for (const one of breaks) one(document);
  };
export const removed =
  (found: (document: PDFDocument) => readonly PDFDict[], key: string): Break =>
  (document) =>
    first(found(document)).delete(name(key));

/** By the number of the checkpoint that has to find it. */
export const BREAKS: Readonly<Record<string, Break>> = {
  '01-003': drawn((content) => content.replace(/(\/MCID \d+ ?>> ?BDC)/, '$1 /Artifact BMC EMC')),
  '01-004': drawn((content) => content.replace('/Artifact BMC', '/Artifact BMC /P <</MCID 0>> BDC EMC')),
  '01-005': drawn((content) => content.replace('/Artifact BMC', '/Span BMC')),
  '01-007': (document) =>
    document.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True),
  '02-001': retag('P', 'Sentence'),
  '02-003': roles({ One: 'Two', Two: 'One' }),
  '02-004': roles({ P: 'Span' }),
  '06-001': (document) => document.catalog.delete(name('Metadata')),
  '06-002': xmp((text) => text.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  '06-003': xmp((text) => text.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  '07-001': (document) => document.catalog.delete(name('ViewerPreferences')),
  '07-002': (document) =>
    document.catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), PDFBool.False),
  '09-004': retag('TBody', 'P'),
  '09-005': retag('LBody', 'P'),
  '10-001': map('0000'),
  '11-001': (document) => document.catalog.delete(name('Lang')),
  '11-002': each(
    (document) => document.catalog.delete(name('Lang')),
    insert('Figure'),
    (document) => first(tags(document, 'Figure')).set(name('Alt'), PDFHexString.fromText('A picture')),
  ),
  '11-003': (document) => document.catalog.delete(name('Lang')),
  '11-004': each((document) => document.catalog.delete(name('Lang')), remark('Text')),
  '11-006': each(
    (document) => document.catalog.delete(name('Lang')),
    xmp((text) => text.replaceAll(/xml:lang="[^"]*"/g, '')),
  ),
  '13-004': removed((document) => tags(document, 'Figure'), 'Alt'),
  '14-002': retag('H1', 'H2'),
  '14-003': retag('H2', 'H4'),
  '14-006': each(insert('H'), insert('H')),
  '14-007': retag('H2', 'H'),
  '15-003': removed((document) => tags(document, 'TH'), 'A'),
  '17-002': insert('Formula'),
  '19-003': insert('Note'),
  '19-004': each(insert('Note'), insert('Note'), (document) => {
    for (const note of tags(document, 'Note')) note.set(name('ID'), PDFHexString.fromText('one'));
  }),
  '20-002': layers({}),
  '20-003': layers({ Name: 'Layers', AS: 'View' }),
  '21-001': removed((document) => all(document).filter((dict) => dict.has(name('EF'))), 'UF'),
  '25-001': (document) => document.catalog.set(name('AcroForm'), document.context.obj({ XFA: [] })),
  '28-002': remark('Stamp'),
  '28-004': remark('Text'),
  '28-007': remark('TrapNet'),
  '28-008': removed(linkPages, 'Tabs'),
  '28-009': (document) => first(linkPages(document)).set(name('Tabs'), name('R')),
  '28-010': remark('Widget'),
  '28-011': retag('Link', 'Span'),
  '28-012': removed(links, 'Contents'),
  '30-001': (document) => {
    document.context.register(document.context.stream('', { Type: 'XObject', Subtype: 'Form', Ref: {} }));
  },
  '31-001': (document) => first(fonts(document, 'Type0')).set(name('Encoding'), name('UniGB-UCS2-H')),
  '31-004': removed((document) => fonts(document, 'CIDFontType2'), 'CIDToGIDMap'),
  '31-009': (document) =>
    first(fonts(document, 'CIDFontType2')).lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2')),
  '31-027': removed((document) => fonts(document, 'Type0'), 'ToUnicode'),
  '31-028': map('0000'),
  '31-029': map('FEFF'),
  '31-030': drawn((content) => content.replace(/<[0-9A-Fa-f]{4}([0-9A-Fa-f]*)> ?Tj/, '<0000$1> Tj')),
  'own-boxes': retag('P', 'NonStruct'),
  'own-alt-once': (document) => first(tags(document, 'Figure')).set(name('Alt'), PDFHexString.fromText(' ')),
  'own-bookmarks': (document) => {
    const outlines = document.catalog.lookup(name('Outlines'), PDFDict);
    outlines.lookup(name('First'), PDFDict).set(name('Title'), PDFHexString.fromText('CoverCover'));
  },
  'own-parents': (document) => {
    const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
    root.set(name('ParentTree'), document.context.obj({ Nums: [] }));
  },
  'own-title': (document) => document.setTitle('Another paper'),
  'own-headers': (document) =>
    first(tags(document, 'TD')).set(
      name('A'),
      document.context.obj({ O: 'Table', Headers: [PDFHexString.fromText('nobody')] }),
    ),
  'own-regular': (document) =>
    first(tags(document, 'TD')).set(
      name('A'),
      document.context.obj({ O: 'Table', ColSpan: PDFNumber.of(3) }),
    ),
  'own-type-3': (document) => first(fonts(document, 'Type0')).set(name('Subtype'), name('Type3')),
  'own-descendants': removed((document) => fonts(document, 'Type0'), 'DescendantFonts'),
};

/** The same paper, broken. */
export async function broken(bytes: Uint8Array, breakIt: Break): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  breakIt(document);
  return document.save({ useObjectStreams: true });
}
