import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { preparation } from '#electron/documents/issue-quote.ts';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import { contract } from '#shared/contract/contract.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { BOOK_BATCH } from '#shared/domain/book.ts';
import { firstLimitsOf } from '#shared/domain/people.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { failed, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { assessmentId, cents, day, quoteId } from '../support/branded.ts';
import { marked } from '../support/references.ts';
import { host, record, resources, sampleText, value } from './handlers-host.ts';

const A4 = { paper: 'a4' } as const;

let model: BundledModel;
beforeAll(() => {
  model = value(loadBundledModel(resources));
}, 300_000);

describe('the handlers of the contract', () => {
  let folder: string;
  let at: ReturnType<typeof host>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-handlers-'));
    at = host(folder, model);
  });
  afterEach(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const { assessments, quotes, workbook } = handlers;
  const imported = async (): Promise<AssessmentRecord> =>
    record(
      await assessments.importText(at.context, { fileName: 'C:\\files\\sample.json', text: sampleText }),
    );
  const renamed = (content: AssessmentContent, name: string): AssessmentContent => ({
    ...content,
    subject: { ...content.subject, name },
  });
  const list = async () => value(await assessments.list(at.context, undefined));

  it('score and price what they store, at each save', async () => {
    const record = await imported();
    expect(record.summary).toMatchObject({ grade: 'BBB', quotedMinor: cents(218_770_000), state: 'draft' });
    expect(record.history.at(-1)?.detail ?? record.history[0]?.detail).toContain('sample.json');
    const { id } = record.summary;
    const content = { ...record.content, terms: { ...record.content.terms, schedulePercent: 0 } };
    const saved = value(await assessments.save(at.context, { id, version: record.version, content }));
    expect(saved.summary.quotedMinor).toBe(230_280_000);
    expect(saved.version).toBe(record.version + 1);
  });

  it('refuse a save that started from an older version', async () => {
    const record = await imported();
    const { id } = record.summary;
    const first = { id, version: record.version, content: renamed(record.content, 'First') };
    value(await assessments.save(at.context, first));
    const second = await assessments.save(at.context, {
      ...first,
      content: renamed(record.content, 'Second'),
    });
    expect(second).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect((await list())[0]?.subjectName).toBe('First');
  });

  it('take the same name for the same subject', async () => {
    const first = await imported();
    const content = renamed(first.content, `  ${first.content.subject.name.toUpperCase()} `);
    const second = value(await assessments.create(at.context, { content }));
    expect(second.summary.subjectId).toBe(first.summary.subjectId);
    expect(second.summary.caseId).not.toBe(first.summary.caseId);
  });

  it('refuse a submission with a sentence that names its file, and store nothing of it', async () => {
    for (const [text, why] of [
      ['{', 'the submission is not JSON: '],
      ['[]', 'the submission must be a JSON object.'],
      [sampleText.replace('"verified"', '"certain"'), 'the evidence of “'],
      ['x'.repeat(11 * 1024 * 1024), 'the submission is 11.0 MB; '],
    ] as const) {
      const answer = await assessments.importText(at.context, { fileName: 'bad.json', text });
      const message = answer.ok ? '' : answer.failure.message;
      expect(message.slice(0, 80)).toContain(`“bad.json” was not imported: ${why}`);
    }
    expect(await list()).toEqual([]);
  });

  it('import nothing where no backup could be made before', async () => {
    writeFileSync(join(folder, 'Backups'), '');
    const answer = await assessments.importText(at.context, { fileName: 'a.json', text: sampleText });
    expect(answer).toMatchObject({
      failure: { message: expect.stringMatching(/could not be backed up: .* Nothing was imported\.$/) },
    });
    expect(await list()).toEqual([]);
  });

  it('open no other workbook where the window could not save what it shows', async () => {
    await imported();
    at.answers.open = join(folder, 'Other.ballast');
    at.answers.save = join(folder, 'New.ballast');
    const context = { ...at.context, flushWindow: async () => failed('workbook-gone', 'It was moved.') };
    for (const call of [workbook.open, workbook.create])
      expect(await call(context, undefined)).toMatchObject({ failure: { message: 'It was moved.' } });
    expect(at.session.info()).toMatchObject({ name: 'book.ballast', assessmentCount: 1 });
  });

  it('export what they can import again without loss', async () => {
    const record = await imported();
    at.answers.save = folder;
    const { fileName } = value(await assessments.exportFile(at.context, { id: record.summary.id }));
    at.answers.open = join(folder, fileName ?? '');
    const again = value(await assessments.importFile(at.context, undefined));
    expect(again?.content).toEqual(record.content);
    at.answers.open = null;
    expect(await assessments.importFile(at.context, undefined)).toEqual({ ok: true, value: null });
  });

  it('finalise, revise, duplicate, bin and restore', async () => {
    const record = await imported();
    const { id } = record.summary;
    const final = value(await assessments.finalise(at.context, { id, version: record.version }));
    expect(final.summary.state).toBe('finalised');
    const save = await assessments.save(at.context, { id, version: final.version, content: record.content });
    expect(save).toMatchObject({ ok: false, failure: { code: 'read-only' } });
    const revision = value(await assessments.revise(at.context, { id }));
    expect(revision.summary).toMatchObject({ revision: 2, caseId: record.summary.caseId, state: 'draft' });
    const copy = value(await assessments.duplicate(at.context, { id }));
    expect(copy.summary.caseId).not.toBe(record.summary.caseId);
    value(await assessments.moveToBin(at.context, { id: assessmentId(copy.summary.id) }));
    expect((await list()).find((other) => other.id === copy.summary.id)?.isInBin).toBe(true);
    value(await assessments.restore(at.context, { id: assessmentId(copy.summary.id) }));
    expect((await list()).find((other) => other.id === copy.summary.id)?.isInBin).toBe(false);
    const { history } = value(await assessments.open(at.context, { id }));
    expect(history.length).toBeGreaterThanOrEqual(3);
  });

  it('preview the document as a draft without storing anything', async () => {
    const record = await imported();
    const draft = value(await quotes.preview(at.context, { assessmentId: record.summary.id, ...A4 }));
    expect(draft).toMatchObject({ status: 'draft', reference: 'Draft', version: null, statusReasons: [] });
    expect(draft.bridge?.steps.length).toBeGreaterThan(3);
    expect(draft.effects?.length).toBeGreaterThan(10);
    expect((await list()).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
  });

  const issue = async (record: AssessmentRecord) =>
    quotes.issue(at.context, { assessmentId: record.summary.id, version: record.version, ...A4 });

  /** Somebody has said who they are: a quote names who prepared it. */
  const signedIn = async () => {
    const entry = {
      name: 'Ada Vance',
      initials: 'AV',
      role: 'head' as const,
      email: null,
      limits: firstLimitsOf('head'),
    };
    value(await handlers.people.addProfile(at.context, { entry, passphrase: null, isMe: true }));
  };

  it('issue a quote whole: reference, document, inputs, PDF, finalised assessment', async () => {
    await signedIn();
    const issued = value(await issue(await imported()));
    expect(issued.summary.state).toBe('finalised');
    const [quote] = issued.quotes;
    expect(quote).toMatchObject({
      reference: marked('BAL-2026-0001'),
      version: 1,
      status: 'quote',
      quotedMinor: cents(218_770_000),
    });
    const id = quote?.id ?? '';
    expect(value(await quotes.document(at.context, { id: quoteId(id) }))).toEqual(
      JSON.parse(JSON.stringify(at.printed[0])),
    );
    expect(value(await quotes.verify(at.context, { id: quoteId(id) })).isSound).toBe(true);
    at.answers.save = folder;
    const saved = value(await quotes.savePdf(at.context, { id: quoteId(id) }));
    expect(readFileSync(join(folder, saved.fileName ?? ''), 'utf8')).toBe('%PDF-1.7 printed');
    expect(value(await workbook.check(at.context, undefined)).isSound).toBe(true);
  });

  it('show a document that was stored before documents kept their words, in the words of its model', async () => {
    const record = await imported();
    const { id: assessmentId, caseId } = record.summary;
    const stamp = { actor: 'Ada Underwriter', now: at.context.now() };
    const rating = rateFully(record.content, model.model, { today: day('2026-11-22') });
    const stored = at.session.using((db) => {
      const next = nextReference(db, { caseId, year: 2026 });
      if (!next.ok) return next;
      const { words: _, ...document } = buildQuoteDocument({
        rating,
        activeModel: model,
        designation: { status: 'quote', ...next.value },
        preparation: preparation('a4', stamp, null),
      });
      const { wordingId: __, wordingHash: ___, ...named } = document.model;
      return issueQuote(db, {
        ...stamp,
        quoteId: quoteId(randomUUID()),
        assessmentId,
        version: record.version,
        figures: figuresOf(rating.judgement),
        document: { ...document, model: named } as QuoteDocument,
        pdf: new TextEncoder().encode('%PDF-1.7 printed'),
        engineVersion: ENGINE_VERSION,
        certificate: null,
      });
    });
    const { id } = value(stored);
    const shown = value(await quotes.document(at.context, { id }));
    expect(shown.words.pillars.custody).toBe('Custody');
    expect(shown.words.cyberClause.text).toContain('war and');
    expect(shown.model).toMatchObject({ wordingId: null, wordingHash: null });
    expect(value(await quotes.verify(at.context, { id })).isSound).toBe(true);
  });

  it('count a correction as the next version of the same reference', async () => {
    const first = value(await issue(await imported()));
    const revision = record(await assessments.revise(at.context, { id: assessmentId(first.summary.id) }));
    const second = value(await issue(revision));
    expect(second.quotes.map(({ reference, version }) => `${reference} v${version}`).sort()).toEqual([
      expect.stringMatching(/^BAL-2026-0001-.{5} v1$/),
      expect.stringMatching(/^BAL-2026-0001-.{5} v2$/),
    ]);
  });

  it('issue an indication while a referral is open, with the reasons', async () => {
    await signedIn();
    const record = await imported();
    const content = { ...record.content, terms: { ...record.content.terms, cyberClause: null } };
    const { id } = record.summary;
    const saved = value(await assessments.save(at.context, { id, version: record.version, content }));
    const issued = value(await quotes.issue(at.context, { assessmentId: id, version: saved.version, ...A4 }));
    expect(issued.quotes[0]?.status).toBe('indication');
    expect(at.printed[0]?.statusReasons).toHaveLength(1);
  });

  const expectNothingIssued = async (record: AssessmentRecord): Promise<void> => {
    expect((await list()).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
    const now = value(await assessments.open(at.context, { id: record.summary.id }));
    expect(now.summary.state).toBe('draft');
    expect(now.version).toBe(record.version);
  };

  it('refuse to issue what may not go out, before printing', async () => {
    const record = await imported();
    const { id } = record.summary;
    const content: AssessmentContent = { ...record.content, declarations: { 'ko-insolvent': 'yes' } };
    const saved = value(await assessments.save(at.context, { id, version: record.version, content }));
    const answer = await quotes.issue(at.context, { assessmentId: id, version: saved.version, ...A4 });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'not-ready', message: expect.stringContaining('Knocked out') },
    });
    expect(at.printed).toEqual([]);
    await expectNothingIssued({ ...record, version: saved.version });
  });

  it('issue nothing when printing fails', async () => {
    const record = await imported();
    at.printWith(async () => failed('unexpected', 'No paper.'));
    expect(await issue(record)).toMatchObject({ ok: false, failure: { message: 'No paper.' } });
    await expectNothingIssued(record);
  });

  it('issue nothing when what was printed is not a PDF', async () => {
    const record = await imported();
    at.printWith(async () => success({ bytes: new TextEncoder().encode('<html>'), sha256: '' }));
    expect(await issue(record)).toMatchObject({ ok: false });
    await expectNothingIssued(record);
  });

  it('issue nothing when the workbook is changed for another while printing', async () => {
    const record = await imported();
    let isOther = false;
    at.printWith(async () => {
      if (!isOther) value(at.session.open(join(folder, 'other.ballast'), 'create'));
      isOther = true;
      return success({ bytes: new TextEncoder().encode('%PDF-1.7'), sha256: '' });
    });
    expect(await issue(record)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect((await list()).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
    value(at.session.open(join(folder, 'book.ballast'), 'open'));
    await expectNothingIssued(record);
  });

  it('issue nothing from a version that is not the latest, nor while the content changes', async () => {
    const record = await imported();
    const stale = { ...record, version: record.version - 1 };
    expect(await issue(stale)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    let isRenamed = false;
    at.printWith(async () => {
      const { id } = record.summary;
      const content = renamed(record.content, 'Renamed meanwhile');
      const isFirst = !isRenamed;
      isRenamed = true;
      if (isFirst) value(await assessments.save(at.context, { id, version: record.version, content }));
      return success({ bytes: new TextEncoder().encode('%PDF-1.7'), sha256: '' });
    });
    expect(await issue(record)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect((await list()).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
  });

  it('keep the open workbook when another cannot be opened', async () => {
    await imported();
    const letter = join(folder, 'letter.ballast');
    writeFileSync(letter, 'a letter to my aunt');
    at.answers.open = letter;
    expect(await workbook.open(at.context, undefined)).toMatchObject({
      ok: false,
      failure: { code: 'workbook-foreign' },
    });
    expect(value(await workbook.info(at.context, undefined))).toMatchObject({
      name: 'book.ballast',
      assessmentCount: 1,
    });
    at.answers.open = null;
    expect(value(await workbook.open(at.context, undefined)).name).toBe('book.ballast');
  });

  it('say why there is no workbook', async () => {
    at.session.close();
    for (const answer of [
      await assessments.list(at.context, undefined),
      await workbook.backUp(at.context, undefined),
    ])
      expect(answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } });
  });

  it('give the model by the hash under which it is kept', async () => {
    const record = await imported();
    const kept = value(await handlers.model.byHash(at.context, { hash: record.modelHash }));
    expect(kept).toMatchObject({ hash: model.hash, wordingHash: model.wordingHash });
    expect(kept.model.wording.modelId).toBe(record.modelId);
    expect(kept.model.id).toBe(record.modelId);
    const none = await handlers.model.byHash(at.context, { hash: 'f'.repeat(64) });
    expect(none).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('save a table of the window, with text that is harmless', async () => {
    const table = {
      name: 'book',
      titles: ['Subject', 'Premium'],
      rows: [['=1+1', 2.5] as (string | number)[]],
    };
    const closed = value(await handlers.tables.exportCsv(at.context, table));
    expect(closed).toEqual({ isSaved: false, fileName: null });
    at.answers.save = folder;
    const saved = value(await handlers.tables.exportCsv(at.context, table));
    expect(saved).toEqual({ isSaved: true, fileName: 'book.csv' });
    const text = readFileSync(join(folder, 'book.csv'), 'utf8');
    expect(text).toBe(`\ufeffSubject,Premium\r\n'=1+1,2.5\r\n`);
    const { input } = contract.tables.exportCsv;
    expect(input.safeParse(table).success).toBe(true);
    for (const bad of [
      { ...table, name: '../book' },
      { ...table, titles: ['Subject'] },
      { ...table, rows: [['a', Number.POSITIVE_INFINITY]] },
    ])
      expect(input.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  });

  it('give the book in few contents at a time', async () => {
    const issued = value(await issue(await imported()));
    const entries = value(await handlers.book.list(at.context, undefined));
    expect(entries).toMatchObject([
      { id: issued.summary.id, issued: { quotedMinor: cents(218_770_000), engineVersion: ENGINE_VERSION } },
    ]);
    const ids = entries.map((entry) => entry.id);
    const [found] = value(await handlers.book.contents(at.context, { ids: ids.map(assessmentId) }));
    expect(found).toMatchObject({ kind: 'content', content: issued.content, isAsIssued: true });
    const { input } = contract.book.contents;
    expect(input.safeParse({ ids: Array(BOOK_BATCH + 1).fill(ids[0]) }).success).toBe(false);
    expect(input.safeParse({ ids: [] }).success).toBe(false);
    at.session.close();
    expect(await handlers.book.list(at.context, undefined)).toMatchObject({
      ok: false,
      failure: { code: 'not-ready' },
    });
  });

  it('give the packs of incidents, the frozen one of the model marked, and what each holds', async () => {
    const { library } = handlers;
    expect(value(await library.packs(at.context, undefined))).toMatchObject([
      { id: 'pack-1', isCalibrated: true, isBundled: true },
      { id: 'pack-2', isCalibrated: false, isBundled: true },
    ]);
    const pack = value(await library.pack(at.context, { id: 'pack-1' }));
    expect(contract.library.pack.output.safeParse(pack).success).toBe(true);
    expect(await library.choosePack(at.context, undefined)).toEqual(success(null));
    expect(await library.keepPack(at.context, { id: 'pack-1' })).toMatchObject({ ok: false });
  });

  it('keep incidents of one’s own by the rules of the library, and say which field is wrong', async () => {
    const { library } = handlers;
    const typed = {
      id: 'own-northwind-202603',
      subject: 'Northwind',
      subject_type: 'exchange',
      date: '2026-03-02',
      gross_loss_usd: '2500000',
      cause: 'insider',
      audited_before_loss: 'unknown',
      users_made_whole: 'unknown',
      confidence: 'high',
      source: 'Claim file',
    };
    const put = (id: string | null, change = {}) =>
      library.putOwn(at.context, { id, typed: { ...typed, ...change } });
    expect(await put(null, { id: 'mt-gox-201402' })).toMatchObject({ ok: false, failure: { field: 'id' } });
    expect(await put(null, { cause: 'hacked' })).toMatchObject({ ok: false, failure: { field: 'cause' } });
    expect(value(await library.own(at.context, undefined))).toEqual([]);
    value(await put(null));
    value(await put(typed.id, { gross_loss_usd: '3000000' }));
    expect(value(await library.own(at.context, undefined))).toMatchObject([{ gross_loss_usd: 3_000_000 }]);
    value(await library.removeOwn(at.context, { id: typed.id }));

    const file = join(folder, 'own.csv');
    const columns = Object.keys({ ...typed, chain_or_venue: '', recovered_usd: '' });
    const line = (change = {}) =>
      columns
        .map((column) => ({ ...typed, chain_or_venue: '', recovered_usd: '', ...change })[column as 'id'])
        .join(',');
    at.answers.open = file;
    writeFileSync(file, [columns.join(','), line(), line({ id: 'two', cause: 'hacked' })].join('\n'));
    expect(await library.importOwn(at.context, undefined)).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/line 3 \(two\): cause must be one of/) },
    });
    expect(value(await library.own(at.context, undefined))).toEqual([]);
    writeFileSync(file, [columns.join(','), line(), line({ id: 'two' })].join('\n'));
    expect(value(await library.importOwn(at.context, undefined))).toEqual({ added: 2 });
  });

  it('save a report as PDF where a person chooses, and take nothing else for one', async () => {
    const report = {
      format: 'ballast-report/1' as const,
      title: 'T',
      shortTitle: 'T',
      subject: 'S',
      edition: 'E',
      fileName: 'report',
      chapters: [{ id: 'a', blocks: [{ kind: 'paragraph' as const, text: 'Words.' }] }],
    };
    const closed = value(await handlers.reports.savePdf(at.context, { report }));
    expect(closed).toEqual({ isSaved: false, fileName: null });
    at.answers.save = folder;
    expect(value(await handlers.reports.savePdf(at.context, { report }))).toEqual({
      isSaved: true,
      fileName: 'report.pdf',
    });
    expect(readFileSync(join(folder, 'report.pdf'), 'utf8')).toBe('%PDF-1.7 report');
    const { input } = contract.reports.savePdf;
    expect(input.safeParse({ report }).success).toBe(true);
    expect(input.safeParse({ report: { ...report, fileName: '../x' } }).success).toBe(false);
  });

  it('name the models that the workbook keeps', async () => {
    expect(value(await handlers.model.kept(at.context, undefined))).toEqual([]);
    await imported();
    expect(value(await handlers.model.kept(at.context, undefined))).toMatchObject([
      { hash: model.hash, modelId: model.model.id },
    ]);
  });

  it('make a backup that can be opened', async () => {
    await imported();
    const made = value(await workbook.backUp(at.context, undefined));
    const reopened = value(at.session.open(join(made.folder, made.fileName), 'open'));
    expect(reopened.assessmentCount).toBe(1);
  });
});
