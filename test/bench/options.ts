import { answerPriceJob, type PriceCache } from '#renderer/features/pricing/price-jobs.ts';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { OPTION_IDS } from '#shared/domain/deal-content.ts';
import { addOption } from '#shared/domain/option-edits.ts';
import { contentOfOption, withOption } from '#shared/domain/options.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';
import type { Bench } from './bench.ts';

const TODAY = example.asOf;

/** The worked example with a fifth part, and the same at another limit in each of five options. */
const five: AssessmentContent = (() => {
  const [first] = example.terms.parts;
  const isFree = (id: string) => !example.terms.parts.some(({ part }) => part === id);
  const free = [
    ...model.pricing.perils
      .filter(({ id, baseFrequency }) => baseFrequency.custodial !== null && isFree(id))
      .map(({ id }) => ({ id, enteredRate: null })),
    ...model.coverageParts
      .filter(({ id }) => isFree(id) && !model.pricing.perils.some((peril) => peril.id === id))
      .map(({ id }) => ({ id, enteredRate: { ratePercent: 2, reason: 'Without a loss model.' } })),
  ];
  const parts = [
    ...example.terms.parts,
    ...free.map(({ id, enteredRate }) => ({ ...first!, part: id, enteredRate })),
  ].slice(0, 5);
  let whole: AssessmentContent = { ...example, terms: { ...example.terms, parts } };
  for (let i = 1; i < OPTION_IDS.length; i += 1) {
    whole = addOption(whole, 'A');
    const id = OPTION_IDS[i]!;
    const of = contentOfOption(whole, id);
    whole = withOption(whole, id, {
      ...of,
      terms: {
        ...of.terms,
        parts: of.terms.parts.map((part) => ({
          ...part,
          limitMinor: cents(part.limitMinor + i * 1_000_000_00),
        })),
      },
    });
  }
  return whole;
})();

const freshCache = (): PriceCache => ({ losses: makeLossCache(256), score: null });

/** Keystrokes in an exposure, which every option depends on: nothing that is kept helps but within one keystroke. */
let stroke = 0;
const nextStroke = (): AssessmentContent => {
  stroke += 1;
  const value = (five.exposures.onlinePeakMinor ?? cents(0)) + stroke * 100;
  return { ...five, exposures: { ...five.exposures, onlinePeakMinor: cents(value) } };
};

/** As the worker is asked: a copy of the content of each option comes from the window, and its answer goes back as one. */
function answered(kind: 'judge' | 'compare', content: AssessmentContent, cache: PriceCache): unknown {
  const job = { kind, content: structuredClone(content), today: TODAY, grid: 'draft', book: null } as const;
  const answer = answerPriceJob(job, model, cache);
  const isPriced =
    answer.kind === 'judgement'
      ? answer.judgement.price.ok
      : answer.kind === 'option' && answer.option.figures !== null;
  if (!isPriced || content.terms.parts.length !== 5) throw new Error('an option of the bench has no price');
  return structuredClone(answer);
}

const cache = freshCache();
const SHOWN = 'the shown of five options with five parts, re-priced at a keystroke';
const ALL = 'all of five options with five parts, re-priced at a keystroke';

export const benches: readonly Bench[] = [
  {
    name: SHOWN,
    run: () => answered('judge', contentOfOption(nextStroke(), 'A'), cache),
    targets: [{ kind: 'at-most-ms', milliseconds: 50 }],
  },
  {
    name: ALL,
    run: () => {
      const whole = nextStroke();
      return OPTION_IDS.map((id) =>
        answered(id === 'A' ? 'judge' : 'compare', contentOfOption(whole, id), cache),
      );
    },
    targets: [
      { kind: 'at-most-ms', milliseconds: 150 },
      { kind: 'at-most-times', times: 5, of: SHOWN },
    ],
  },
];
