export const APP_SCHEME = 'app';
const APP_HOST = 'ballast';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The parts of an address, or null when it is none (`URL.parse` is missing in the oldest runtime). */
export const parseAddress = (address: string): URL | null =>
  URL.canParse(address) ? new URL(address) : null;

/**
 * True for an address served by the application itself. Parsed, never compared as text: `app://ballast.example/` and
 * `app://ballast@example/` are strangers. Node calls the origin of a custom scheme "null", so its parts are compared.
 */
export function isAppUrl(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** True for what a page of the application may load: its own files, and blobs and data it made itself. */
export function isOwnResource(address: string): boolean {
  if (isAppUrl(address)) return true;
  const url = parseAddress(address);
  if (url === null) return false;
  if (url.protocol === 'blob:') return isAppUrl(url.pathname);
  return url.protocol === 'data:' || address === 'about:blank' || address === 'about:srcdoc';
}
