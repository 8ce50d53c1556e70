import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFlushBroker } from '#electron/app/flush-broker.ts';
import { menuTemplate } from '#electron/app/menu-template.ts';
import { createPrintJobs } from '#electron/documents/print-jobs.ts';
import { openHostState, withRecentWorkbook } from '#electron/host/host-state.ts';
import { actorOf, openSettings } from '#electron/host/settings.ts';
import { COMMAND_IDS } from '#renderer/editor/commands/command-ids.ts';
import { COMMANDS } from '#renderer/editor/commands/registry.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';

describe('the closing handshake', () => {
  it('ends when the window answers with its token', async () => {
    const broker = createFlushBroker(5000);
    const answered = broker.request((token) => setTimeout(() => broker.answer(token), 5));
    expect(await answered).toBe(true);
  });

  it('gives up on a window that does not', async () => {
    const broker = createFlushBroker(20);
    const tokens: string[] = [];
    expect(await broker.request((token) => tokens.push(token))).toBe(false);
    broker.answer(tokens[0] ?? '');
    broker.answer('nobody');
  });
});

describe('files of settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keep what was set', () => {
    openSettings(folder).write({ underwriter: 'R. Vance', theme: 'dark', paper: 'letter' });
    expect(openSettings(folder).read()).toEqual({ underwriter: 'R. Vance', theme: 'dark', paper: 'letter' });
  });

  it('start with defaults, and keep a damaged file aside', () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme": "pink"');
    expect(openSettings(folder).read().theme).toBe('system');
    expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toContain('pink');
    expect(existsSync(join(folder, 'settings.json'))).toBe(false);
  });

  it('always name somebody who acts', () => {
    expect(actorOf({ underwriter: '  R. Vance ', theme: 'system', paper: 'a4' })).toBe('R. Vance');
    expect(actorOf({ underwriter: ' ', theme: 'system', paper: 'a4' })).not.toBe('');
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
  const document = { format: 'ballast-quote-document/1' } as QuoteDocument;

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
  const facts = { platform: 'linux' as const, isDeveloper: false, recentWorkbooks: ['/w/a.ballast'] };
  type Item = Electron.MenuItemConstructorOptions;
  const flat = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...flat(Array.isArray(item.submenu) ? item.submenu : [])]);

  it('offers commands that the window has', () => {
    const ids = flat(menuTemplate(facts, actions)).flatMap((item) => item.id ?? []);
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter((id) => !(COMMAND_IDS as readonly string[]).includes(id))).toEqual([]);
  });

  it('shows the keys that the window answers', () => {
    const shown = flat(menuTemplate(facts, actions)).filter(({ accelerator }) => accelerator !== undefined);
    expect(shown.length).toBeGreaterThan(5);
    for (const { id, accelerator } of shown) {
      const keys = accelerator?.replace('CmdOrCtrl', 'mod').toLowerCase();
      expect(COMMANDS.find((command) => command.id === id)?.keys ?? [], id).toContain(keys);
    }
  });

  it('gives no two commands the same key', () => {
    const keys = flat(menuTemplate(facts, actions)).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends the command of the item that was chosen', () => {
    const item = flat(menuTemplate(facts, actions)).find(({ id }) => id === 'edit.undo');
    item?.click?.({} as never, undefined as never, {} as never);
    expect(sent).toEqual(['edit.undo']);
  });
});
