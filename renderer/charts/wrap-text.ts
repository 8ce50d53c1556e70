/** Mean advance of Inter's letters in em: labels are wrapped by it so that the break is the same on every machine. */
const MEAN_ADVANCE = 0.54;

/** Estimated width of a text in pixels at a font size. */
export const estimateWidth = (text: string, fontSize: number): number =>
  text.length * MEAN_ADVANCE * fontSize;

/**
 * Breaks a text between words into at most `maximumLines` lines of about `width` pixels; what does not fit is cut with an
 * ellipsis. A single word longer than a line is cut too.
 */
export function wrapText({
  text,
  width,
  fontSize,
  maximumLines = 2,
}: {
  readonly text: string;
  readonly width: number;
  readonly fontSize: number;
  readonly maximumLines?: number;
}): readonly string[] {
  const room = Math.max(3, Math.floor(width / (MEAN_ADVANCE * fontSize)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= room || line === '') line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, maximumLines);
  const isCut = lines.length > maximumLines;
  return kept.map((value, index) => {
    const mustCut = value.length > room || (isCut && index === kept.length - 1);
    return mustCut ? `${value.slice(0, room - 1).trimEnd()}…` : value;
  });
}
