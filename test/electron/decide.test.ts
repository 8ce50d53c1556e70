import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DecideOrder, decide } from '#electron/cli/decide.ts';
import { quoteSubmission } from '#electron/cli/quote-submission.ts';
import { signaturesOf } from '#electron/documents/paper-signatures.ts';
import { hashPassphrase } from '#electron/host/passphrase.ts';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { openSignedIn } from '#electron/ipc/signed-in.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { addProfile } from '#electron/store/people/profiles.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { firstLimitsOf, type Profile } from '#shared/domain/people.ts';
import { failed, success } from '#shared/domain/result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { entryOf, stampOf } from '#test/store/support/people.ts';
import { valueIn } from '#test/store/support/results.ts';
import { profileId } from '../support/branded.ts';
import { resources } from './handlers-host.ts';
import { twoPages } from './issued-papers.ts';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const SECRET = 'a passphrase of hers';
const sample = JSON.parse(readFileSync(join(resources, 'samples', 'lending-protocol.json'), 'utf8'));

/** On real workbooks: one risk that an underwriter has entered and that a referral keeps from being a quote. */
describe('deciding on a referral without a window', () => {
  let folder: string;
  let first: string;
  let workbook: string;
  let printed: QuoteDocument[];

  const parts = (passphrase: string | null = null) => ({
    out: folder,
    paper: 'a4' as const,
    set: 'all' as const,
    workbook,
    appVersion: 'test',
    resourcesFolder: resources,
    // The test cases of the model are run elsewhere.
    activations: { has: () => true, add: () => undefined },
    printer: {
      print: async (document: QuoteDocument) => {
        printed.push(document);
        return success({ bytes: await twoPages('printed'), sha256: '' });
      },
      printDealPaper: async () => failed('unexpected', 'No letter is asked for here.'),
    },
    // What this installation has seen of the workbook; each test has a copy of its own.
    seen: openSeenWorkbooks(dirname(workbook)),
    people: openSignedIn({ folder, key: null, now: () => NOW }),
    passphrase: () => passphrase,
    backupFolder: null,
    now: NOW,
  });
  const asked = (
    kind: DecideOrder['decision']['kind'],
    as: string,
    {
      passphrase = null,
      of = 'Ostrel Lending',
      words = null,
      conditions = [],
      reason = null,
      signing = null,
    }: Partial<DecideOrder['decision']> &
      Partial<Pick<DecideOrder, 'signing'>> & { readonly passphrase?: string | null } = {},
  ) => decide({ ...parts(passphrase), signing, decision: { kind, as, of, words, conditions, reason } });
  const quoted = (name: string, text: object) => {
    const submission = join(folder, `${name}.json`);
    writeFileSync(submission, JSON.stringify(text));
    return quoteSubmission({ ...parts(), submission });
  };
  const stored = () => {
    const opened = valueIn(openWorkbook(workbook, { mode: 'open', appVersion: 'test', now: NOW }));
    try {
      const [newest] = valueIn(listAssessments(opened.db)).toSorted((a, b) => b.revision - a.revision);
      return valueIn(getAssessment(opened.db, newest!.id));
    } finally {
      closeWorkbook(opened);
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-decide-'));
    printed = [];
    first = join(folder, 'first.ballast');
    workbook = first;
    const opened = valueIn(openWorkbook(first, { mode: 'create', appVersion: 'test', now: NOW }));
    const secret = await hashPassphrase(SECRET);
    const add = (
      n: number,
      by: Profile | null,
      entry: ReturnType<typeof entryOf>,
      passphrase = false,
    ): Profile =>
      valueIn(
        addProfile(opened.db, {
          ...stampOf(by),
          id: profileId(`00000000-0000-4000-8000-00000000000${n}`),
          entry,
          passphrase: passphrase ? secret : null,
          publicKey: null,
        }),
      );
    const hope = add(1, null, entryOf('Hope Reed', { role: 'head' }), true);
    add(2, hope, entryOf('Ada Vance'));
    add(
      3,
      hope,
      entryOf('Sam Okoro', { role: 'senior', limits: { ...firstLimitsOf('senior'), mayClear: [] } }),
    );
    closeWorkbook(opened);
    const made = await quoted('lending', { ...sample, underwriter: { name: 'Ada Vance' } });
    expect(made).toMatchObject({ exitCode: 0 });
    expect(printed[0]).toMatchObject({ status: 'indication', preparedBy: 'Ada Vance' });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  beforeEach(() => {
    count += 1;
    const own = join(folder, String(count));
    mkdirSync(own);
    workbook = join(own, 'case.ballast');
    copyFileSync(first, workbook);
    printed = [];
  });

  it('leads over an approval with conditions to a firm quote that names who gave it', async () => {
    expect(await asked('refer', 'Ada Vance', { words: 'Please look.' })).toMatchObject({
      exitCode: 0,
      lines: [expect.stringContaining('Ostrel Lending, revision 1: referred, entered by Ada Vance.')],
    });
    const conditions = ['Rate agreed with the class lead', 'No further part'];
    expect(await asked('approve', 'Hope Reed', { passphrase: SECRET, conditions })).toMatchObject({
      exitCode: 0,
      lines: [expect.stringContaining('approved'), expect.stringContaining('--decide issue')],
    });
    expect(stored().deal.approval).toMatchObject({
      name: 'Hope Reed',
      role: 'Head of underwriting',
      conditions,
    });
    const issued = await asked('issue', 'Ada Vance');
    expect(issued).toMatchObject({ exitCode: 0, message: null });
    expect(issued.lines.join('\n')).toMatch(/^QUOTE BAL-2026-0001-\w{5} version 2, valid until/m);
    expect(printed[0]).toMatchObject({
      status: 'quote',
      statusReasons: [],
      approval: { name: 'Hope Reed', conditions },
    });
    expect(stored().summary.deal.state).toBe('quoted');
    expect(stored().quotes.map(({ version, offerState }) => [version, offerState])).toEqual([
      [2, 'open'],
      [1, 'superseded'],
    ]);
    // Decided already: nothing is left to approve, and the reference names the case as well.
    const of = stored().summary.latestQuote?.reference ?? '';
    expect(await asked('approve', 'Hope Reed', { passphrase: SECRET, of })).toMatchObject({
      exitCode: 3,
      message: 'This case is quoted: it cannot become approved.',
    });
  });

  it('issues papers that are signed with a key file of one’s own, or none', async () => {
    await asked('refer', 'Ada Vance');
    await asked('approve', 'Hope Reed', { passphrase: SECRET });
    const pkcs12 = join(import.meta.dirname, 'inputs', 'signing-key-ec.p12');
    const signing = { by: { pkcs12 }, folder };
    const papers = () => readdirSync(folder).filter((name) => /v2.*\.pdf$/.test(name));
    const before = papers();
    vi.stubEnv('BALLAST_PKCS12_PASSPHRASE', 'another');
    const refused = await asked('issue', 'Ada Vance', { signing });
    expect(refused.message).toContain('the passphrase is another one');
    expect([stored().summary.deal.state, papers()]).toEqual(['approved', before]);
    vi.stubEnv('BALLAST_PKCS12_PASSPHRASE', 'a-test');
    expect(await asked('issue', 'Ada Vance', { signing })).toMatchObject({ exitCode: 0 });
    vi.unstubAllEnvs();
    const made = papers().filter((name) => !before.includes(name));
    expect(made.length).toBeGreaterThan(1);
    for (const name of made)
      expect(await signaturesOf(readFileSync(join(folder, name)))).toMatchObject({
        broken: 0,
        good: [{ name: 'Ben Ode' }],
      });
  });

  it.each<readonly [string, string, string | null, RegExp]>([
    [
      'whoever entered it',
      'Ada Vance',
      null,
      /^Ada Vance has entered part of this assessment, and nobody approves their own entry/,
    ],
    [
      'whoever has no authority for it',
      'Sam Okoro',
      null,
      /^Sam Okoro cannot approve this\. Sam Okoro may not clear “An exclusion is bought back”\. Sam Okoro may not clear “Premium by an entered rate”\.$/,
    ],
    ['a wrong passphrase', 'Hope Reed', 'not this one', /^This is not the passphrase of Hope Reed\.$/],
    [
      'no passphrase',
      'Hope Reed',
      null,
      /^Hope Reed signs in with a passphrase\. Give it in the environment variable BALLAST_PASSPHRASE or on standard input\.$/,
    ],
    ['somebody unknown', 'Nobody Known', null, /^“Nobody Known” has no profile in this workbook/],
  ])('refuses an approval of %s, and stores nothing of it', async (_, as, passphrase, message) => {
    await asked('refer', 'Ada Vance');
    const before = stored().history.length;
    const said = await asked('approve', as, { passphrase });
    expect(said.exitCode).toBeGreaterThan(1);
    expect(said.lines).toEqual([]);
    expect(said.message).toMatch(message);
    expect(stored().summary.deal.state).toBe('referred');
    expect(stored().history).toHaveLength(before);
  });

  it('sends back with questions, which it asks for, and declines for a reason of the list', async () => {
    await asked('refer', 'Ada Vance');
    expect(await asked('send-back', 'Sam Okoro')).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^Note: write the questions/),
    });
    expect(await asked('send-back', 'Sam Okoro', { words: 'Who agreed the rate?' })).toMatchObject({
      exitCode: 0,
    });
    expect(stored().summary).toMatchObject({ revision: 2, state: 'draft', deal: { state: 'draft' } });
    expect(await asked('decline', 'Sam Okoro', { reason: 'nonsense' })).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^The option --reason must be one of appetite, /),
    });
    expect(await asked('decline', 'Sam Okoro', { reason: 'appetite' })).toMatchObject({ exitCode: 0 });
    expect(stored().summary).toMatchObject({ state: 'finalised', deal: { state: 'declined' } });
    expect(await asked('decline', 'Sam Okoro', { reason: 'appetite' })).toMatchObject({
      exitCode: 3,
      message: 'This case is declined already: it cannot become declined.',
    });
  });

  it('names a case that is not there, and refers nothing twice', async () => {
    expect(await asked('approve', 'Hope Reed', { passphrase: SECRET, of: 'Nowhere' })).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('no case “Nowhere”'),
    });
    await asked('refer', 'Ada Vance');
    expect(await asked('refer', 'Ada Vance')).toMatchObject({
      message: expect.stringContaining('This case is referred already'),
    });
  });

  it('quotes in nobody’s name who has no profile in a workbook of people', async () => {
    expect(await quoted('unknown', sample)).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('“Class underwriter, digital assets” has no profile in this workbook'),
    });
  });
});
