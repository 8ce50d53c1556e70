import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { DIALOG_WALKS } from '#test/e2e/dialog-walks.ts';

const RENDERER = resolve(import.meta.dirname, '../../renderer');
/** What a dialog is built from, each from the one before it. */
const BUILT_FROM = ['ModalOverlay', 'WindowDialog', 'FormDialog', 'DealDialog', 'EffectDialog'];

/** The components that draw a dialog: those in whose text one of the building stones stands. */
function drawingDialogs(): readonly string[] {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join(RENDERER, name), 'utf8');
    const starts = [...text.matchAll(/^(?:export )?(?:function|const) ([A-Z]\w*)/gm)];
    return [...text.matchAll(new RegExp(`<(${BUILT_FROM.join('|')})\\b`, 'g'))].map(
      ({ index }) => starts.filter((start) => start.index < index).at(-1)?.[1] ?? name,
    );
  });
  return [...new Set(found)];
}

it('every dialog of the window is walked through by keys alone', () => {
  const walked = new Set(DIALOG_WALKS.flatMap((walk) => walk.of));
  const drawn = drawingDialogs().filter(
    (name) => !['WindowDialog', 'FormDialog', 'DealDialog'].includes(name),
  );
  expect(drawn.length).toBeGreaterThan(30);
  // A page opens a dialog that is drawn by a component of its own.
  expect(drawn.filter((name) => !walked.has(name) && name !== 'LibraryPage').toSorted()).toEqual([]);
  expect([...walked].filter((name) => !drawn.includes(name)).toSorted()).toEqual([]);
});
