import fontkit, { type Font, type FontCollection } from '@cantoo/fontkit';
import {
  AFRelationship,
  ParseSpeeds,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rgb,
} from '@cantoo/pdf-lib';
import { fastSha256 } from '../host/hash.ts';
import { mendBookmarks } from './mend-bookmarks.ts';
import { mendLetters } from './mend-letters.ts';
import { pageSections } from './page-sections.ts';
import type { PageWords } from './page-words.ts';
import { sayColours } from './say-colours.ts';
import { mendLinks } from './tags/mend-links.ts';
import { tagDocument } from './tags/tag-document.ts';
import { xmpPacket } from './xmp.ts';

/** What a paper carries to prove itself: a file inside the file. */
export interface EmbeddedData {
  readonly name: string;
  readonly description: string;
  readonly json: string;
}

export interface Stamp {
  /** Shown in the reader's title bar. */
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly producer: string;
  /** ISO date-time. */
  readonly preparedAt: string;
  /** Right of the head, before the section of the page; left out where a document has no running head. */
  readonly head?: string;
  /** Left of the foot: reference and version. */
  readonly reference: string;
  /** Middle of the foot: the short hash of the inputs, and where the trail stands. */
  readonly inputs: string;
  readonly data?: EmbeddedData | undefined;
  /** What the pages say that the printer did not write. */
  readonly words?: PageWords | undefined;
}

const HEADER_PROPERTIES = '<</Type/Pagination/Subtype/Header/Attached[/Top]>>';
const FOOTER_PROPERTIES = '<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>';
const MARGIN = 51;
const BASELINE = 25;
/** Of the head, from the upper edge: where the page sets the name of the insured, see print.css. */
const HEAD_BASELINE = 36.3;
const SIZE = 8;
const INK = rgb(0.36, 0.41, 0.45);
const HAIRLINE = rgb(0.86, 0.85, 0.81);

/**
 * Mends the letters, the tags, the bookmarks and the links of a printed document, and adds the running head (what the paper
 * is, and the section of each page), the running foot (reference, inputs, head of the trail, page of pages) and the metadata.
 */
export async function stampPdf(pdf: Uint8Array, font: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast });
  document.registerFontkit({ create: readOnce });
  mendLetters(document);
  tagDocument(document, stamp.words?.tables ?? []);
  mendBookmarks(document, stamp.words?.headings ?? []);
  const inter = setOnce(await document.embedFont(font, { subset: true, customName: 'BALLST+Inter-Regular' }));
  const pages = document.getPages();
  const sections = pageSections(document, stamp.words?.sections ?? []);
  pages.forEach((page, index) => {
    if (stamp.head !== undefined) drawHead(page, inter, headWords(stamp.head, sections[index] ?? ''));
    drawFoot(page, inter, { ...stamp, pageOfPages: `Page ${index + 1} of ${pages.length}` });
  });
  // After the foot: whoever draws on a page is given an empty list of annotations by the library.
  mendLinks(document, stamp.words?.links ?? {});
  const preparedAt = new Date(stamp.preparedAt);
  document.setTitle(stamp.title, { showInWindowTitleBar: true });
  document.setSubject(stamp.subject);
  if (stamp.author !== '') document.setAuthor(stamp.author);
  document.setCreator(stamp.producer);
  document.setProducer(stamp.producer);
  document.setCreationDate(preparedAt);
  document.setModificationDate(preparedAt);
  document.setLanguage('en-GB');
  await embed(document, stamp, preparedAt);
  describe(document, stamp);
  sayColours(document);
  // A tagged document has thousands of small objects; packed into streams they take half the space.
  return document.save({ useObjectStreams: true, objectsPerTick: ParseSpeeds.Fast });
}

type Face = Font | FontCollection;

let lastRead: { readonly data: Uint8Array; readonly face: Face } | null = null;

/** Every paper has its foot in the same face, and a face that was read has its tables at hand. */
function readOnce(data: Uint8Array): Face {
  if (lastRead !== null && Buffer.compare(lastRead.data, data) === 0) return lastRead.face;
  const face = fontkit.create(data);
  lastRead = { data, face };
  return face;
}

/** The same words stand at the foot of every page, and to set them takes long: each is set once. */
function setOnce(font: PDFFont): PDFFont {
  const setTexts = new Map<string, ReturnType<PDFFont['encodeText']>>();
  const set = font.encodeText.bind(font);
  font.encodeText = (text) => {
    const known = setTexts.get(text) ?? set(text);
    setTexts.set(text, known);
    return known;
  };
  const widths = new Map<string, number>();
  const measure = font.widthOfTextAtSize.bind(font);
  font.widthOfTextAtSize = (text, size) => {
    const key = `${size} ${text}`;
    const known = widths.get(key) ?? measure(text, size);
    widths.set(key, known);
    return known;
  };
  return font;
}

async function embed(document: PDFDocument, { data }: Stamp, at: Date): Promise<void> {
  if (data === undefined) return;
  await document.attach(new TextEncoder().encode(data.json), data.name, {
    mimeType: 'application/json',
    description: data.description,
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Data,
  });
}

/** The metadata packet, plain as PDF/UA asks, and an identifier that follows from what the paper is. */
function describe(document: PDFDocument, stamp: Stamp): void {
  const { context, catalog } = document;
  const packet = context.stream(new TextEncoder().encode(xmpPacket(stamp)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  const id = PDFHexString.of(
    fastSha256([stamp.title, stamp.preparedAt, stamp.inputs, stamp.data?.json ?? ''].join('\n')).slice(0, 32),
  );
  context.trailerInfo.ID = context.obj([id, id]);
}

/** From left to right. */
interface FootWords extends Pick<Stamp, 'reference' | 'inputs'> {
  readonly pageOfPages: string;
}

const headWords = (title: string, section: string): string =>
  section === '' || section === title ? title : `${title}: ${section}`;

function drawHead(page: PDFPage, font: PDFFont, words: string): void {
  const { width, height } = page.getSize();
  drawAside(page, HEADER_PROPERTIES, () => {
    const x = width - MARGIN - font.widthOfTextAtSize(words, SIZE);
    page.drawText(words, { x, y: height - HEAD_BASELINE, size: SIZE, font, color: INK });
  });
}

/** Marks what is drawn as an artifact, so that a screen reader does not read it on every page. */
function drawAside(page: PDFPage, properties: string, draw: () => void): void {
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ['/Artifact', properties]));
  draw();
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
}

function drawFoot(page: PDFPage, font: PDFFont, foot: FootWords): void {
  const { width } = page.getSize();
  const draw = (text: string, x: number): void =>
    page.drawText(text, { x, y: BASELINE, size: SIZE, font, color: INK });
  const widthOf = (text: string): number => font.widthOfTextAtSize(text, SIZE);
  drawAside(page, FOOTER_PROPERTIES, () => {
    page.drawLine({
      start: { x: MARGIN, y: BASELINE + 12 },
      end: { x: width - MARGIN, y: BASELINE + 12 },
      thickness: 0.5,
      color: HAIRLINE,
    });
    draw(foot.reference, MARGIN);
    draw(foot.inputs, (width - widthOf(foot.inputs)) / 2);
    draw(foot.pageOfPages, width - MARGIN - widthOf(foot.pageOfPages));
  });
}
