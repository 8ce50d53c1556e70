import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDialog, openDialog } from '../../renderer/editor/state/dialogs.ts';
import { dismiss, sayDone, sayProblem, useMessages } from '../../renderer/editor/state/messages.ts';

const shown = (): readonly string[] => useMessages.getState().messages.map(({ text }) => text);

describe('what was done, at the foot of the window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    closeDialog();
    for (const { id } of useMessages.getState().messages) dismiss(id);
    vi.useRealTimers();
  });

  it('leaves by itself', () => {
    sayDone('Saved the paper.');
    vi.advanceTimersByTime(7_900);
    expect(shown()).toEqual(['Saved the paper.']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it('makes room for a dialog once it has been read, but never what can still be pressed or went wrong', () => {
    sayDone('Waived.');
    sayDone('Removed the part.', { label: 'Undo', run: () => undefined });
    sayProblem('The disk is full.');
    vi.advanceTimersByTime(2_000);
    openDialog('approve');
    expect(shown()).toEqual(['Removed the part.', 'The disk is full.']);
  });

  it('stays where it was said only now, or while the dialog was open', () => {
    sayDone('You are Ada Vance.');
    openDialog('approve');
    vi.advanceTimersByTime(2_000);
    expect(shown()).toEqual(['You are Ada Vance.']);
  });
});
