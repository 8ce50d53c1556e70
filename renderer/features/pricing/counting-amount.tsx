import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type MinorUnits, minorOf } from '#shared/domain/money.ts';

const DURATION_MS = 140;

interface CountingAmountProps {
  readonly minor: MinorUnits;
  readonly format: (minor: MinorUnits) => string;
}

const wantsStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A changing premium counts to its new figure, in less time than a blink; it never bounces. */
export function CountingAmount({ minor, format }: CountingAmountProps): ReactElement {
  const [shown, setShown] = useState(minor);
  const from = useRef(minor);
  useEffect(() => {
    const start = from.current;
    from.current = minor;
    if (start === minor || wantsStillness()) {
      setShown(minor);
      return;
    }
    const begun = performance.now();
    let frame = 0;
    const step = (now: number) => {
      const share = Math.min(1, (now - begun) / DURATION_MS);
      // Whole hundreds on the way: cents flickering by tell nothing.
      setShown(
        share === 1 ? minor : minorOf(Math.round((start + (minor - start) * share) / 10_000) * 10_000),
      );
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    // A hidden window draws no frames; the figure in it is right all the same.
    const arrival = setTimeout(() => setShown(minor), 2 * DURATION_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(arrival);
    };
  }, [minor]);
  return (
    <data value={minor / 100} data-exact={format(minor)}>
      {format(shown)}
    </data>
  );
}
