import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn, sourceFiles } from './read-imports.ts';
import { objectionTo } from './rules.ts';

const root = resolve(import.meta.dirname, '..', '..');
const rooms = ['shared', 'electron', 'renderer'] as const;

const objections = (file: string, source: string): string[] =>
  importsIn(file, source).flatMap((entry) => {
    const objection = objectionTo(entry);
    return objection === null ? [] : [`${entry.file}:${entry.line} ${entry.specifier}: ${objection}`];
  });

describe('who may import whom', () => {
  it.each(rooms)('%s/ keeps to its walls', (room) => {
    const files = sourceFiles(root, room);
    expect(files.length).toBeGreaterThan(5);
    const found = files.flatMap((file) => objections(file, readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('only renderer/bridge.ts names the bridge', () => {
    const named = sourceFiles(root, 'renderer').filter((file) =>
      /\b(window|globalThis)\.ballast\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(named.filter((file) => file !== 'renderer/bridge.ts')).toEqual([]);
  });

  it('no code of the host or of shared calls the network functions that need no import', () => {
    const calls = ['electron', 'shared'].flatMap((room) =>
      sourceFiles(root, room).filter((file) =>
        /(?<![.\w])(fetch\s*\(|new WebSocket\b|new EventSource\b)/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      ),
    );
    expect(calls).toEqual([]);
  });
});

describe('the rules name file and line of a forbidden import', () => {
  it.each([
    ['shared/domain/x.ts', "import { app } from 'electron';"],
    ['shared/domain/x.ts', "import { readFile } from 'node:fs';"],
    ['shared/domain/x.ts', "import type { ReactNode } from 'react';"],
    ['shared/domain/x.ts', "import { a } from '../scoring/a.ts';"],
    ['shared/pricing/x.ts', "import type { Contract } from '#shared/contract/contract.ts';"],
    ['shared/actuarial/x.ts', "export { a } from '../pricing/a.ts';"],
    ['shared/actuarial/x.ts', "import type { A } from './library/a.ts';"],
    ['shared/pricing/x.ts', "import { a } from '../actuarial/library/index.ts';"],
    ['electron/app/x.ts', "import { a } from '#shared/actuarial/library/index.ts';"],
    ['renderer/app/x.tsx', "import { a } from '#shared/actuarial/library/index.ts';"],
    ['shared/pricing/x.ts', "import { a } from '../calibration/a.ts';"],
    ['shared/library/x.ts', "import { a } from '../calibration/a.ts';"],
    ['shared/scoring/x.ts', "const a = await import('node:crypto');"],
    ['shared/scoring/x.ts', "type A = typeof import('electron');"],
    ['shared/scoring/x.ts', "import { a } from '#electron/main.ts';"],
    ['shared/scoring/x.ts', "import { a } from '#shared/../electron/main.ts';"],
    ['shared/domain/x.ts', "export * from '../scoring/a.ts';"],
    ['electron/app/x.ts', 'const a = await import(name);'],
    ['renderer/app/x.ts', "const a = await import('./' + name + '.ts');"],
    ['renderer/app/x.ts', "const all = import.meta.glob('../features/**/*.ts');"],
    ['electron/host/x.ts', "const load = createRequire(import.meta.url); load('node:https');"],
    ['electron/app/x.ts', "import { request } from 'node:https';"],
    ['electron/app/x.ts', "import { app, net } from 'electron';"],
    ['electron/app/x.ts', "import { A } from '#renderer/app/a.tsx';"],
    ['electron/app/x.ts', "import { a } from '../../shared/domain/a.ts';"],
    ['electron/ipc/x.ts', "import Database from 'better-sqlite3';"],
    ['electron/host/x.ts', "import { a } from '../store/connection/a.ts';"],
    ['electron/security/x.ts', "import type { A } from '../app/a.ts';"],
    ['electron/ipc/x.ts', "import type { A } from '../app/a.ts';"],
    ['electron/cli/x.ts', "import { a } from '../app/a.ts';"],
    ['electron/exchange/x.ts', "import { a } from '../store/connection/a.ts';"],
    ['electron/store/quotes/x.ts', "import { a } from '../assessments/a.ts';"],
    ['electron/store/audit/x.ts', "import type { A } from '../workbook/a.ts';"],
    ['electron/store/x.ts', "import { a } from './connection/a.ts';"],
    ['electron/preload.ts', "import { contract } from '#shared/contract/contract.ts';"],
    ['renderer/app/x.tsx', "import { ipcRenderer } from 'electron';"],
    ['renderer/app/x.tsx', "import { join } from 'node:path';"],
    ['renderer/app/x.tsx', "import { a } from '#electron/app/a.ts';"],
    ['renderer/features/intake/x.tsx', "import { a } from '../pricing/a.ts';"],
    ['renderer/app/x.tsx', "import { judge } from '#shared/underwriting/judge.ts';"],
    ['renderer/editor/x.ts', "import { scoreAssessment } from '#shared/scoring/score-assessment.ts';"],
    ['renderer/features/pricing/x.ts', "import { answerPriceJob } from './price-jobs.ts';"],
    ['renderer/features/pricing/x.ts', "import './price.worker.ts';"],
    ['renderer/app/x.ts', "export { judge } from '#shared/underwriting/judge.ts';"],
    ['renderer/app/x.ts', "import { type Judgement, judge } from '#shared/underwriting/judge.ts';"],
    ['renderer/charts/x.tsx', "import { a } from '#renderer/features/pricing/a.ts';"],
    ['renderer/print/x.tsx', "import { a } from '../app/a.ts';"],
  ])('%s: %s', (file, line) => {
    const found = objections(file, `// a first line\n${line}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${file}:2 `));
  });

  it.each([
    ['shared/pricing/x.ts', "import { z } from 'zod'; import { a } from '../actuarial/a.ts';"],
    ['electron/main.ts', "import { a } from './app/a.ts'; import { b } from './cli/b.ts';"],
    ['shared/actuarial/library/x.ts', "import { a } from '../a.ts'; import { b } from './severity/b.ts';"],
    [
      'electron/store/check/x.ts',
      "import { a } from '../workbook/a.ts'; import { b } from '../../host/b.ts';",
    ],
    [
      'electron/store/connection/x.ts',
      "import Database from 'better-sqlite3'; import { a } from '#shared/domain/a.ts';",
    ],
    ['renderer/app/x.ts', "import type { Judgement } from '#shared/underwriting/judge.ts';"],
    ['renderer/features/pricing/price-jobs.ts', "import { judge } from '#shared/underwriting/judge.ts';"],
    ['renderer/features/intake/x.tsx', "import { a } from './a.ts'; import { b } from '../../charts/b.tsx';"],
  ])('%s may: %s', (file, source) => {
    expect(objections(file, source)).toEqual([]);
  });
});
