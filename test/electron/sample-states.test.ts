import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { firstLimitsOf, type ProfileId, type Role } from '#shared/domain/people.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { profileId } from '../support/branded.ts';
import { host, record, resources, value } from './handlers-host.ts';

const { assessments, quotes, deal, people } = handlers;

// Each bundled sample shows another state of a case, and none is without a way on.
describe('the bundled samples', () => {
  let folder: string;
  let model: BundledModel;
  let at: ReturnType<typeof host>;
  let ada: ProfileId;
  let hope: ProfileId;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-samples-'));
    model = value(loadBundledModel(resources));
    at = host(folder, model);
    hope = await add('Hope Reed', 'head', true);
    ada = await add('Ada Vance', 'underwriter', false);
    await be(ada);
  }, 300_000);
  afterAll(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const add = async (name: string, role: Role, isMe: boolean): Promise<ProfileId> => {
    const entry = { name, initials: 'XX', role, email: null, limits: firstLimitsOf(role) };
    return profileId(value(await people.addProfile(at.context, { entry, passphrase: null, isMe })).id);
  };
  const be = async (id: ProfileId) => value(await people.signIn(at.context, { id, passphrase: null }));
  const imported = async (name: string): Promise<AssessmentRecord> => {
    const text = readFileSync(join(resources, 'samples', `${name}.json`), 'utf8');
    return record(await assessments.importText(at.context, { fileName: `${name}.json`, text }));
  };
  const issue = ({ summary: { id }, version }: AssessmentRecord) =>
    quotes.issue(at.context, { assessmentId: id, version, paper: 'a4' });
  const refer = ({ summary: { id }, version }: AssessmentRecord) =>
    deal.refer(at.context, { id, version, words: null });
  const approved = async ({ summary: { id } }: AssessmentRecord): Promise<AssessmentRecord> => {
    await be(hope);
    const done = record(await deal.approve(at.context, { id, conditions: [] }));
    await be(ada);
    return done;
  };
  const failure = (result: Result<unknown>): string => (result.ok ? '' : result.failure.message);

  it('the well-run exchange is quoted as it stands, for the insurer that it names', async () => {
    const quoted = record(await issue(await imported('well-run-exchange')));
    expect(quoted.summary).toMatchObject({ quotedMinor: 218_770_000, deal: { state: 'quoted' } });
    expect(at.printed[0]).toMatchObject({
      status: 'quote',
      preparedBy: 'Ada Vance',
      insurer: { name: 'Saltmarsh Specialty Insurance Limited' },
    });
  });
  it('the lending protocol is quoted after a referral that is approved', async () => {
    const draft = await imported('lending-protocol');
    const done = await approved(record(await refer(draft)));
    expect(done.summary.deal.state).toBe('approved');
    const quoted = record(await issue(done));
    expect(quoted.quotes[0]?.status).toBe('quote');
    expect(quoted.summary.deal.state).toBe('quoted');
  });

  it('the bridge is a draft with missing information, which can be given and approved', async () => {
    const draft = await imported('bridge-with-past-loss');
    const { id } = draft.summary;
    const lacking = record(await issue(record(await assessments.duplicate(at.context, { id })))).quotes[0];
    expect(lacking?.status).toBe('indication');
    const reasons = at.printed.at(-1)?.statusReasons ?? [];
    for (const field of ['insuredAddress', 'validUntilTime'])
      expect(reasons).toContain(neededForQuote(`terms.contract.${field}`, model.model));
    const { terms } = draft.content;
    const contract = { ...terms.contract, insuredAddress: 'Road Town, Tortola', validUntilTime: '17:00' };
    const content = { ...draft.content, terms: { ...terms, contract } };
    const saved = value(await assessments.save(at.context, { id, version: draft.version, content }));
    const done = await approved(record(await refer({ ...draft, version: saved.version })));
    expect(record(await issue(done)).quotes[0]?.status).toBe('quote');
  });

  it('the weak exchange is referred, since its grade is to be declined and only a head may approve otherwise', async () => {
    const draft = await imported('weak-exchange');
    expect(failure(await issue(draft))).toMatch(/^This cannot be issued\. /);
    const referred = record(await refer(draft));
    expect(referred.summary.deal.state).toBe('referred');
    expect((await approved(referred)).summary.deal.state).toBe('approved');
  });

  it('the yield vault is declined for a coded reason, since no approval could help', async () => {
    const draft = await imported('declined-yield-vault');
    expect(failure(await refer(draft))).toMatch(/^No approval could let this go out/);
    const { id } = draft.summary;
    const declined = record(
      await deal.move(at.context, { id, to: 'declined', reason: 'appetite', words: null }),
    );
    expect(declined.summary).toMatchObject({ state: 'finalised', deal: { state: 'declined' } });
  });
});
