import { runCommand } from '../../editor/commands/command.ts';
import { COMMANDS } from './commands.ts';

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press as commands write them: `mod+shift+z`. Digits go by their place, so that Alt and other layouts do not matter. */
export function keysPressed(event: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit !== undefined && (event.altKey || event.ctrlKey) ? digit : event.key.toLowerCase();
  const isTyped = key.length === 1 && !/[a-z0-9]/.test(key);
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    // A sign such as `?` already is what Shift made of the key.
    event.shiftKey && !isTyped ? 'shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type)) ||
    target instanceof HTMLTextAreaElement);

/** Fields outside the editor (a filter, a form in a dialog) keep the undo of their own text. */
const keepsOwnUndo = (target: EventTarget | null): boolean =>
  isTyping(target) && target instanceof Element && target.closest('[data-draft]') === null;

/** The one place where keys become commands. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = keysPressed(event);
  if (!pressed.includes('+') && isTyping(event.target)) return;
  const command = COMMANDS.find(({ keys }) => keys?.includes(pressed));
  if (!command) return;
  if ((command.id === 'edit.undo' || command.id === 'edit.redo') && keepsOwnUndo(event.target)) return;
  const isUnderDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  if (isUnderDialog) return;
  event.preventDefault();
  event.stopPropagation();
  runCommand(command);
}
