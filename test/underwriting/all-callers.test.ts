import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quoteSubmission } from '#electron/cli/quote-submission.ts';
import { issueAssessment } from '#electron/documents/issue-quote.ts';
import type { DealPrinter, QuotePrinter } from '#electron/documents/quote-pdf.ts';
import { submissionText } from '#electron/exchange/submission-file.ts';
import { noActivations } from '#electron/host/activations.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { recordNewAssessment } from '#electron/store/assessments/new-assessment.ts';
import { keepModel } from '#electron/store/models/keep-model.ts';
import { setInsurer } from '#electron/store/people/insurer.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { editorOf } from '#renderer/app/workbench/editor-of.ts';
import { answerJobs } from '#renderer/editor/answer-jobs.ts';
import { type JudgementView, notJudgedYet, type OptionView } from '#renderer/editor/draft/judgement-view.ts';
import type { FromWorker, ToWorker } from '#renderer/editor/worker-client.ts';
import { repriceBatch } from '#renderer/features/portfolio/reprice-batch.ts';
import type { RepriceResult } from '#renderer/features/portfolio/reprice-jobs.ts';
import {
  answerPriceJob,
  type PriceAnswer,
  type PriceCache,
  type PriceJob,
} from '#renderer/features/pricing/price-jobs.ts';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { type Judgement, referralsIn } from '#shared/underwriting/judgement.ts';
import { isReferralOfTerms } from '#shared/underwriting/referrals.ts';
import { model } from '#test/models/model-2026-2.ts';
import { arbitraryQuote } from '#test/pricing/quotes.ts';
import { arbitraryContent } from '#test/scoring/arbitrary-content.ts';
import { anyContent } from '#test/store/support/content-arbitrary.ts';
import { day } from '../support/branded.ts';

const RESOURCES = resolve(import.meta.dirname, '../../resources');
const SAMPLES = join(RESOURCES, 'samples');
const NOW = new Date(2026, 10, 28, 12);
const TODAY = '2026-11-28';
const PREPARED = {
  paper: 'a4',
  preparedAt: '2026-11-28T12:00:00.000Z',
  preparedBy: 'R. Vance',
} as const;
const INSURER = { name: 'Harbour Mutual', shortName: null, address: null, licence: null, logo: null };
const PARTIES = { insurer: INSURER.name, underwriter: PREPARED.preparedBy };
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort();

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const bundled = value(loadBundledModel(RESOURCES));

/** The whole worker but for its thread: its own entry, and messages copied as they are between threads. */
function priceWorker() {
  const replies: FromWorker<never, PriceAnswer>[] = [];
  const scope = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (message: unknown) =>
      void replies.push(structuredClone(message) as FromWorker<never, PriceAnswer>),
  };
  const cache: PriceCache = { losses: makeLossCache(), score: null };
  answerJobs(scope, (job: PriceJob, basis: RatingModel) => answerPriceJob(job, basis, cache));
  const send = (data: ToWorker<RatingModel, PriceJob>) =>
    scope.onmessage?.({ data: structuredClone(data) } as MessageEvent);
  send({ kind: 'basis', basis: model });
  const ask = (job: PriceJob): PriceAnswer => {
    send({ kind: 'job', sequence: 1, job });
    const reply = replies.pop();
    if (reply?.kind === 'answer') return reply.answer;
    throw new Error(`the worker said ${JSON.stringify(reply)}`);
  };
  return (whole: AssessmentContent, today: IsoDate): JudgementView => {
    const content = contentOfOption(whole, mainOption(whole));
    const said = ask({ kind: 'judge', content, today, grid: 'full', parties: PARTIES, book: null });
    if (said.kind !== 'judgement') throw new Error(said.kind);
    const options = (whole.options ?? []).map(({ id }): OptionView => {
      const of = contentOfOption(whole, id);
      const answer = ask({ kind: 'compare', content: of, today, grid: 'full', parties: PARTIES, book: null });
      if (answer.kind !== 'option') throw new Error(answer.kind);
      return { ...answer.option, id, content: of, grid: 'full', isCurrent: true };
    });
    return { ...notJudgedYet, judgement: said.judgement, most: said.most, content, isCurrent: true, options };
  };
}

/** What the window shows of what the worker said. */
function shownFor(whole: AssessmentContent, judged: JudgementView) {
  const stored = {
    content: whole,
    summary: { id: 'a', state: 'draft' },
    deal: { approval: null },
  } as unknown as AssessmentRecord;
  const shown = mainOption(whole);
  return editorOf(
    { stored, content: contentOfOption(whole, shown), whole, shown, judged, lastChange: null },
    { model, hash: bundled.hash, document: null },
    null,
  );
}

function repriced(content: AssessmentContent, today: IsoDate) {
  const told: RepriceResult[] = [];
  repriceBatch({ items: [{ id: 'a', content }], today }, model, (result) => told.push(result));
  const outcome = told[0]?.outcome;
  if (outcome?.kind !== 'repriced') throw new Error(`the batch said ${JSON.stringify(told)}`);
  return outcome.result;
}

const documentOf = (content: AssessmentContent, judgement: Judgement): QuoteDocument =>
  buildQuoteDocument({
    rating: { content, judgement, bridge: null, effects: null, range: null },
    activeModel: bundled,
    designation: { status: 'draft' },
    preparation: PREPARED,
  });

/** As `toEqual`, which is slow on something as large as a judgement and is asked only where there is a difference to show. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** Everything that needs no file: worker, window, re-pricing, figures, document. */
function expectAllToAgree(content: AssessmentContent, today: IsoDate, ask: ReturnType<typeof priceWorker>) {
  const here = judge({ content, model, today, grid: 'full', parties: PARTIES });
  const { decision, price } = here;
  const there = ask(content, today);
  // The worker judges one option at a time: the window decides over all of them.
  const of = contentOfOption(content, mainOption(content));
  const main = judge({ content: of, model, today, grid: 'full', parties: PARTIES });
  expectSame(there.judgement, main);
  const shown = shownFor(content, there);
  expectSame(
    [shown.decision, shown.score, shown.price.price, shown.price.whyNone, shown.referrals],
    [
      decision,
      here.score,
      price.ok ? price.value : null,
      price.ok ? null : price.failure.message,
      referralsIn(main),
    ],
  );
  const { overall, grade, quotedMinor } = figuresOf(here);
  const again = repriced(content, today);
  expectSame(
    [again.decision, again.overall, again.grade, again.quotedMinor, again.failure],
    [decision.kind, overall, grade, quotedMinor, price.ok ? null : price.failure],
  );
  const document = documentOf(content, here);
  expectSame(document.statusReasons, decision.reasons);
  const ofTerms = document.price?.referrals ?? here.flags.filter((flag) => isReferralOfTerms(flag, model));
  expectSame([...document.score.knockOuts, ...document.score.referrals, ...ofTerms], here.flags);
  expectSame(document.price?.quotedMinor ?? null, quotedMinor);
  return here;
}

const sampleOf = (name: string) => value(parseSubmission(readFileSync(join(SAMPLES, name), 'utf8'), model));

describe('everybody who judges an assessment says the same', () => {
  let folder: string;
  let printed: QuoteDocument[];
  let printer: QuotePrinter & DealPrinter;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-callers-'));
    printed = [];
    printer = {
      print: async (document) => {
        printed.push(document);
        return success({ bytes: new TextEncoder().encode('%PDF-1.7 printed'), sha256: '' });
      },
      printDealPaper: async () => failed('unexpected', 'No letter is asked for here.'),
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const stamp = { actor: 'R. Vance', now: NOW };

  /** What the main process issues, or why it does not. */
  async function issued(content: AssessmentContent) {
    const path = join(folder, 'main.ballast');
    const workbook = value(openWorkbook(path, { mode: 'create', appVersion: 'test', now: NOW }));
    try {
      value(keepModel(workbook.db, bundled, stamp));
      value(setInsurer(workbook.db, { ...stamp, insurer: INSURER }));
      const record = value(
        recordNewAssessment(workbook.db, {
          ...stamp,
          content,
          figures: figuresOf(judge({ content, model, today: day(TODAY), grid: 'full' })),
          model: { id: model.id, hash: bundled.hash },
          why: 'Test.',
        }),
      );
      return await issueAssessment({
        workbook,
        isStillOpen: () => true,
        assessmentId: record.summary.id,
        version: record.version,
        paper: 'a4',
        model: bundled,
        printer,
        stamp,
      });
    } finally {
      closeWorkbook(workbook);
    }
  }

  async function onCommandLine(content: AssessmentContent) {
    const submission = join(folder, 'submission.json');
    const people = { insurer: INSURER, underwriter: { name: PREPARED.preparedBy } };
    writeFileSync(submission, JSON.stringify({ ...JSON.parse(submissionText(content)), ...people }));
    return quoteSubmission({
      submission,
      workbook: join(folder, 'cli.ballast'),
      out: folder,
      paper: 'a4',
      set: 'all',
      appVersion: 'test',
      resourcesFolder: RESOURCES,
      activations: noActivations,
      printer,
      seen: openSeenWorkbooks(folder),
      people: openSignedIn({ folder, key: null, now: () => stamp.now }),
      backupFolder: null,
      passphrase: () => null,
      now: stamp.now,
    });
  }

  const ask = priceWorker();
  const days = [-1, 0, 1, 2].map((after) => addDays(day(TODAY), after));
  // A colleague further east may already write the next day.
  const latest = addDays(day(TODAY), 1);

  it('has all five samples', () => expect(samples).toHaveLength(5));

  it.each(samples.flatMap((name) => days.map((asOf) => [name, asOf] as const)))(
    'of %s as of %s',
    async (name, asOf) => {
      const content = { ...sampleOf(name), asOf };
      const { decision } = expectAllToAgree(content, day(TODAY), ask);
      expect(decision.kind === 'refused').toBe(asOf > latest);

      const main = await issued(content);
      if (decision.kind === 'quote' || decision.kind === 'indication') {
        expect(value(main).summary.status).toBe(decision.kind);
        expect(printed.at(-1)).toMatchObject({ status: decision.kind, statusReasons: decision.reasons });
      } else {
        expect(main).toMatchObject({
          ok: false,
          failure: { code: 'not-ready', message: `This cannot be issued. ${decision.reasons.join(' ')}` },
        });
        expect(printed).toEqual([]);
      }

      printed = [];
      const line = await onCommandLine(content);
      if (asOf > latest) {
        const [reason = ''] = decision.reasons;
        expect(line).toMatchObject({
          exitCode: 2,
          message: `“submission.json” was not quoted: ${lowerFirst(reason)}`,
        });
        expect(printed).toEqual([]);
        return;
      }
      expect(line).toMatchObject({ exitCode: 0 });
      expect(printed.at(-1)).toMatchObject({ status: decision.kind, statusReasons: decision.reasons });
    },
  );

  it('in one sentence in the words of the form, where the assessment date is to come', () => {
    const content = { ...sampleOf('well-run-exchange.json'), asOf: day('2026-11-30') };
    const { decision } = judge({ content, model, today: day(TODAY), grid: 'draft' });
    expect(decision.kind).toBe('refused');
    expect(decision.reasons.map((reason) => reason.replaceAll('\u00a0', ' '))).toEqual([
      'The assessment date 30 Nov 2026 is after today (28 Nov 2026); an assessment cannot know the future.',
    ]);
  });

  const around = fc.integer({ min: -2, max: 2 });

  it.each<[string, fc.Arbitrary<AssessmentContent>, number]>([
    ['answers and incidents of every kind', arbitraryContent(), 1000],
    ['terms of every kind', arbitraryQuote(), 60],
    ['anything that the schema allows', anyContent.map(wellFormed), 1000],
  ])(
    'of %s, on the days around its date',
    (_name, contents, numRuns) => {
      fc.assert(
        fc.property(contents, around, (content, days) => {
          const today = addDays(content.asOf, days);
          fc.pre(/^\d{4}-/.test(today));
          const { decision, issues } = expectAllToAgree(content, today, ask);
          // A colleague further east may already write the next day.
          if (days < -1) expect(decision.kind).toBe('refused');
          expect(decision.kind === 'quote').toBe(decision.reasons.length === 0);
          const blocking = issues.filter(
            ({ severity, field }) =>
              (severity === 'cannot-price' || severity === 'cannot-proceed') && field !== null,
          );
          expect(new Set(blocking.map(({ field }) => field)).size).toBe(blocking.length);
        }),
        { numRuns },
      );
    },
    300_000,
  );
});
