import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { DIALOG_WALKS } from './dialog-walks.ts';
import { keysOf } from './keys.ts';
import type { Walker } from './walk-steps.ts';
import { walkThrough } from './walk-through.ts';

describe('every dialog, by keys alone', () => {
  let folder: string;
  let app: RunningApp;
  let walker: Walker;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-dialogs-'));
    app = await launchApp();
    app.page.setDefaultTimeout(30_000);
    const keys = keysOf(app.page);
    const answerOpenDialog = (path: string) =>
      app.electron.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      }, path);
    walker = { app, keys, folder, answerOpenDialog };
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await keys.command('Light theme');
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(DIALOG_WALKS.map((walk) => ({ walk, name: `${walk.title}, ${walk.of.join(', ')}` })))(
    '$name',
    async ({ walk }) => {
      expect(await walkThrough(walk, walker)).toEqual([]);
    },
  );
});
