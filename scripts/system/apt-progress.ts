/**
 * The share done in apt's status lines: `dlstatus:1:12.5:...` while fetching, `pmstatus:name:40.0:...`
 * while unpacking; the first counts as the first half. Undefined when the text holds neither.
 */
export function aptFraction(text: string): number | undefined {
  const last = [...text.matchAll(/^(dl|pm)status:[^:]*(?::[a-z0-9]+)?:(\d+(?:\.\d+)?):/gm)].at(-1);
  if (last === undefined) return undefined;
  const half = Number(last[2]) / 200;
  return last[1] === 'dl' ? half : 0.5 + half;
}
