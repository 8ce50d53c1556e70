import { readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { parseSync } from 'vite';

/** One import of one file: what is named and, when it is a file of ours, where it leads (from the project's root). */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** Path below the root without a leading `./`, or null for a package or a built-in. */
  readonly target: string | null;
  /** Names taken from it; empty for `import * as` and bare imports. */
  readonly names: readonly string[];
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean;
  /** What is imported shows only when the program runs, so that no rule can be held against it. */
  readonly isComputed?: true;
}

const SOURCE = new Set(['.ts', '.tsx', '.mts']);

export function sourceFiles(root: string, room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.has(extname(entry.name)))
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1), entry.name))
    .sort();
}

/** Every static import, re-export, dynamic import and type import of a source text. */
export function importsIn(file: string, source: string): Import[] {
  const parsed = parseSync(file, source);
  const problem = parsed.errors[0];
  if (problem !== undefined) throw new Error(`${file} cannot be parsed: ${problem.message}`);
  const found: Import[] = [];
  const add = (specifier: string, at: number, names: readonly string[], isType = false): void => {
    const target = targetOf(file, specifier);
    found.push({ file, line: lineAt(source, at), specifier, target, names, isType });
  };
  const addComputed = (text: string, at: number): void =>
    void found.push({
      ...{ file, line: lineAt(source, at), specifier: text, target: null, names: [] },
      ...{ isType: false, isComputed: true },
    });
  for (const declaration of parsed.module.staticImports) {
    const names = declaration.entries.flatMap(({ importName }) => importName.name ?? []);
    const isType = declaration.entries.length > 0 && declaration.entries.every((entry) => entry.isType);
    add(declaration.moduleRequest.value, declaration.start, names, isType);
  }
  for (const declaration of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of declaration.entries)
      if (moduleRequest !== null) add(moduleRequest.value, declaration.start, [], isType);
  }
  for (const { moduleRequest, start } of parsed.module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"`])([^$'"`]*)\1$/s.exec(text)?.[2];
    if (literal === undefined) addComputed(text, start);
    else add(literal, start, []);
  }
  for (const match of source.matchAll(/\b(?:import\.meta\.glob|createRequire)\(/g))
    addComputed(match[0], match.index);
  // Types may be imported in place: `typeof import('x')`.
  for (const match of source.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)/g)) {
    const specifier = match[2] ?? '';
    const line = lineAt(source, match.index);
    if (!found.some((other) => other.specifier === specifier && other.line === line))
      add(specifier, match.index, [], true);
  }
  return found;
}

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;

function targetOf(file: string, specifier: string): string | null {
  const plain = specifier.split('?')[0] ?? specifier;
  if (plain.startsWith('#')) return posix.normalize(plain.slice(1));
  return plain.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), plain)) : null;
}
