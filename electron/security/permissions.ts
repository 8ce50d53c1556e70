import type { Session } from 'electron';
import { refuse } from './refusals.ts';

/** Writing to the clipboard on a click ("copy the exact figure") is the one thing a page may ask for. */
const ALLOWED = new Set(['clipboard-sanitized-write']);

/** Denies every permission, whether it is requested, checked, or asked for a device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const isAllowed = ALLOWED.has(permission);
    if (!isAllowed) refuse('permission', permission);
    answer(isAllowed);
  });
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
