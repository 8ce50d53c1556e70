import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** 0 is the usual setting; each step sets the text a little smaller and closer. */
export type Density = 0 | 1 | 2 | 3;

const TIGHTER: Readonly<Record<Density, Density>> = { 0: 1, 1: 2, 2: 3, 3: 3 };

/**
 * Sets a page tighter until it fits its sheet, or cannot be set tighter: it then runs on to a second sheet. Measured again
 * when the fonts have come, since their widths decide.
 */
export function useDensity(
  roomPx: number,
  tightest: Density = 2,
): readonly [RefObject<HTMLDivElement | null>, Density] {
  const content = useRef<HTMLDivElement | null>(null);
  const [density, setDensity] = useState<Density>(0);
  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return;
    const measure = () => {
      const isTooTall = element.offsetHeight > roomPx;
      // What comes after it then follows at once, rather than leave a second sheet nearly empty.
      element.toggleAttribute('data-runs-on', isTooTall);
      if (isTooTall && density < tightest) setDensity(TIGHTER[density]);
    };
    measure();
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) measure();
    });
    return () => {
      isGone = true;
    };
  }, [density, roomPx, tightest]);
  return [content, density];
}
