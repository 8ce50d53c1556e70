import type { Locator } from 'playwright-core';
import type { RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import type { Keys } from './keys.ts';
import { importFile } from './workbench-driver.ts';

export interface Walker {
  readonly app: RunningApp;
  readonly keys: Keys;
  /** A folder for the files of the walk. */
  readonly folder: string;
  readonly answerOpenDialog: (path: string) => Promise<void>;
}

/** How a dialog is come by, filled in and confirmed, by keys alone. */
export interface DialogWalk {
  /** The components of the window that draw it. */
  readonly of: readonly string[];
  readonly title: string | RegExp;
  /** What must be there before it, by any means. */
  readonly before?: (walker: Walker) => Promise<void>;
  readonly open: (keys: Keys) => Promise<void>;
  /** Fills it in, confirms it, and waits for what comes of it. Left out where there is nothing to confirm. */
  readonly confirm?: (keys: Keys, dialog: Locator, walker: Walker) => Promise<void>;
}

export const command =
  (title: string) =>
  (keys: Keys): Promise<void> =>
    keys.command(title);
export const button =
  (name: string | RegExp) =>
  (keys: Keys): Promise<void> =>
    keys.button(name);
export const confirmBy =
  (verb: string | RegExp) =>
  (keys: Keys, dialog: Locator): Promise<void> =>
    keys.button(verb, dialog);
export const heading = (keys: Keys, name: string | RegExp): Promise<void> =>
  keys.page.getByRole('heading', { name, level: 1 }).waitFor();
export const page =
  (title: string, name = title) =>
  async ({ keys }: Walker): Promise<void> => {
    await keys.command(title);
    await heading(keys, name);
  };
export const section =
  (name: string) =>
  async ({ keys }: Walker): Promise<void> => {
    await keys.command(name);
    await keys.page.locator('[aria-current="page"]', { hasText: name }).waitFor();
  };
export const imported =
  (file: string) =>
  ({ app }: Walker): Promise<void> =>
    importFile(app, currentSample(file));
/** Whoever is signed in, the other one is from now on. */
async function signIn(keys: Keys, initials: string): Promise<void> {
  await keys.command('You are');
  const dialog = keys.page.getByRole('dialog', { name: 'You are signed in' });
  await keys.choose('Profile', initials, dialog);
  await keys.button('Sign in', dialog);
  await dialog.waitFor({ state: 'detached' });
}
export const as =
  (name: string) =>
  ({ keys }: Walker): Promise<void> =>
    signIn(keys, name);
export const writeWords =
  (label: string, text: string, verb: string) =>
  async (keys: Keys, dialog: Locator): Promise<void> => {
    await keys.type(label, text, dialog);
    await keys.button(verb, dialog);
  };
