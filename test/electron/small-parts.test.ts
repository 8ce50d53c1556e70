import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCloseGuard } from '#electron/app/close-guard.ts';
import { createFlushBroker } from '#electron/app/flush-broker.ts';
import { menuTemplate } from '#electron/app/menu-template.ts';
import { createPrintJobs } from '#electron/documents/print-jobs.ts';
import { openHostState, withRecentWorkbook } from '#electron/host/host-state.ts';
import { keepToOneself } from '#electron/host/make-folder.ts';
import { openSettings } from '#electron/host/settings.ts';
import type { MenuItem } from '#shared/contract/native-menu.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { Paper } from '#shared/quote/paper.ts';
import { failureOf } from '#test/store/support/results.ts';

describe('the closing handshake', () => {
  it('ends when the window answers with its token, and tells what it could not write', async () => {
    const broker = createFlushBroker(5000);
    const ask = (problem: string | null) =>
      broker.request((token) => setTimeout(() => broker.answer(token, problem), 5));
    expect((await ask(null)).ok).toBe(true);
    expect(failureOf(await ask('The disk is full.')).message).toBe(
      'What was typed last in this window is not saved yet. The disk is full.',
    );
  });

  it('gives up on a window that does not answer', async () => {
    const broker = createFlushBroker(20);
    const tokens: string[] = [];
    expect((await broker.request((token) => tokens.push(token))).ok).toBe(true);
    broker.answer(tokens[0] ?? '', 'too late');
    broker.answer('nobody', null);
  });

  it('leaves a window open that could not write, unless a person gives up what would be lost', async () => {
    const told: string[] = [];
    let gone = 0;
    let answer = false;
    let flushed: Result<undefined> = failed('workbook-gone', 'It was moved.');
    const close = createCloseGuard({
      flush: async () => flushed,
      mayLose: async (problem) => {
        told.push(problem);
        return answer;
      },
      destroy: () => {
        gone += 1;
      },
    });
    await Promise.all([close(), close()]);
    expect([told, gone]).toEqual([['It was moved.'], 0]);
    answer = true;
    await close();
    expect([told.length, gone]).toEqual([2, 1]);
    flushed = success(undefined);
    await close();
    expect([told.length, gone]).toEqual([2, 2]);
  });
});

it('the folder of the application is for its user alone, also one of before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-own-'));
  try {
    chmodSync(folder, 0o755);
    keepToOneself(folder);
    keepToOneself(join(folder, 'new'));
    for (const one of [folder, join(folder, 'new')]) expect(statSync(one).mode & 0o777).toBe(0o700);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('files of settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keep what was set', () => {
    openSettings(folder).write({
      underwriter: 'R. Vance',
      theme: 'dark',
      paper: 'letter',
      backupFolder: null,
    });
    expect(openSettings(folder).read()).toEqual({
      underwriter: 'R. Vance',
      theme: 'dark',
      paper: 'letter',
      backupFolder: null,
    });
  });

  it('start with defaults, and keep a damaged file aside', () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme": "pink"');
    expect(openSettings(folder).read().theme).toBe('system');
    expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toContain('pink');
    expect(existsSync(join(folder, 'settings.json'))).toBe(false);
  });

  it('remember ten workbooks, the newest first', () => {
    const state = openHostState(folder);
    for (let i = 0; i < 12; i += 1) state.write(withRecentWorkbook(state.read(), `/w/${i}.ballast`));
    state.write(withRecentWorkbook(state.read(), '/w/5.ballast'));
    const recent = openHostState(folder).read().recentWorkbooks;
    expect(recent).toHaveLength(10);
    expect(recent.slice(0, 3)).toEqual(['/w/5.ballast', '/w/11.ballast', '/w/10.ballast']);
  });
});

describe('print jobs', () => {
  const document = { format: 'ballast-paper/1' } as Paper;

  it('give the page its document and end when it is drawn', async () => {
    const jobs = createPrintJobs();
    const { id, ready } = jobs.open(document);
    expect(jobs.document(id)).toEqual({ ok: true, value: document });
    jobs.ready(id, []);
    expect(await ready).toEqual({ ok: true, value: null });
    jobs.close(id);
    expect(jobs.document(id)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('fail with what the page says, or when they are given up', async () => {
    const jobs = createPrintJobs();
    const drawn = jobs.open(document);
    jobs.ready(drawn.id, ['a font is missing']);
    expect(await drawn.ready).toMatchObject({
      failure: { message: expect.stringContaining('a font is missing') },
    });
    const givenUp = jobs.open(document);
    jobs.close(givenUp.id);
    expect(await givenUp.ready).toMatchObject({ ok: false });
  });
});

describe('the native menu', () => {
  const sent: string[] = [];
  const actions = { command: (id: string) => sent.push(id), openWorkbook: () => {}, about: () => {} };
  const item = (change: Partial<MenuItem>): MenuItem => ({
    commandId: 'edit.undo',
    place: 'edit.history',
    label: 'Undo change Authorisation quorum',
    accelerator: 'CmdOrCtrl+Z',
    isEnabled: true,
    ...change,
  });
  const menu = (commands: readonly MenuItem[]) =>
    menuTemplate(
      { platform: 'linux', isDeveloper: false, recentWorkbooks: ['/w/a & b.ballast'], commands },
      actions,
    );
  type Item = Electron.MenuItemConstructorOptions;
  const flat = (items: readonly Item[]): Item[] =>
    items.flatMap((one) => [one, ...flat(Array.isArray(one.submenu) ? one.submenu : [])]);

  it('has the items of the system before the window has told of its commands', () => {
    const roles = flat(menu([])).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'copy', 'paste', 'zoomIn']));
    expect(flat(menu([])).some(({ id }) => id !== undefined)).toBe(false);
    for (const { submenu } of menu([])) {
      const types = (Array.isArray(submenu) ? submenu : []).map(({ type }) => type);
      expect([types[0], types.at(-1)]).not.toContain('separator');
    }
  });

  it('shows each command as the window describes it, in its place', () => {
    const shown = menu([item({}), item({ commandId: 'edit.redo', label: 'Redo', isEnabled: false })]);
    const edit = shown.find(({ label }) => label === '&Edit')?.submenu;
    expect(Array.isArray(edit) ? edit.slice(0, 2) : []).toMatchObject([
      {
        id: 'edit.undo',
        label: 'Undo change Authorisation quorum',
        enabled: true,
        accelerator: 'CmdOrCtrl+Z',
      },
      { id: 'edit.redo', label: 'Redo', enabled: false },
    ]);
  });

  it('leaves the keys of commands to the window, which answers them', () => {
    expect(flat(menu([item({})])).find(({ id }) => id !== undefined)?.registerAccelerator).toBe(false);
  });

  it('shows an ampersand as it is', () => {
    const labels = flat(menu([item({ label: 'Undo change Keys & quorum' })])).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Undo change Keys && quorum', 'a && b.ballast']));
  });

  it('sends the command of the item that was chosen', () => {
    const chosen = flat(menu([item({})])).find(({ id }) => id === 'edit.undo');
    chosen?.click?.({} as never, undefined as never, {} as never);
    expect(sent).toEqual(['edit.undo']);
  });
});
