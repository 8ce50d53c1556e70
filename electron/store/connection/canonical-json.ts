/**
 * One text for one value, whatever the order of its keys: object keys sorted by UTF-16 code unit, no white space, numbers
 * and strings as JSON.stringify writes them; members that are undefined are left out. (RFC 8785, JSON Canonicalization
 * Scheme.) Throws on a number that is not finite, which JSON would silently turn into null.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('A number that is not finite has no canonical form');
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  }
  return canonicalObject(value as Readonly<Record<string, unknown>>);
}

function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  let members = '';
  // Array.sort without a comparison is by UTF-16 code unit.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}
