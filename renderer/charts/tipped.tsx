import { type CSSProperties, type PointerEvent, type ReactElement, type ReactNode, useState } from 'react';

/** What to show beside the pointer, and where an upright line goes with it. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly string[];
  readonly lineAt?: { readonly x: number; readonly top: number; readonly height: number };
}

interface TippedProps {
  /** What stands under a point of the drawing; null where there is nothing to tell. */
  readonly tipAt: (x: number, y: number) => Tip | null;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

interface Pointed {
  readonly x: number;
  readonly y: number;
}

const BESIDE = 12;

/** A drawing with exact figures beside the pointer. The drawing itself is not drawn again when the pointer moves. */
export function Tipped({ tipAt, width, height, children }: TippedProps): ReactElement {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setPointed({ x: event.clientX - left, y: event.clientY - top });
  };
  const tip = pointed === null ? null : tipAt(pointed.x, pointed.y);
  return (
    <div
      className="chart-tipped"
      onPointerEnter={follow}
      onPointerMove={follow}
      // Also when the page is scrolled under a pointer at rest.
      onPointerOver={follow}
      onPointerLeave={() => setPointed(null)}
    >
      {children}
      {tip?.lineAt !== undefined && (
        <span
          className="chart-tip-line"
          style={{ left: tip.lineAt.x, top: tip.lineAt.top, height: tip.lineAt.height }}
        />
      )}
      {pointed !== null && tip !== null && (
        <div className="chart-tip" style={placeOf(pointed, width, height)}>
          <strong>{tip.title}</strong>
          {tip.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a tip may read the same
            <span key={index}>{line}</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** In the quarter beside the pointer that has most room, so that nothing of it is outside the drawing. */
const placeOf = ({ x, y }: Pointed, width: number, height: number): CSSProperties => ({
  ...(x < width / 2 ? { left: x + BESIDE } : { right: width - x + BESIDE }),
  ...(y < height / 2 ? { top: y + BESIDE } : { bottom: height - y + BESIDE }),
});
