import type { ReactElement } from 'react';
import type { Medium } from './chart-view.ts';
import { useElementWidth } from './use-element-width.ts';

interface ChartSurfaceProps {
  readonly medium: Medium;
  /** Width on paper, in CSS pixels of 1/96 inch; the screen takes the room it has. */
  readonly paperWidth: number;
  readonly height: number;
  readonly children: (width: number) => ReactElement;
}

/** Gives a chart its width: fixed on paper, that of its container on screen, with the height held while it is unknown. */
export function ChartSurface(props: ChartSurfaceProps): ReactElement {
  return props.medium === 'paper' ? (
    <div className="chart-surface">{props.children(props.paperWidth)}</div>
  ) : (
    <FittedSurface {...props} />
  );
}

function FittedSurface({ height, children }: ChartSurfaceProps): ReactElement {
  const [element, width] = useElementWidth();
  return (
    <div className="chart-surface" ref={element} style={{ minHeight: height }}>
      {width > 0 ? children(width) : null}
    </div>
  );
}

/** Text width of an A4 sheet inside 18 mm margins. */
export const PAPER_WIDTH = 656;
