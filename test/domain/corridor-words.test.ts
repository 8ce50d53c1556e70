import { expect, it } from 'vitest';
import { corridorPosition } from '#shared/domain/corridor-words.ts';

const corridor = { low: 0.02, high: 0.04 };

it.each([
  [0.019999999, 'below', 'inside'],
  [0.0183, 'below', 'below'],
  [0.040000001, 'above', 'inside'],
  [0.0198, 'below', 'below'],
  [0.06, 'above', 'above'],
  [0.02, 'inside', 'inside'],
  [0.03, 'inside', 'inside'],
] as const)('a rate of %d is %s the corridor: %s', (value, position, words) =>
  expect(corridorPosition({ ...corridor, value, position })).toBe(words),
);
