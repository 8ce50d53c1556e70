import { type CSSProperties, type PointerEvent, type ReactElement, type ReactNode, useState } from 'react';
import { DefaultTooltipContent } from 'recharts';

/** What to show beside the pointer, and where an upright line goes with it. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly string[];
  readonly lineAt?: { readonly x: number; readonly top: number; readonly height: number };
}

interface WithTipProps {
  /** The tip for a point of the drawing; null where there is none. */
  readonly tipAt: (x: number, y: number) => Tip | null;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawing with exact figures beside the pointer. The drawing is not drawn again when the pointer moves. */
export function WithTip({ tipAt, width, height, children }: WithTipProps): ReactElement {
  const [pointer, setPointer] = useState<Point | null>(null);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setPointer({ x: event.clientX - left, y: event.clientY - top });
  };
  const tip = pointer === null ? null : tipAt(pointer.x, pointer.y);
  return (
    <div
      className="chart-with-tip"
      onPointerEnter={follow}
      onPointerMove={follow}
      // Also when the page is scrolled under a pointer at rest.
      onPointerOver={follow}
      onPointerLeave={() => setPointer(null)}
    >
      {children}
      {tip?.lineAt !== undefined && (
        <span
          className="chart-tip-line"
          style={{ left: tip.lineAt.x, top: tip.lineAt.top, height: tip.lineAt.height }}
        />
      )}
      {pointer !== null && tip !== null && (
        <div className="chart-tip" style={besidePointer(pointer, width, height)}>
          <DefaultTooltipContent
            label={tip.title}
            payload={tip.lines.map((line, index) => ({ value: line, graphicalItemId: String(index) }))}
            contentStyle={PLAIN}
            itemStyle={PLAIN}
          />
        </div>
      )}
    </div>
  );
}

/** The look is the style sheet's; the library would set its own on each element. */
const PLAIN: CSSProperties = {
  padding: 0,
  paddingTop: 0,
  paddingBottom: 0,
  color: 'inherit',
  background: 'none',
  backgroundColor: 'transparent',
  border: 'none',
  whiteSpace: 'normal',
};

const DISTANCE = 12;

/** On the side of the pointer that has most room, so that no part of the tip is outside the drawing. */
const besidePointer = ({ x, y }: Point, width: number, height: number): CSSProperties => ({
  ...(x < width / 2 ? { left: x + DISTANCE } : { right: width - x + DISTANCE }),
  ...(y < height / 2 ? { top: y + DISTANCE } : { bottom: height - y + DISTANCE }),
});
