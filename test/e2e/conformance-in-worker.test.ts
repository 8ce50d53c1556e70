import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromPriceWorker, ToPriceWorker } from '#renderer/features/pricing/price-engine.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { Comparison, ConformanceCase } from '#test/conformance/format.ts';
import { REFERENCE_FOLDER, readConformanceFolder } from '#test/conformance/read-folder.ts';
import { model } from '#test/models/model-2026-2.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { electronTarget } from '#test/support/electron-target.ts';
import { type ApplicationCopy, copyApplicationWith } from './worker/application-copy.ts';
import { askWorker } from './worker/ask-worker.ts';
import { compareFigures } from './worker/compare-figures.ts';
import type { SuiteReply, SuiteRequest, Whereabouts } from './worker/suite.worker.ts';

const SUITE = 'assets/conformance-suite.js';
const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');
const RELATIVE = 1e-12;

const files = readConformanceFolder(REFERENCE_FOLDER);
const allCases = files.flatMap(({ cases }) => cases);
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort();

let copy: ApplicationCopy;
let app: RunningApp;

beforeAll(async () => {
  const original = electronTarget().appFolder ?? '';
  const entry = join(import.meta.dirname, 'worker', 'suite.worker.ts');
  copy = await copyApplicationWith(original, entry, 'conformance-suite.js');
  app = await launchApp({ appFolder: copy.folder });
});
afterAll(async () => {
  await app?.close();
  await copy?.remove();
  expect(app?.uncaught).toEqual([]);
});

const askSuite = async <Reply extends SuiteReply>(request: SuiteRequest): Promise<Reply> => {
  const [reply] = await askWorker<SuiteRequest, Reply>(app.page, SUITE, [request]);
  return reply!;
};
const runThere = (cases: readonly ConformanceCase[]): Promise<readonly Comparison[]> =>
  askSuite({ kind: 'cases', cases });

describe("the conformance suite in a worker of the application's window", () => {
  it('runs where the window prices: its scheme, its content policy, no Node', async () => {
    const there = await askSuite<Whereabouts>({ kind: 'whereabouts' });
    expect(there).toEqual({
      scope: '[object DedicatedWorkerGlobalScope]',
      address: `app://ballast/${SUITE}`,
      isSecure: true,
      browser: expect.stringContaining('Electron/'),
      foreignGlobals: [],
      canCompileText: false,
      canFetch: false,
    });
  });

  const compared = new Map<string, Comparison>();

  beforeAll(async () => {
    for (const { cases } of files) {
      const comparisons = await runThere(cases);
      cases.forEach(({ id }, i) => {
        compared.set(id, comparisons[i]!);
      });
    }
  });

  describe.each(files)('$topic', ({ cases }) => {
    it.each(cases)('$kind $id', ({ id }) => {
      const { numbers, complaints } = compared.get(id)!;
      expect(complaints, id).toEqual([]);
      expect(numbers, id).toBeGreaterThan(0);
    });
  });

  it('is whole: 84 cases of 20 kinds, 1,653 numbers', () => {
    expect(compared.size).toBe(84);
    expect(new Set(allCases.map(({ kind }) => kind)).size).toBe(20);
    expect([...compared.values()].reduce((sum, { numbers }) => sum + numbers, 0)).toBe(1653);
  });

  it('complains there of a number that was spoilt', async () => {
    const good = allCases.find(({ id }) => id === 'prem-gross-1')!;
    const spoilt = { ...good, output: { ...good.output, gross_premium: 930_770 } };
    const [first, second] = await runThere([good, spoilt]);
    expect(first?.complaints).toEqual([]);
    expect(second?.complaints.map(({ name }) => name)).toEqual(['gross_premium']);
  });
});

describe("the product's own pricing worker", () => {
  const address = (): string => {
    const names = readdirSync(join(copy.folder, 'out', 'renderer', 'assets'));
    const found = names.filter((name) => /^price\.worker-.*\.js$/.test(name));
    expect(found).toHaveLength(1);
    return `assets/${found[0]}`;
  };

  it('has all five samples to price', () => expect(samples).toHaveLength(5));

  it.each(samples)('prices %s as Node does: cents the same, doubles to 1e-12', async (name) => {
    const read = parseSubmission(readFileSync(join(SAMPLES, name), 'utf8'), model);
    if (!read.ok) throw new Error(read.failure.message);
    const content = read.value;
    const asked = { content, today: content.asOf, grid: 'full' } as const;
    const replies = await askWorker<ToPriceWorker, FromPriceWorker>(
      app.page,
      address(),
      [
        { kind: 'basis', basis: model },
        { kind: 'job', sequence: 1, job: { kind: 'judge', book: null, ...asked } },
        { kind: 'job', sequence: 2, job: { kind: 'explain', content } },
      ],
      2,
    );
    const [judged, explained] = replies.map((reply) => (reply.kind === 'answer' ? reply.answer : null));
    if (judged?.kind !== 'judgement' || explained?.kind !== 'explanation')
      throw new Error(`the worker answered ${JSON.stringify(replies).slice(0, 300)}`);

    const here = judge({ ...asked, model });
    if (!here.price.ok) throw new Error(here.price.failure.message);
    expect(judged.judgement.decision).toEqual(here.decision);
    expect(judged.judgement.issues).toEqual(here.issues);
    expect(judged.judgement.flags).toEqual(here.flags);
    const comparison = compareFigures(here.price, judged.judgement.price, RELATIVE);
    expect(comparison.complaints).toEqual([]);
    expect(comparison.numbers).toBeGreaterThan(300);
    const bridge = premiumBridge({
      content,
      score: scoreAssessment(content, model),
      model,
      options: { grid: 'full' },
    });
    expect(explained.explanation.bridge).toEqual(bridge.ok ? bridge.value : null);
  });
});
