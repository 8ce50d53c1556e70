import { expect, it } from 'vitest';
import { withPartLabels } from '#renderer/features/intake/sections/part-labels.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const { coverageParts } = bundledModel;

it('no usual limit or retention of the model names another part by its id', () => {
  const texts = coverageParts.flatMap(({ suggest }) => [suggest.limit, suggest.retention]);
  expect(texts).toContain('As crime-online');
  const words = texts.map((text) => withPartLabels(text, coverageParts)).join('\n');
  expect(coverageParts.filter(({ id }) => id.includes('-') && words.includes(id))).toEqual([]);
});

it('other words with a hyphen stay as they are', () => {
  expect(withPartLabels('Greater of 250k or third-party loss', coverageParts)).toBe(
    'Greater of 250k or third-party loss',
  );
});
