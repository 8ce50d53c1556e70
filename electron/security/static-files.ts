import { extname, isAbsolute, join, relative } from 'node:path';
import { parseAddress } from './app-origin.ts';

export const PAGE = 'text/html; charset=utf-8';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': PAGE,
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

interface StaticFile {
  readonly path: string;
  readonly mediaType: string;
}

/**
 * The file below `root` that an address of the application names, or null when there is none to serve: a path that leaves
 * the folder, cannot be decoded, or whose type is not one the application is made of.
 */
export function staticFileFor(root: string, address: string): StaticFile | null {
  const url = parseAddress(address);
  if (url === null) return null;
  const decoded = decodePath(url.pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = join(root, decoded);
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  return mediaType === undefined ? null : { path, mediaType };
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
