import { describe, expect, it } from 'vitest';
import { COMMAND_IDS } from '#renderer/editor/commands/command-ids.ts';
import { COMMANDS } from '#renderer/editor/commands/registry.ts';
import { keysPressed } from '#renderer/editor/commands/shortcuts.ts';

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', true>> = {},
) => keysPressed({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

describe('the command registry', () => {
  it('has every id that menu and palette may name, once', () => {
    expect(COMMANDS.map(({ id }) => id).sort()).toEqual([...COMMAND_IDS].sort());
  });

  it('gives no keys to two commands', () => {
    const keys = COMMANDS.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
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
