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
