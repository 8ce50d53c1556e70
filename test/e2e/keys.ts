import type { ElementHandle, Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST_STOPS = 250;

/** A person without a mouse: everything is reached by Tab and done by keys. */
export interface Keys {
  readonly page: Page;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Presses a shortcut of the window, wherever one is. */
  readonly shortcut: (keys: string) => Promise<void>;
  /** Goes to a control by Tab alone; fails where Tab never leads to it. */
  readonly to: (target: Locator) => Promise<void>;
  /** Goes to a button and presses it. */
  readonly button: (name: string | RegExp, scope?: Locator) => Promise<void>;
  /** Goes to a field and types over what it holds. */
  readonly type: (name: string | RegExp, text: string, scope?: Locator) => Promise<void>;
  /** Goes to a drop-down and chooses by the first letters. */
  readonly choose: (label: string, letters: string, scope?: Locator) => Promise<void>;
  /** Goes to a box and ticks it, or takes the tick off. */
  readonly tick: (name: string | RegExp, scope?: Locator) => Promise<void>;
  /** Where one was, outside any dialog, when something was last asked for by these keys. */
  readonly lastPlace: () => Promise<ElementHandle>;
  /** Runs a command by its name in the palette. */
  readonly command: (title: string) => Promise<void>;
}

export function keysOf(page: Page): Keys {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  let place: ElementHandle | null = null;
  const notePlace = async (): Promise<void> => {
    // What a dialog hands back it hands back a moment after it is gone: faster than a person, slower than these keys.
    for (let tries = 0; tries < 40 && (await focusWords(page)) === 'nothing'; tries += 1)
      await page.waitForTimeout(50);
    const at = await focused(page);
    if (await at.evaluate((element) => (element as Element).closest('[role$="dialog"]') === null)) place = at;
  };
  const body = () => page.locator('body');
  const isFocused = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  const to = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await isFocused(target)) return notePlace();
      await press('Tab');
    }
    throw new Error(`Tab never leads to ${String(target)}`);
  };
  const exactly = (name: string | RegExp) => ({ name, exact: typeof name === 'string' });
  return {
    page,
    press,
    shortcut: async (keys) => {
      await notePlace();
      await press(keys);
    },
    to,
    button: async (name, scope = body()) => {
      await to(scope.getByRole('button', exactly(name)).first());
      await press('Enter');
    },
    type: async (name, text, scope = body()) => {
      const field = scope.getByRole('textbox', exactly(name)).or(scope.getByRole('combobox', exactly(name)));
      await to(field.first());
      await press('Control+A');
      await page.keyboard.type(text);
    },
    choose: async (label, letters, scope = body()) => {
      await to(scope.getByRole('button', { name: new RegExp(`${label}$`) }).first());
      await press('Enter');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.type(letters);
      await press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
    },
    tick: async (name, scope = body()) => {
      await to(scope.getByRole('checkbox', { name }).first());
      await press('Space');
    },
    lastPlace: async () => place ?? focused(page),
    command: async (title) => {
      await notePlace();
      await press('Control+k');
      await page.getByRole('searchbox', { name: 'Search commands and assessments' }).waitFor();
      await page.keyboard.type(title);
      await page
        .getByRole('menuitem', { name: new RegExp(`^${title}`) })
        .first()
        .waitFor();
      await press('Enter');
    },
  };
}

/** The element that keys go to; on nothing in particular it is the page itself, and the person is lost. */
const focused = (page: Page): Promise<ElementHandle> =>
  page.evaluateHandle(() => document.activeElement ?? document.body) as Promise<ElementHandle>;

/** An element in words that a failing test can show. */
export const wordsOf = (handle: ElementHandle): Promise<string> =>
  handle.evaluate((node) => {
    const at = node as Element;
    return at === document.body
      ? 'nothing'
      : `${at.tagName.toLowerCase()} “${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 60)}”`;
  });

/** What keys go to now, in words. */
export const focusWords = async (page: Page): Promise<string> => wordsOf(await focused(page));
