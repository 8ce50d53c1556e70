import type { PageSetting } from './page-setting.ts';

/** Points; what a printer's rounding takes off is no fault. */
const SMALLEST = 7.98;
const LEAST_FILLED = 0.25;

/** A paper as it came out of the application. */
export interface Printed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly PageSetting[];
}

/** What is wrong with how pages are set, a line each. */
export const settingFaults = ({ name, pages }: Printed): readonly string[] =>
  pages.flatMap(({ sizes, fill, outside }, index) => {
    const at = `${name}, page ${index + 1} of ${pages.length}`;
    return [
      ...sizes
        .filter(([size]) => size < SMALLEST)
        .map(([size, text]) => `${at}: “${text}” is set in ${size} points`),
      ...outside.map((text) => `${at}: “${text}” stands out of the page`),
      ...(fill < LEAST_FILLED && index < pages.length - 1 ? [`${at}: only ${fill.toFixed(2)} filled`] : []),
    ];
  });
