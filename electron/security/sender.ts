import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** What a window is for, and with it which calls it may make. */
type WindowRole = 'workbench' | 'print';

const roles = new WeakMap<WebContents, WindowRole>();

export function giveRole(contents: WebContents, role: WindowRole): void {
  roles.set(contents, role);
}

/**
 * The role of the window that made a call, or null when the call is not to be answered: it must come from the main frame
 * of a window of ours that shows a page of ours.
 */
export function roleOfSender(event: IpcMainInvokeEvent): WindowRole | null {
  const frame = event.senderFrame;
  if (frame === null || frame.detached || frame.parent !== null) return null;
  if (frame !== event.sender.mainFrame || !isAppUrl(frame.url)) return null;
  return roles.get(event.sender) ?? null;
}
