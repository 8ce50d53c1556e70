import { expect, it } from 'vitest';
import { quotedParts } from '#renderer/print/part-numbers.ts';
import { exampleDocument, fullContent } from './example-documents.ts';

const parts = quotedParts(exampleDocument({ content: fullContent }));

it('numbers the parts in the order of the cover table', () => {
  expect(parts.title('specie-offline')).toBe('4. Specie: offline key media (vault)');
  expect(parts.number('slashing')).toBe(0);
  expect(parts.title('slashing')).toBe('slashing');
});

it.each([
  [['specie-offline'], 'part 4'],
  [['crime-online', 'crime-fidelity'], 'parts 1 and 2'],
  [['crime-fidelity', 'specie-offline', 'social-engineering'], 'parts 2 to 4'],
  [['crime-online', 'specie-offline'], 'parts 1 and 4'],
  [['crime-online', 'crime-fidelity', 'social-engineering', 'specie-offline'], 'every part'],
] as const)('refers to %j as %s', (list, words) => {
  expect(parts.reference(list)).toBe(words);
});

it('does not number a single part', () => {
  const single = exampleDocument({
    content: { ...fullContent, terms: { ...fullContent.terms, parts: fullContent.terms.parts.slice(0, 1) } },
  });
  expect(quotedParts(single).title('crime-online')).toBe(
    'Digital asset crime: online wallets (hot and warm)',
  );
  expect(quotedParts(single).reference(['crime-online'])).toBe('the quoted part');
});
