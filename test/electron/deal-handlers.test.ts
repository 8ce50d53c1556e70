import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { contract } from '#shared/contract/contract.ts';
import { firstLimitsOf, type ProfileEntry, type ProfileId, type Role } from '#shared/domain/people.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { profileId } from '../support/branded.ts';
import { host, record, resources, value } from './handlers-host.ts';

const { assessments, quotes, deal, people } = handlers;
const weak = readFileSync(join(resources, 'samples', 'weak-exchange.json'), 'utf8');

let model: BundledModel;
beforeAll(() => {
  model = value(loadBundledModel(resources));
}, 300_000);

const failure = (result: Result<unknown>): string => (result.ok ? '' : result.failure.message);

describe('the handlers of a deal', () => {
  let folder: string;
  let at: ReturnType<typeof host>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-deal-'));
    at = host(folder, model);
  });
  afterEach(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const imported = async (): Promise<AssessmentRecord> =>
    record(await assessments.importText(at.context, { fileName: 'weak.json', text: weak }));
  const add = async (name: string, role: Role, parts: Partial<ProfileEntry> = {}): Promise<ProfileId> => {
    const entry = { name, initials: 'XX', role, email: null, limits: firstLimitsOf(role), ...parts };
    const isMe = value(await people.current(at.context, undefined)).profile === null;
    return profileId(value(await people.addProfile(at.context, { entry, passphrase: null, isMe })).id);
  };
  const be = async (id: ProfileId) => value(await people.signIn(at.context, { id, passphrase: null }));
  const refer = async ({ summary: { id }, version }: AssessmentRecord) =>
    record(await deal.refer(at.context, { id, version, words: 'Please look.' }));

  it('write the memo before it is made: the rules that fired, and who could approve it', async () => {
    const hope = await add('Hope Reed', 'head');
    const ada = await add('Ada Vance', 'underwriter');
    await be(ada);
    const { id } = (await imported()).summary;
    const preview = contract.deal.memo.output.parse(value(await deal.memo(at.context, { id })));
    expect(preview.obstacles).toEqual([]);
    expect(preview.memo.rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(['grade', 'rf-hot']));
    expect(preview.memo.rules.find((rule) => rule.id === 'rf-hot')).toMatchObject({ threshold: '> 10%' });
    expect(preview.people.find((person) => person.id === hope)?.refusals).toEqual([]);
    expect(preview.people.find((person) => person.id === ada)?.refusals[0]).toMatch(
      /nobody approves their own entry/,
    );
  });

  it('lead over an approval to a firm quote, though the grade is to be declined', async () => {
    const hope = await add('Hope Reed', 'head');
    const ada = await add('Ada Vance', 'underwriter');
    await be(ada);
    const draft = await imported();
    const { id } = draft.summary;
    const issue = async (version: number) =>
      quotes.issue(at.context, { assessmentId: id, version, paper: 'a4' });
    expect(failure(await issue(draft.version))).toMatch(/cannot be issued/);
    const referred = await refer(draft);
    expect(failure(await issue(referred.version))).toMatch(/cannot be issued|referred/);
    expect(failure(await deal.approve(at.context, { id, conditions: [] }))).toMatch(/nobody approves/);

    await be(hope);
    const approved = record(await deal.approve(at.context, { id, conditions: ['Hot share under 8 %', ' '] }));
    expect(approved.deal.approval).toMatchObject({
      name: 'Hope Reed',
      role: 'Head of underwriting',
      conditions: ['Hot share under 8 %'],
    });
    await be(ada);
    const quoted = record(await issue(approved.version));
    expect(quoted.quotes[0]).toMatchObject({ status: 'quote', offerState: 'open' });
    expect(quoted.summary.deal.state).toBe('quoted');
    const [document] = at.printed;
    expect(document).toMatchObject({
      status: 'quote',
      statusReasons: [],
      approval: { name: 'Hope Reed', conditions: ['Hot share under 8 %'] },
    });
  });

  it('refuse an approval beyond authority, measure by measure', async () => {
    const head = await add('Hope Reed', 'head');
    const limits = { ...firstLimitsOf('head'), premiumMinor: 100 as never, mayApproveDecline: false };
    const sam = await add('Sam Senior', 'senior', { limits });
    await be(head);
    const { id } = (await refer(await imported())).summary;
    await be(sam);
    const said = failure(await deal.approve(at.context, { id, conditions: [] }));
    expect(said).toMatch(/^Sam Senior cannot approve this\. /);
    expect(said).toMatch(/premium/i);
    expect(said).toMatch(/declin/i);
    expect(value(await assessments.open(at.context, { id })).summary.deal.state).toBe('referred');
  });

  it('approve nothing beyond the first person while there is no head, whatever was set before', async () => {
    const limits = firstLimitsOf('head');
    const ada = await add('Ada Vance', 'underwriter', { limits });
    const ben = await add('Ben Osei', 'underwriter', { limits });
    const raised = await people.addProfile(at.context, {
      entry: { name: 'Puppet', initials: 'P', role: 'head', email: null, limits },
      passphrase: null,
      isMe: false,
    });
    expect(failure(raised)).toMatch(/^Ada Vance may not grant more authority/);
    const lower = { ...limits, mayClear: [] };
    const entry = { name: 'Ada Vance', initials: 'XX', role: 'underwriter' as const, email: null };
    value(await people.changeProfile(at.context, { id: ada, entry: { ...entry, limits: lower } }));
    const { id } = (await refer(await imported())).summary;
    await be(ben);
    expect(failure(await deal.approve(at.context, { id, conditions: [] }))).toMatch(
      /^Ben Osei cannot approve this\. There is no head of underwriting here, so that no approval goes further than the authority of Ada Vance, the first person\. Ada Vance may not clear /,
    );
    expect(value(await assessments.open(at.context, { id })).summary.deal.state).toBe('referred');
  });

  it('send back with questions, decline for a reason of the list, and reopen', async () => {
    await add('Hope Reed', 'head');
    const referred = await refer(await imported());
    const questions = 'Who holds the keys?';
    const back = record(await deal.sendBack(at.context, { id: referred.summary.id, questions }));
    expect(back.summary).toMatchObject({ revision: 2, state: 'draft', deal: { state: 'draft' } });
    const move = (to: 'declined' | 'draft', reason: string | null, words: string | null = null) =>
      deal.move(at.context, { id: back.summary.id, to, reason, words });
    expect(failure(await move('declined', 'nonsense'))).toBe('Reason: choose one from the list.');
    expect(failure(await move('declined', 'other'))).toMatch(/needs the reason in words/);
    const declined = record(await move('declined', 'appetite'));
    expect(declined.summary).toMatchObject({ state: 'finalised', deal: { state: 'declined' } });
    expect(failure(await move('declined', 'appetite'))).toMatch(/is declined already/);
    const reopened = record(await move('draft', null, 'They moved the keys.'));
    expect(reopened.summary).toMatchObject({ revision: 3, deal: { state: 'draft' } });
    expect(contract.deal.diary.output.parse(value(await deal.diary(at.context, undefined)))).toEqual([]);
  });

  it('refer nothing that no approval could let go out, nor by nobody', async () => {
    const draft = await imported();
    const { id } = draft.summary;
    const refused = await deal.refer(at.context, { id, version: draft.version, words: null });
    expect(failure(refused)).toMatch(/Say who you are/);
    await add('Hope Reed', 'head');
    const declarations = { ...draft.content.declarations, 'ko-insolvent': 'yes' as const };
    const content = { ...draft.content, declarations };
    const saved = value(await assessments.save(at.context, { id, version: draft.version, content }));
    const knockedOut = await deal.refer(at.context, { id, version: saved.version, words: null });
    expect(failure(knockedOut)).toMatch(/^No approval could let this go out/);
  });
});
