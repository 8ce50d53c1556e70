import type { Medium } from './chart-view.ts';

/** The room of the marks inside a drawing, in pixels from its top left corner. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From a value to its place in pixels. */
export type Scale = (value: number) => number;

export const FONT_SIZE: Readonly<Record<Medium, number>> = { screen: 12, paper: 11 };

/** Values on an axis are a little smaller than other text on paper. */
export const tickFontSize = (medium: Medium): number => FONT_SIZE[medium] - (medium === 'paper' ? 1 : 0);
