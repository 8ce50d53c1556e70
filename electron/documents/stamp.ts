import fontkit from '@cantoo/fontkit';
import {
  AFRelationship,
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
  /** Left of the foot: reference and version. */
  readonly reference: string;
  /** Middle of the foot: the short hash of the inputs, and where the trail stands. */
  readonly inputs: string;
  readonly data?: EmbeddedData | undefined;
}

const FOOTER_PROPERTIES = '<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>';
const MARGIN = 51;
const BASELINE = 25;
const SIZE = 7.5;
const INK = rgb(0.36, 0.41, 0.45);
const HAIRLINE = rgb(0.86, 0.85, 0.81);

/**
 * Adds the running foot (reference, inputs, head of the trail, page of pages) and the metadata to a printed document. The foot is marked as
 * an artifact, so that a screen reader does not read it on every page.
 */
export async function stampPdf(pdf: Uint8Array, font: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.registerFontkit(fontkit);
  const inter = await document.embedFont(font, { subset: true, customName: 'BALLST+Inter-Regular' });
  const pages = document.getPages();
  pages.forEach((page, index) => {
    drawFoot(page, inter, { ...stamp, pageOfPages: `Page ${index + 1} of ${pages.length}` });
  });
  const preparedAt = new Date(stamp.preparedAt);
  document.setTitle(stamp.title, { showInWindowTitleBar: true });
  document.setSubject(stamp.subject);
  document.setAuthor(stamp.author);
  document.setCreator(stamp.producer);
  document.setProducer(stamp.producer);
  document.setCreationDate(preparedAt);
  document.setModificationDate(preparedAt);
  document.setLanguage('en-GB');
  await embed(document, stamp, preparedAt);
  describe(document, stamp);
  // A tagged document has thousands of small objects; packed into streams they take half the space.
  return document.save({ useObjectStreams: true });
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

function drawFoot(page: PDFPage, font: PDFFont, foot: FootWords): void {
  const { width } = page.getSize();
  const draw = (text: string, x: number): void =>
    page.drawText(text, { x, y: BASELINE, size: SIZE, font, color: INK });
  const widthOf = (text: string): number => font.widthOfTextAtSize(text, SIZE);
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ['/Artifact', FOOTER_PROPERTIES]),
  );
  page.drawLine({
    start: { x: MARGIN, y: BASELINE + 12 },
    end: { x: width - MARGIN, y: BASELINE + 12 },
    thickness: 0.5,
    color: HAIRLINE,
  });
  draw(foot.reference, MARGIN);
  draw(foot.inputs, (width - widthOf(foot.inputs)) / 2);
  draw(foot.pageOfPages, width - MARGIN - widthOf(foot.pageOfPages));
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
}
