import { LIST_FILTER_ID } from '#renderer/editor/commands/list-filter-field.ts';
import type { PageSession } from './devtools.ts';

const ROWS = 'document.querySelectorAll(".list-table [data-row]").length';
const FIND_KEY = { key: 'f', code: 'KeyF', windowsVirtualKeyCode: 70, modifiers: 2 };
const ESCAPE = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };

export interface ListMoments {
  /** Every row is painted. */
  readonly painted: number;
  /** The list answers the keyboard: Find has taken a name, and one row remains. */
  readonly answering: number;
}

/** Uses the list of assessments as soon as it is there. */
export async function useList(page: PageSession, rows: number, name: string): Promise<ListMoments> {
  const painted = Number(await page.evaluate(once(`${ROWS} === ${rows}`)));
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...FIND_KEY });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...FIND_KEY });
  await page.evaluate(once(`document.activeElement.id === ${JSON.stringify(LIST_FILTER_ID)}`));
  await page.send('Input.insertText', { text: name });
  const answering = Number(await page.evaluate(once(`${ROWS} === 1`)));
  // The list comes back as it was left: the next start is to find all of it.
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...ESCAPE });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...ESCAPE });
  await page.evaluate(once(`${ROWS} === ${rows}`));
  return { painted, answering };
}

/** Resolves with the moment of the first frame after which the condition holds. */
const once = (condition: string): string => `new Promise((resolve) => {
  const look = () => {
    if (!(${condition})) setTimeout(look, 5);
    else requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
  };
  look();
})`;
