import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What is read before a window can show anything is kept small by splitting, which one careless import undoes.

const out = resolve(import.meta.dirname, '../../out');
const textOf = (file: string) => readFileSync(join(out, file), 'utf8');

/** A built script and every one that it cannot start without. */
function withStaticImports(entries: readonly string[]): readonly string[] {
  const found = new Set(entries);
  for (const file of found) {
    const specifiers = textOf(file).matchAll(
      /(?:\bfrom|\bimport|\brequire\()\s*["'`](\.[^"'`]+\.(?:c?js))["'`]/g,
    );
    for (const [, specifier = ''] of specifiers) found.add(posix.join(posix.dirname(file), specifier));
  }
  return [...found];
}

/** The scripts that a page names itself. */
const scriptsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/(?:src|href)="(\.[^"]+\.js)"/g)].map(([, path = '']) =>
    posix.join(posix.dirname(page), path),
  );

const holding = (files: readonly string[], words: RegExp): readonly string[] =>
  files.filter((file) => words.test(textOf(file)));

const allScripts = (folder: string): readonly string[] =>
  readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const CHARTS = /recharts-/;
const PDF = /PDFDocument/;
const SIGNATURES = /SignedData/;

describe('what the first picture waits for', () => {
  const first = withStaticImports(scriptsOf('renderer/index.html'));

  it('is all of the window but what it fetches later', () => {
    expect(first.length).toBeGreaterThan(1);
    expect(first.length).toBeLessThan(allScripts('renderer').length);
  });

  it('holds no chart, which later scripts do', () => {
    expect(holding(first, CHARTS)).toEqual([]);
    expect(holding(allScripts('renderer'), CHARTS)).not.toEqual([]);
  });
});

describe('what the main process starts with', () => {
  // What main.js chooses between is in scripts of their own.
  const starts = allScripts('main').filter((file) =>
    /\/(main|workbench-[^/]*|quote-command-[^/]*)\.js$/.test(file),
  );
  const first = withStaticImports(starts);

  it('is the start itself, and either the workbench or a quote', () => {
    expect(starts).toHaveLength(3);
    expect(first.length).toBeGreaterThan(starts.length);
  });

  it.each([
    ['PDF files', PDF],
    ['signatures', SIGNATURES],
  ])('holds no library for %s, which a later script does', (_what, words) => {
    expect(holding(first, words)).toEqual([]);
    expect(holding(allScripts('main'), words)).not.toEqual([]);
  });
});
