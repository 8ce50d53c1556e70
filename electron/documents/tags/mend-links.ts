import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** The flag of an annotation that is printed too. */
const PRINTED = 4;

/**
 * Says of each link where it leads, for those who do not see it, and lets the keyboard follow the order of the tags on
 * pages that have links. An empty list of annotations is taken out.
 */
export function mendLinks(document: PDFDocument, places: Readonly<Record<string, string>>): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    if (annotations === undefined) continue;
    if (annotations.size() === 0) {
      page.node.delete(PDFName.of('Annots'));
      continue;
    }
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    for (let index = 0; index < annotations.size(); index += 1) {
      const annotation = annotations.lookupMaybe(index, PDFDict);
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      annotation.set(PDFName.of('F'), document.context.obj(PRINTED));
      const words = places[placeOf(annotation)];
      if (words !== undefined) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
  }
}

/** The name of the place that a link leads to. */
const placeOf = (annotation: PDFDict): string => {
  const place = annotation.lookup(PDFName.of('Dest'));
  return place instanceof PDFName ? place.decodeText() : '';
};
