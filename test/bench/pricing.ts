import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { factorEffects } from '#shared/pricing/factor-effects.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import { solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { reprice } from '#shared/underwriting/reprice.ts';
import { model, example as workedExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';
import type { Bench } from './bench.ts';

/** The worked example without its smallest part: two shared perils under a policy limit and one beside. */
const threePerils: AssessmentContent = {
  ...workedExample,
  terms: {
    ...workedExample.terms,
    parts: workedExample.terms.parts.filter((p) => p.part !== 'social-engineering'),
  },
};
const TODAY = workedExample.asOf;
const score = scoreAssessment(workedExample, model);
const warm = makeLossCache();
priceAssessment({ content: threePerils, score, model, options: { grid: 'full', cache: warm } });

const limited = (n: number): AssessmentContent => ({
  ...threePerils,
  terms: { ...threePerils.terms, policyAggregateLimitMinor: cents(20_000_000_00 + n * 100_000_00) },
});

/** Twelve material incidents: the most that the monotone rule takes in all subsets. */
const busyRecord: AssessmentContent = {
  ...workedExample,
  incidents: Array.from({ length: 12 }, (_, i) => ({
    ...workedExample.incidents[0]!,
    id: `i${i}`,
    date: day(`202${3 + (i % 3)}-0${1 + (i % 9)}-10`),
  })),
};

const BOOK = 1000;
function* book(): Generator<AssessmentContent> {
  for (let id = 0; id < BOOK; id += 1) {
    yield { ...threePerils, terms: { ...threePerils.terms, periodDays: 90 + (id % 900) } };
  }
}

/** Prices the whole book in one go; the heap before and after says whether anything is kept. */
function priceBook(): { readonly quotes: number; readonly heapMegabytes: readonly [number, number] } {
  const heap = () => (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 2 ** 20;
  const before = heap();
  let quotes = 0;
  for (const content of book()) if (reprice(content, model, TODAY).quotedMinor !== null) quotes += 1;
  return { quotes, heapMegabytes: [before, heap()] };
}

let turn = 0;

export const benches: readonly Bench[] = [
  {
    name: 'score one assessment',
    run: () => scoreAssessment(workedExample, model),
    runs: 201,
    targets: [{ kind: 'at-most-ms', milliseconds: 1 }],
  },
  { name: 'score twelve material incidents in 4,096 subsets', run: () => scoreAssessment(busyRecord, model) },
  {
    name: 'full re-price of a three-peril quote, full grid',
    run: () => judge({ content: threePerils, model, today: TODAY, grid: 'full' }),
    runs: 101,
    targets: [{ kind: 'at-most-ms', milliseconds: 12 }],
  },
  {
    name: 'full re-price of a three-peril quote, draft grid',
    run: () => judge({ content: threePerils, model, today: TODAY, grid: 'draft' }),
    runs: 101,
    targets: [{ kind: 'at-most-ms', milliseconds: 5 }],
  },
  {
    name: 're-price with other aggregate terms only, full grid',
    run: () => {
      turn += 1;
      return priceAssessment({
        content: limited(turn % 50),
        score,
        model,
        options: { grid: 'full', cache: warm },
      });
    },
    runs: 51,
  },
  {
    name: 'premium bridge of the worked example, full grid',
    run: () => premiumBridge({ content: workedExample, score, model, options: { grid: 'full' } }),
  },
  {
    name: 'effects of every factor on the premium, draft grid',
    run: () => factorEffects({ content: workedExample, score, model, options: { grid: 'draft' } }),
  },
  {
    name: 'solve for a retention, full grid',
    run: () =>
      solveRetention({
        content: workedExample,
        score,
        model,
        target: { part: 'crime-online', targetMinor: cents(150_000_000) },
        options: { grid: 'full' },
      }),
    runs: 11,
  },
  {
    name: '1,000 quotes re-priced one after the other, full grid',
    run: priceBook,
    runs: 1,
    note: (last) => {
      const { quotes, heapMegabytes } = last as ReturnType<typeof priceBook>;
      const [before, after] = heapMegabytes.map((m) => m.toFixed(0));
      return `${quotes} quotes, heap ${before} MB before, ${after} MB after`;
    },
  },
];
