import { expect, it } from 'vitest';
import { corridorPosition } from '#shared/domain/corridor-words.ts';
import { formatPercent } from '#shared/domain/format-number.ts';

const corridor = { low: 0.02, high: 0.04 };
const written = (share: number) => formatPercent(share);

it.each([
  [0.0199999, 'below', 'inside'],
  [0.0183, 'below', 'below'],
  [0.0400001, 'above', 'inside'],
  [0.0198, 'below', 'below'],
  [0.06, 'above', 'above'],
  [0.02, 'inside', 'inside'],
  [0.03, 'inside', 'inside'],
] as const)('a rate of %d is %s the corridor: %s', (value, position, words) =>
  expect(corridorPosition({ ...corridor, value, position }, written)).toBe(words),
);
