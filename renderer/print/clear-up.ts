/** How many papers are drawn between. */
const EVERY = 10;

let drawn = 0;

/**
 * Frees what the papers before have left behind, now and then. Of itself a page that draws a folder of papers does so late,
 * since what is left is small for its engine and large beside it. Only runs without a window let a page ask for it.
 */
export function clearUp(): void {
  drawn += 1;
  const { gc } = globalThis as { readonly gc?: () => void };
  if (drawn % EVERY === 0) gc?.();
}
