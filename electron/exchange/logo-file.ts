import { basename, extname } from 'node:path';
import { LARGEST_LOGO, type Logo } from '#shared/domain/people.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { readBytesFile } from './text-file.ts';

const TOO_LARGE = 'A logo may have 512 kB at most. Choose a smaller picture.';

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A picture that unpacks to more than this on a side, in pixels, is no logo. */
const LONGEST_SIDE = 4096;

/** What an SVG can bring with it beside a drawing: scripts, pages, entities, and what lies elsewhere. */
const FOREIGN =
  /<!DOCTYPE|<!ENTITY|<\s*(script|foreignObject|iframe|embed|object|audio|video)\b|\son[a-z]+\s*=|@import|(href|src)\s*=\s*["']?\s*(?!#|data:image\/png[;,]|["'\s>])|url\(\s*["']?\s*(?!["'\s#])/i;

/** Reads a logo from a file that a person chose: a PNG, or an SVG that draws and does nothing else. */
export function readLogoFile(path: string): Result<Logo> {
  const bytes = readBytesFile(path, {
    what: 'a PNG or SVG picture',
    mostBytes: LARGEST_LOGO,
    tooLarge: (size) => (size > LARGEST_LOGO ? failed('too-large', TOO_LARGE).failure : null),
  });
  if (!bytes.ok) return bytes;
  const type = extname(path).toLowerCase() === '.svg' ? 'image/svg+xml' : 'image/png';
  const logo: Logo = { type, base64: Buffer.from(bytes.value).toString('base64') };
  const checked = checkLogo(logo);
  return checked.ok ? checked : failed('invalid-input', `“${basename(path)}”: ${checked.failure.message}`);
}

/** The logo, or why it cannot be one. */
export function checkLogo(logo: Logo): Result<Logo> {
  const bytes = Buffer.from(logo.base64, 'base64');
  if (bytes.byteLength > LARGEST_LOGO) return failed('too-large', TOO_LARGE);
  const why = logo.type === 'image/png' ? pngFault(bytes) : svgFault(bytes);
  return why === null ? success(logo) : failed('invalid-input', why, 'logo');
}

function pngFault(bytes: Buffer): string | null {
  const isPng =
    bytes.subarray(0, 8).equals(PNG_HEAD) &&
    bytes.byteLength > 24 &&
    bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) return 'The logo is not a PNG picture.';
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return sides.every((side) => side >= 1 && side <= LONGEST_SIDE)
    ? null
    : `The logo must not be larger than ${LONGEST_SIDE} pixels on a side.`;
}

function svgFault(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  const body = text
    .replace(/^\uFEFF/, '')
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
  if (!/^<svg\b/i.test(body) || !/<\/svg>$|^<svg\b[^>]*\/>$/i.test(body))
    return 'The logo is not an SVG picture.';
  return FOREIGN.test(text)
    ? 'The logo holds a script, or something that lies elsewhere. Save it as a plain SVG or as PNG.'
    : null;
}
