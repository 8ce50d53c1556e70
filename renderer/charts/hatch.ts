/** A rectangle in chart pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type HatchDirection = 'rising' | 'falling';

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Path data of parallel 45 degree lines that fill a box, cut at its edges by arithmetic. SVG patterns would do the same
 * on screen, but the PDF writer turns them into bitmaps; paths stay vectors. `spacing` is measured along the x axis.
 */
export function hatchPath(box: Box, spacing: number, direction: HatchDirection): string {
  if (!(spacing > 0) || !(box.width > 0) || !(box.height > 0)) return '';
  const right = box.x + box.width;
  const segments: string[] = [];
  // The lines are anchored to the page, not to the box, so that neighbouring boxes carry one continuous hatch.
  const first = Math.ceil(box.x / spacing) * spacing;
  for (let foot = first - Math.ceil(box.height / spacing) * spacing; foot < right; foot += spacing) {
    const fromX = Math.max(foot, box.x);
    const toX = Math.min(foot + box.height, right);
    if (toX - fromX < 0.01) continue;
    const [fromRun, toRun] = [fromX - foot, toX - foot];
    const [fromY, toY] =
      direction === 'rising'
        ? [box.y + box.height - fromRun, box.y + box.height - toRun]
        : [box.y + fromRun, box.y + toRun];
    segments.push(`M${round(fromX)} ${round(fromY)}L${round(toX)} ${round(toY)}`);
  }
  return segments.join('');
}
