import { log } from '../host/log.ts';
import { parseAddress } from './app-origin.ts';

type RefusalKind =
  | 'request'
  | 'navigation'
  | 'redirect'
  | 'frame-navigation'
  | 'new-window'
  | 'webview'
  | 'permission'
  | 'call';

/** Records that something was refused. Addresses are cut to scheme, host and path: what they carry stays out of the log. */
export function refuse(kind: RefusalKind, address: string): void {
  log.warn(`[refused] ${kind} ${shortAddress(address)}`);
}

function shortAddress(address: string): string {
  const url = parseAddress(address);
  if (url === null) return JSON.stringify(address.slice(0, 120));
  return `${url.protocol}//${url.host}${url.pathname}`.slice(0, 200);
}
