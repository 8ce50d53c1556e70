import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeLetters } from '#electron/cli/case-letters.ts';
import { writeMissingPapers } from '#electron/cli/missing-papers.ts';
import type { VerifyBasis } from '#electron/documents/paper-signers.ts';
import { createQuotePrinter } from '#electron/documents/quote-pdf.ts';
import { stampHere } from '#electron/documents/stamp-in-thread.ts';
import { verifyPaper } from '#electron/documents/verify-paper.ts';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { changeStamp } from '#electron/ipc/change-stamp.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { contract, type PaperOrder, type Signing } from '#shared/contract/contract.ts';
import type { DealPaper } from '#shared/deal/papers/deal-paper.ts';
import { type DeclineChoice, declineChoiceSchema } from '#shared/deal/papers/decline-letter.ts';
import type { Letter } from '#shared/deal/papers/letter.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { minorOf } from '#shared/domain/money.ts';
import { addOption } from '#shared/domain/option-edits.ts';
import { contentOfOption, withOption } from '#shared/domain/options.ts';
import { firstLimitsOf, type ProfileEntry, type Role } from '#shared/domain/people.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { BLANK_ANSWER } from '#test/support/blank-answer.ts';
import { day, profileId } from '../support/branded.ts';
import { host, record, resources, sampleText, value } from './handlers-host.ts';
import { carriedText } from './issued-papers.ts';

const { assessments, quotes, deal, people } = handlers;
const weak = readFileSync(join(resources, 'samples', 'weak-exchange.json'), 'utf8');

/** A printer that stamps as the application does, on a page that Electron did not draw. */
const printer = createQuotePrinter(
  async (paper) => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]).drawText(paper.kind);
    return success({
      pdf: await document.save(),
      words: { headings: [], sections: [], tables: [], links: {} },
    });
  },
  stampHere(resources),
  'Ballast test',
);

const CHOICE = {
  reasons: ['grade', 'information'],
  ownReason: null,
  lookAgain: ['A review of the code by a named reviewer'],
  by: '2027-03-01',
  documents: 'returned',
  showsGrade: false,
  showsPremium: false,
} as const;
const DECLINE = contract.deal.makePaper.input.shape.order.parse({
  kind: 'decline-letter',
  choice: CHOICE,
}) as PaperOrder;

let model: BundledModel;
beforeAll(() => {
  model = value(loadBundledModel(resources));
}, 300_000);

const failure = (result: Result<unknown>): string => (result.ok ? '' : result.failure.message);

describe('the papers of a case', () => {
  let folder: string;
  let at: ReturnType<typeof host>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-case-papers-'));
    at = host(folder, model);
    at.printDealWith(printer.printDealPaper);
  });
  afterEach(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const imported = async (text: string): Promise<AssessmentRecord> =>
    record(await assessments.importText(at.context, { fileName: 'case.json', text }));
  const add = async (name: string, role: Role, parts: Partial<ProfileEntry> = {}) => {
    const entry = { name, initials: 'XX', role, email: null, limits: firstLimitsOf(role), ...parts };
    const isMe = value(await people.current(at.context, undefined)).profile === null;
    return profileId(value(await people.addProfile(at.context, { entry, passphrase: null, isMe })).id);
  };
  const shown = async (of: AssessmentRecord, order: PaperOrder): Promise<DealPaper> =>
    contract.deal.previewPaper.output.parse(
      value(await deal.previewPaper(at.context, { id: of.summary.id, paper: 'a4', order })),
    );
  const make = (of: AssessmentRecord, order: PaperOrder, signing?: Signing) =>
    deal.makePaper(at.context, { id: of.summary.id, paper: 'a4', order, ...(signing && { signing }) });
  const saved = async (of: AssessmentRecord, sequence: number): Promise<Buffer> => {
    at.answers.save = folder;
    const { fileName } = value(await deal.savePaper(at.context, { id: of.summary.id, sequence }));
    return readFileSync(join(folder, fileName ?? ''));
  };
  const verdictOf = (bytes: Uint8Array, others: Partial<VerifyBasis> = {}) =>
    verifyPaper(bytes, {
      db: at.session.current()?.db ?? null,
      modelOf: () => failed('not-found', 'No model is at hand.'),
      presentHash: null,
      ownKeys: () => [],
      ...others,
    });

  it('tell a broker why nothing is offered, and nothing of the assessment', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(weak);
    expect(failure(await make(draft, DECLINE))).toMatch(/^This case is not declined/);
    const declined = record(
      await deal.move(at.context, {
        id: draft.summary.id,
        to: 'declined',
        reason: 'grade',
        words: 'Private.',
      }),
    );
    const letter = await shown(declined, DECLINE);
    const words = JSON.stringify(letter);
    expect(letter).toMatchObject({
      isDraft: true,
      writer: { name: 'Hope Reed', role: 'Head of underwriting' },
    });
    for (const told of [
      'unable to offer terms on this occasion',
      'do not yet reach the standard that we insure',
      'A review of the code by a named reviewer.',
      'by 1\u00a0Mar\u00a02027',
      'We return the documents',
      'admits nothing',
    ])
      expect(words.replaceAll('\\u00a0', '\u00a0')).toContain(told);
    const { grade, overall, quotedMinor } = declined.summary;
    for (const kept of ['Private.', `graded the risk ${grade}`, String(overall), String(quotedMinor)])
      expect(words).not.toContain(kept);
    const told = { ...CHOICE, showsGrade: true, showsPremium: true };
    const open = JSON.stringify(
      await shown(declined, { kind: 'decline-letter', choice: told } as unknown as PaperOrder),
    );
    expect(open).toContain(`graded the risk ${grade}`);
    expect(open).toContain('It is not an offer.');
  });

  it('are made by a command as in the window: own words, what would let us look again, and by when', async () => {
    await add('Hope Reed', 'head');
    const run = async (choice: Partial<DeclineChoice>) => {
      const draft = await imported(weak);
      const stamp = { ...changeStamp(at.context), now: new Date('2026-11-22T12:00:00.000Z') };
      const today = day('2026-11-22');
      const made = await makeLetters({
        order: {
          letters: [],
          decline: declineChoiceSchema.parse({ ...CHOICE, ...choice }),
          paper: 'a4',
          set: 'broker',
          printer,
          stamp,
        },
        rated: {
          model,
          judgement: judge({ content: draft.content, model: model.model, today, grid: 'full' }),
        },
        workbook: at.session.current()!,
        record: draft,
      });
      return { made, now: record(await assessments.open(at.context, { id: draft.summary.id })) };
    };
    const { made, now } = await run({ ownReason: 'We are full' });
    const [letter] = value(made);
    const shownThere = await shown(now, {
      kind: 'decline-letter',
      choice: { ...CHOICE, ownReason: 'We are full' },
    } as unknown as PaperOrder);
    const carried = JSON.parse(await carriedText(letter!.bytes)) as Letter;
    expect(carried.blocks).toEqual((shownThere as Letter).blocks);
    expect(JSON.stringify(carried)).toMatch(/We are full\..*A review of the code.*by 1.Mar.2027/);
    expect(now.deal.moves.at(-1)).toMatchObject({ to: 'declined', words: 'We are full' });
    // By the rules of the window, and with nothing moved where one of them is broken.
    for (const [broken, words] of [
      [{ reasons: ['nonsense'] }, 'it takes one to three of appetite,'],
      [{ lookAgain: [] }, 'By when: say what would let us look again'],
      [{ by: day('2026-11-21') }, 'By when: the day is over.'],
    ] as const) {
      const refused = await run(broken as Partial<DeclineChoice>);
      expect(failure(refused.made)).toContain(words);
      expect(refused.now.summary.deal.state).toBe('draft');
    }
  });

  it('take one to three reasons of the list, or one in words', async () => {
    const draft = await imported(weak);
    const choose = (choice: object) =>
      deal.previewPaper(at.context, {
        id: draft.summary.id,
        paper: 'a4',
        order: { kind: 'decline-letter', choice: { ...CHOICE, ...choice } } as unknown as PaperOrder,
      });
    expect(failure(await choose({ reasons: [] }))).toBe('Reasons: choose one, or give one in words.');
    expect(failure(await choose({ reasons: ['nonsense'] }))).toBe('Reasons: choose them from the list.');
    expect(JSON.stringify(value(await choose({ reasons: [], ownReason: 'We are full' })))).toContain(
      'We are full.',
    );
    const four = { reasons: ['grade', 'security', 'terms', 'capacity'] };
    expect(
      contract.deal.makePaper.input.safeParse({
        id: draft.summary.id,
        paper: 'a4',
        order: { kind: 'decline-letter', choice: { ...CHOICE, ...four } },
      }).success,
    ).toBe(false);
  });

  it('ask for what is missing, what would move the premium most first, without a score or an amount', async () => {
    const draft = await imported(weak);
    const letter = await shown(draft, { kind: 'missing-information' });
    if (letter.kind === 'cover-schedule') throw new Error('not a letter');
    const open = letter.blocks.find((block) => block.kind === 'table' && block.titles.includes('Question'));
    if (open?.kind !== 'table') throw new Error('no open questions');
    const judged = (content: AssessmentContent) =>
      judge({ content, model: model.model, today: day('2026-11-22'), grid: 'full' });
    const judgement = judged(draft.content);
    const questions = judgement.score.askNext;
    // Each answered by hand, and the whole of it judged again.
    const premiumWith = (factorId: string): number =>
      value(judged(answered(draft.content, factorId)).price).technicalMinor;
    const byPrice = questions
      .map((question, place) => ({ ...question, place, premium: premiumWith(question.factorId) }))
      .sort((a, b) => a.premium - b.premium || a.place - b.place);
    expect(open.rows.map(([, question]) => question)).toEqual(byPrice.map(({ label }) => label));
    expect(open.rows.length).toBeGreaterThan(2);
    // By the score alone they would stand in another order, and some have no effect on the premium at all.
    expect(byPrice.map(({ place }) => place)).not.toEqual(byPrice.map((_, index) => index));
    expect(new Set(byPrice.map(({ premium }) => premium)).size).toBeGreaterThan(2);
    const told = JSON.stringify(letter);
    for (const added of judgement.score.askNext.map(({ couldAdd }) => String(couldAdd)))
      if (added.length > 3) expect(told).not.toContain(added);
    for (const figure of [judgement.score.overall, draft.summary.quotedMinor])
      expect(told).not.toContain(String(figure));
  });

  /** What was said is proven; what was not said is the best that can be said. */
  function answered(content: AssessmentContent, factorId: string): AssessmentContent {
    if (factorId === 'incident-register')
      return { ...content, incidentRegister: { ...content.incidentRegister, evidence: 'verified' } };
    const factor = model.model.factors.find(({ id }) => id === factorId)!;
    const said = content.answers[factorId];
    const best =
      factor.kind === 'ordinal'
        ? { level: [...factor.levels].sort((a, b) => b.score - a.score)[0]!.key }
        : { value: [...factor.mapping!].sort(([, a], [, b]) => b - a)[0]![0] };
    const answer = said?.evidence === 'asserted' ? said : { ...BLANK_ANSWER, ...best };
    return { ...content, answers: { ...content.answers, [factorId]: { ...answer, evidence: 'verified' } } };
  }

  it('put a referral before whoever decides: the memo as it was kept', async () => {
    const hope = await add('Hope Reed', 'head');
    await people.signIn(at.context, { id: hope, passphrase: null });
    const draft = await imported(weak);
    const referred = record(
      await deal.refer(at.context, { id: draft.summary.id, version: draft.version, words: 'Please look.' }),
    );
    await add('Ada Vance', 'underwriter');
    const memo = await shown(referred, { kind: 'referral-memo', words: null });
    const words = JSON.stringify(memo);
    const kept = referred.deal.referral?.memo as { readonly rules: readonly { readonly found: string }[] };
    for (const { found } of kept.rules) expect(words).toContain(JSON.stringify(found).slice(1, -1));
    for (const part of [
      'You are asked to approve',
      'Please look.',
      'Ada Vance, Underwriter',
      'Threshold: > 10%',
    ])
      expect(words).toContain(part);
  });

  it('are kept with the case, written again where they are missing, and known by their bytes', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(weak);
    const first = value(await make(draft, { kind: 'missing-information' }));
    const again = value(await make(draft, { kind: 'missing-information' }));
    expect([first.sequence, again.sequence]).toEqual([1, 2]);
    // The same case at the same moment makes the same bytes.
    expect(again.sha256).toBe(first.sha256);
    const listed = contract.deal.papers.output.parse(
      value(await deal.papers(at.context, { id: draft.summary.id })),
    );
    expect(listed.map(({ sequence }) => sequence)).toEqual([2, 1]);
    const bytes = await saved(draft, 1);
    expect(await verdictOf(bytes)).toMatchObject({ kind: 'intact' });
    const { db } = at.session.current()!;
    const carried = await PDFDocument.load(bytes);
    carried.addPage();
    expect(await verdictOf(await carried.save())).toMatchObject({ kind: 'altered' });
    expect(await verdictOf(await printedElsewhere())).toMatchObject({ kind: 'unknown-here' });
    expect(verifyAuditChain(db)).toMatchObject({ isSound: true });
    expect(() => db.exec(`UPDATE case_papers SET kind = 'other'`)).toThrow(/cannot be changed/);
    expect(() => db.exec('DELETE FROM case_papers')).toThrow(/cannot be removed/);
    const path = at.session.current()!.path;
    at.session.close();
    const out = mkdtempSync(join(tmpdir(), 'ballast-written-'));
    const order = { workbook: path, out, appVersion: 'test', now: new Date('2026-11-22T12:00:00.000Z') };
    expect(writeMissingPapers(order).lines.at(-1)).toMatch(/^2 of 2 papers were missing/);
    expect(writeMissingPapers(order).lines.at(-1)).toMatch(/^Every paper/);
    rmSync(out, { recursive: true, force: true });
  });

  it('are altered, in what and where, when what they carry was changed too', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(sampleText);
    const issued = { assessmentId: draft.summary.id, version: draft.version, paper: 'a4' } as const;
    const quoted = record(await quotes.issue(at.context, issued));
    const { reference } = quoted.quotes[0]!;
    const { sequence } = value(await make(quoted, { kind: 'missing-information' }));
    const bytes = await saved(quoted, sequence);
    const letter = JSON.parse(await carriedText(bytes)) as Letter;
    const forged = async (parts: Partial<Letter>) =>
      verdictOf(value(await printer.printDealPaper({ ...letter, ...parts })).bytes);
    const blocks = letter.blocks.map((block, index) =>
      index === letter.blocks.length - 1 ? { kind: 'paragraph' as const, text: 'Nothing more.' } : block,
    );
    const changed = await forged({ blocks, broker: 'Another broker' });
    expect(changed.kind).toBe('altered');
    expect(changed.findings).toEqual([
      `The file is not the missing information that this workbook made at the moment that it names and keeps as no. ${sequence}.`,
      'What it carries inside is not what was issued: the broker, “Received”.',
      // The printer of these tests draws every letter alike: its pages are as they were.
      expect.stringMatching(/^Its pages are as issued|^Not as issued: page 1/),
    ]);
    // Of another moment that the workbook knows all of, for the same case.
    const earlier = await forged({ preparedAt: '2026-11-20T08:00:00.000Z' });
    expect(earlier.kind).toBe('altered');
    expect(earlier.findings.join(' ')).toContain('for the case that it names');
    expect(earlier.findings.join(' ')).toContain('not what was issued: the day.');
    // After the last entry of the trail, a newer copy of the workbook may have made it.
    expect((await forged({ preparedAt: '2030-01-01T08:00:00.000Z' })).kind).toBe('unknown-here');
    const elsewhere = { preparedAt: '2026-11-20T08:00:00.000Z', reference: `${reference}9` };
    expect((await forged(elsewhere)).kind).toBe('unknown-here');
  });

  it('are signed where that is chosen, and verified by whoever signed', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(weak);
    const { sequence } = value(await make(draft, { kind: 'missing-information' }, { by: 'profile' }));
    const bytes = await saved(draft, sequence);
    const here = await verdictOf(bytes);
    expect(here.kind).toBe('intact');
    expect(here.findings.join(' ')).toContain('Signed by Hope Reed, with a key that this workbook knows');
    const ownKeys = at.context.people.ownKeys;
    expect((await verdictOf(bytes, { db: null, ownKeys })).kind).toBe('intact');
    const stranger = await verdictOf(bytes, { db: null });
    expect(stranger.kind).toBe('signed-unknown');
    expect(stranger.findings.join(' ')).toContain('names “Hope Reed”, which proves nothing');
    const longer = await verdictOf(Buffer.concat([bytes, Buffer.from('\n% a remark\n')]));
    expect(longer.kind).toBe('altered');
    expect(longer.findings.join(' ')).toContain('is whole inside it, but 12 bytes were added behind it');
    const flipped = Uint8Array.from(bytes);
    flipped[500] = (flipped[500] ?? 0) ^ 1;
    expect(['altered', 'not-ours']).toContain((await verdictOf(flipped, { db: null, ownKeys })).kind);
  });

  it('are signed with a key file of one’s own, whose passphrase is asked for each time', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(weak);
    const order = { kind: 'missing-information' } as const;
    const unknown = { by: 'file', file: randomUUID(), passphrase: 'a-test' } as const;
    expect(failure(await make(draft, order, unknown))).toMatch(/Choose it again\.$/);
    at.answers.open = join(import.meta.dirname, 'inputs', 'signing-key-ec.p12');
    const chosen = value(await handlers.papers.chooseKeyFile(at.context, undefined));
    expect(chosen).toMatchObject({ name: 'signing-key-ec.p12' });
    const signing = { by: 'file', file: chosen!.id, passphrase: 'another' } as const;
    expect(failure(await make(draft, order, signing))).toContain('the passphrase is another one');
    const signed = { ...signing, passphrase: 'a-test' } as const;
    const declined = record(
      await deal.move(at.context, {
        id: (await imported(weak)).summary.id,
        to: 'declined',
        reason: 'grade',
        words: null,
      }),
    );
    const bound = await boundSample();
    for (const [of, wanted] of [
      [draft, order],
      [draft, { kind: 'referral-memo', words: null }],
      [declined, DECLINE],
      [bound, { kind: 'cover-schedule' }],
    ] as const) {
      const made = value(await make(of, wanted, signed));
      const bytes = await saved(of, made.sequence);
      const verdict = await verdictOf(bytes);
      expect([wanted.kind, verdict.kind]).toEqual([wanted.kind, 'intact']);
      expect(verdict.findings.join(' ')).toContain('the certificate names “Ben Ode”, which proves nothing');
      expect((await verdictOf(bytes, { db: null })).kind).toBe('signed-unknown');
      const longer = Buffer.concat([bytes, Buffer.from('% a remark\n')]);
      for (const db of [at.session.current()!.db, null])
        expect((await verdictOf(longer, { db })).kind).toBe('altered');
      const flipped = Uint8Array.from(bytes);
      flipped[700] = (flipped[700] ?? 0) ^ 1;
      expect(['altered', 'not-ours']).toContain((await verdictOf(flipped, { db: null })).kind);
    }
  });

  async function printedElsewhere(): Promise<Uint8Array> {
    const other = await imported(sampleText);
    const letter = await shown(other, { kind: 'missing-information' });
    return value(await printer.printDealPaper(letter)).bytes;
  }

  /** The sample as a cover that is bound. */
  async function boundSample(): Promise<AssessmentRecord> {
    const draft = await imported(sampleText);
    const issued = { assessmentId: draft.summary.id, version: draft.version, paper: 'a4' } as const;
    const quote = record(await quotes.issue(at.context, issued)).quotes[0]!;
    const acceptance = { by: 'The broker', on: day('2026-11-22'), how: 'by e-mail', option: 'A' } as const;
    const stands = record(
      await deal.accept(at.context, {
        id: quote.id,
        acceptance: { ...acceptance, signedLinePercent: null },
        words: null,
      }),
    );
    for (const { key } of stands.deal.subjectivities)
      record(
        await deal.moveSubjectivity(at.context, { id: quote.id, subjectivity: key, to: 'met', words: null }),
      );
    return record(await deal.bind(at.context, { id: quote.id, words: null }));
  }

  it('schedule what was bound: when, by whom, at which line, and the hash of the accepted paper', async () => {
    await add('Hope Reed', 'head');
    const draft = await imported(sampleText);
    const quoted = record(
      await quotes.issue(at.context, { assessmentId: draft.summary.id, version: draft.version, paper: 'a4' }),
    );
    expect(failure(await make(quoted, { kind: 'cover-schedule' }))).toMatch(/^Nothing is bound/);
    const quote = quoted.quotes[0]!;
    record(
      await deal.accept(at.context, {
        id: quote.id,
        acceptance: {
          by: 'The broker',
          on: '2026-11-22' as never,
          how: 'by e-mail',
          option: 'A',
          signedLinePercent: 80,
        },
        words: null,
      }),
    );
    const stands = value(await assessments.open(at.context, { id: quoted.summary.id }));
    for (const { key } of stands.deal.subjectivities)
      record(
        await deal.moveSubjectivity(at.context, { id: quote.id, subjectivity: key, to: 'met', words: null }),
      );
    const bound = record(await deal.bind(at.context, { id: quote.id, words: null }));
    const schedule = await shown(bound, { kind: 'cover-schedule' });
    if (schedule.kind !== 'cover-schedule') throw new Error('not a schedule');
    expect(schedule).toMatchObject({
      isDraft: true,
      quotation: { reference: quote.reference, version: 1, status: 'quote' },
      binding: {
        acceptedBy: 'The broker',
        boundBy: 'Hope Reed',
        option: 'A',
        signedLinePercent: 80,
        paperSha256: quote.pdfSha256,
      },
    });
    expect(schedule.quotation.premium?.wholeMinor).toBe(quote.quotedMinor);
    expect(schedule.subjectivities.every(({ state }) => state === 'met')).toBe(true);
    // Page 1 of a schedule names only what is still owed.
    expect(schedule.quotation.subjectivities).toEqual([]);
    expect(value(await make(bound, { kind: 'cover-schedule' })).kind).toBe('cover-schedule');
    expect(await verdictOf(await saved(bound, 1))).toMatchObject({ kind: 'intact' });
  });

  it.each(['A', 'B'] as const)('schedule the option that was accepted, to the cent: %s', async (option) => {
    await add('Hope Reed', 'head');
    const { content, summary, version } = await imported(sampleText);
    const both = addOption(content, 'A');
    const b = contentOfOption(both, 'B');
    const dearer = b.terms.parts.map((part) => ({
      ...part,
      retentionMinor: minorOf((part.retentionMinor ?? 0) * 2),
    }));
    const { version: saved } = value(
      await assessments.save(at.context, {
        id: summary.id,
        version,
        content: withOption(both, 'B', { ...b, terms: { ...b.terms, parts: dearer } }),
      }),
    );
    const quoted = record(
      await quotes.issue(at.context, { assessmentId: summary.id, version: saved, paper: 'a4' }),
    );
    const quote = quoted.quotes[0]!;
    const document = value(await quotes.document(at.context, { id: quote.id })) as QuoteDocument;
    const offered = document.options?.find(({ id }) => id === option)?.figures;
    const premiums = document.options?.map(({ figures }) => figures?.quotedMinor);
    expect([quote.status, premiums?.length, new Set(premiums).size]).toEqual(['quote', 2, 2]);
    const acceptance = { by: 'The broker', on: day('2026-11-22'), how: 'by e-mail', option };
    record(
      await deal.accept(at.context, {
        id: quote.id,
        acceptance: { ...acceptance, signedLinePercent: null },
        words: null,
      }),
    );
    const stands = value(await assessments.open(at.context, { id: summary.id }));
    for (const { key } of stands.deal.subjectivities)
      record(
        await deal.moveSubjectivity(at.context, { id: quote.id, subjectivity: key, to: 'met', words: null }),
      );
    const bound = record(await deal.bind(at.context, { id: quote.id, words: null }));
    const schedule = await shown(bound, { kind: 'cover-schedule' });
    if (schedule.kind !== 'cover-schedule') throw new Error('not a schedule');
    expect(schedule.binding.option).toBe(option);
    expect(schedule.quotation.premium?.wholeMinor).toBe(offered?.quotedMinor);
    expect(schedule.quotation.options ?? []).toEqual([]);
    // What it says of the cover is that option's too, not the first one's.
    const accepted = contentOfOption(document.content, option).terms.parts;
    const retentions = accepted.map(({ retentionMinor }) => retentionMinor);
    expect(schedule.quotation.parts.map(({ retentionMinor }) => retentionMinor)).toEqual(retentions);
    expect(value(await make(bound, { kind: 'cover-schedule' })).kind).toBe('cover-schedule');
  });
});
