import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How one page is set. */
export interface PageSetting {
  /** Sizes of its letters in points, each once, rising, with an example. */
  readonly sizes: readonly (readonly [size: number, example: string])[];
  /** How far down its text reaches, of the room between the margins. */
  readonly fill: number;
  /** Texts that stand out of the margins at the sides, or of the sheet at top or foot. */
  readonly outside: readonly string[];
}

const MILLIMETRE = 72 / 25.4;
const SIDE = 18 * MILLIMETRE;
const TOP = 18 * MILLIMETRE;
const FOOT = 20 * MILLIMETRE;
/** What rounding may add to the width of a line. */
const TOLERANCE = 1.5;

/** Reads how every page of a PDF is set from where its letters stand. */
export async function pageSettings(bytes: Uint8Array): Promise<readonly PageSetting[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
        return [
          {
            text: item.str,
            isLevel: a > 0 && Math.abs(b) < 0.01,
            size: Math.hypot(c, d),
            x,
            y,
            end: x + item.width,
          },
        ];
      });
      const sizes = new Map<number, string>();
      for (const { size, text } of texts) {
        const rounded = Math.round(size * 100) / 100;
        if (!sizes.has(rounded)) sizes.set(rounded, text);
      }
      const body = texts.filter(({ y }) => y > FOOT && y < height - TOP);
      const lowest = Math.min(height - TOP, ...body.map(({ y }) => y));
      return {
        sizes: [...sizes].toSorted(([one], [other]) => one - other),
        fill: (height - TOP - lowest) / (height - TOP - FOOT),
        outside: texts
          .filter(
            ({ x, end, y, isLevel }) =>
              isLevel && (x < SIDE - TOLERANCE || end > width - SIDE + TOLERANCE || y < 0 || y > height),
          )
          .map(({ text }) => text),
      };
    }),
  );
}
