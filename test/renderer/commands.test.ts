import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#renderer/app/commands/commands.ts';
import { menuItems } from '#renderer/app/commands/native-menu.ts';
import { keysPressed } from '#renderer/app/commands/shortcuts.ts';
import { PAGES } from '#renderer/app/pages.ts';
import { SECTIONS } from '#renderer/app/workbench/sections.ts';
import { type CommandFacts, canRun, commandFacts, factsAbout } from '#renderer/editor/commands/command.ts';
import { menuItemSchema } from '#shared/contract/native-menu.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', true>> = {},
) => keysPressed({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

describe('the commands', () => {
  const ids = COMMANDS.map(({ id }) => id);

  it('have an id each', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give no keys to two', () => {
    const keys = COMMANDS.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('go to every page and every section', () => {
    expect(PAGES.map(({ command }) => command.id).filter((id) => !ids.includes(id))).toEqual([]);
    const ofSections = SECTIONS.map(({ id }) => `go.${id}`);
    expect(ofSections.filter((id) => !ids.includes(id))).toEqual([]);
    // There are ten digits to hold with Alt, 0 the tenth; later sections are gone to from palette and navigation alone.
    const withKeys = ofSections.slice(0, 10).map((id, index) => [id, [`alt+${(index + 1) % 10}`]]);
    const found = COMMANDS.filter(({ keys }) => /^alt\+\d/.test(keys?.[0] ?? ''));
    expect(found.map(({ id, keys }) => [id, keys])).toEqual(withKeys);
  });

  it('can be run on a row of the list as on what is open', () => {
    const row = { id: 'a', state: 'finalised', isLatestRevision: true } as AssessmentSummary;
    const revise = COMMANDS.find(({ id }) => id === 'assessment.revise');
    const can = (facts: CommandFacts) => revise !== undefined && canRun(revise, facts);
    expect(can(commandFacts())).toBe(false);
    expect(can(factsAbout(row))).toBe(true);
    expect(can(factsAbout({ ...row, isLatestRevision: false }))).toBe(false);
    expect(can(factsAbout({ ...row, state: 'draft' }))).toBe(false);
  });
});

describe('the commands of the native menu', () => {
  const nothingOpen = commandFacts();

  it('are such that the main process takes them', () => {
    const items = menuItems(nothingOpen);
    expect(items.length).toBeGreaterThan(15);
    for (const item of items)
      expect(menuItemSchema.safeParse(item), item.commandId).toMatchObject({ success: true });
  });

  it('show title, keys and state of the command', () => {
    const itemOf = (id: string, facts = nothingOpen) =>
      menuItems(facts).find(({ commandId }) => commandId === id);
    expect(itemOf('assessment.issue-quote')).toMatchObject({
      label: 'Issue quote…',
      accelerator: 'CmdOrCtrl+Shift+I',
      isEnabled: false,
    });
    const open = { id: 'a', isLatestRevision: true } as AssessmentSummary;
    expect(itemOf('assessment.issue-quote', { ...nothingOpen, open })?.isEnabled).toBe(true);
    expect(itemOf('assessment.issue-quote', { ...nothingOpen, open, isReadOnly: true })?.isEnabled).toBe(
      false,
    );
    // A key that one also types is none of a menu.
    expect(itemOf('help.shortcuts')?.accelerator).toBe('CmdOrCtrl+/');
    expect(itemOf('edit.undo')).toMatchObject({ label: 'Undo', isEnabled: false });
  });
});

describe('keys', () => {
  it.each([
    [press('k', 'KeyK', { ctrlKey: true }), 'mod+k'],
    [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'mod+shift+z'],
    [press('?', 'Slash', { shiftKey: true }), '?'],
    [press('¡', 'Digit1', { altKey: true }), 'alt+1'],
    [press(',', 'Comma', { metaKey: true }), 'mod+,'],
    [press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'alt+arrowleft'],
  ])('%s', (pressed, written) => expect(pressed).toBe(written));
});
