import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import type { Context } from '#electron/ipc/context.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { failed, success } from '#shared/domain/result.ts';
import { host, record, resources, sampleText, value } from './handlers-host.ts';

const A4 = { paper: 'a4' } as const;
/** The worked example under the model of before and under that of today, in cents. */
const BEFORE = 189_260_000;
const TODAY = 218_770_000;

let today: BundledModel;
/** The application as it was while the retired model was that of the day. */
let before: BundledModel;
beforeAll(() => {
  today = value(loadBundledModel(resources));
  before = { ...today.retired()[0]!, retired: () => [], tested: today.tested };
}, 300_000);

describe('a draft that was begun under a model that is retired now', () => {
  let folder: string;
  let at: ReturnType<typeof host>;
  let then: Context;
  let draft: AssessmentRecord;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-moves-'));
    at = host(folder, today);
    then = { ...at.context, model: () => success(before) };
    draft = record(await assessments.importText(then, { fileName: 'sample.json', text: sampleText }));
  });
  afterEach(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const { assessments, quotes } = handlers;
  const idOf = ({ summary }: AssessmentRecord) => ({ id: summary.id });
  const noted = (content: AssessmentContent, group: string): AssessmentContent => ({
    ...content,
    subject: { ...content.subject, group },
  });
  const open = async (which = draft) => record(await assessments.open(at.context, idOf(which)));
  const save = async (changes: { readonly modelHash?: string; readonly note?: string } = {}) => {
    const { content, version, summary } = await open();
    const { note, ...move } = changes;
    const next = note === undefined ? content : noted(content, note);
    return assessments.save(at.context, { id: summary.id, version, content: next, ...move });
  };

  it('stays under it when it is saved, previewed and finalised', async () => {
    expect(draft).toMatchObject({ modelHash: before.hash, summary: { quotedMinor: BEFORE } });
    const saved = value(await save({ note: 'Looked at again.' }));
    expect(saved).toMatchObject({ modelHash: before.hash, modelId: before.model.id });
    expect(saved.summary.quotedMinor).toBe(BEFORE);
    const preview = value(await quotes.preview(at.context, { assessmentId: draft.summary.id, ...A4 }));
    expect(preview.model.hash).toBe(before.hash);
    expect(preview.price?.quotedMinor).toBe(BEFORE);
    const { id, version } = { ...idOf(draft), version: saved.version };
    const closed = record(await assessments.finalise(at.context, { id, version }));
    expect(closed).toMatchObject({ modelHash: before.hash, summary: { quotedMinor: BEFORE } });
  });

  it('is issued under it, and a correction of it stays under it too', async () => {
    const order = { assessmentId: draft.summary.id, version: draft.version, ...A4 };
    const issued = record(await quotes.issue(at.context, order));
    expect(issued.quotes).toMatchObject([{ modelHash: before.hash, quotedMinor: BEFORE }]);
    expect(at.printed.at(-1)?.model).toMatchObject({ hash: before.hash, wordingHash: before.wordingHash });
    const revision = record(await assessments.revise(at.context, idOf(issued)));
    expect(revision).toMatchObject({ modelHash: before.hash, summary: { revision: 2, quotedMinor: BEFORE } });
  });

  it('starts under the model of today as a new case, whose history says so', async () => {
    const copy = record(await assessments.duplicate(at.context, idOf(draft)));
    expect(copy).toMatchObject({ modelHash: today.hash, summary: { quotedMinor: TODAY } });
    expect(copy.history.at(-1)?.detail).toBe(
      'A new case from revision 1 of another, under rating model digital-asset-2026.2 instead of digital-asset-2026.1.',
    );
    const other = record(
      await assessments.importText(at.context, { fileName: 'sample.json', text: sampleText }),
    );
    expect(other.modelHash).toBe(today.hash);
  });

  it('moves to the model of today when it is asked to, and back, and the trail tells both', async () => {
    const moved = value(await save({ modelHash: today.hash }));
    expect(moved).toMatchObject({ modelHash: today.hash, summary: { quotedMinor: TODAY } });
    expect(value(await save({ note: 'After the move.' })).modelHash).toBe(today.hash);
    const back = value(await save({ modelHash: before.hash, note: 'And back.' }));
    expect(back).toMatchObject({ modelHash: before.hash, summary: { quotedMinor: BEFORE } });
    const moves = (await open()).history.filter(({ action }) => action === 'assessment-moved');
    expect(moves.map(({ detail }) => detail)).toEqual([
      'Moved to rating model digital-asset-2026.1 from digital-asset-2026.2: 74.5 (BBB) at USD\u00a02,187,700.00 became 74.5 (BBB) at USD\u00a01,892,600.00. Changed the group.',
      'Moved to rating model digital-asset-2026.2 from digital-asset-2026.1: 74.5 (BBB) at USD\u00a01,892,600.00 became 74.5 (BBB) at USD\u00a02,187,700.00.',
    ]);
    expect(value(await handlers.workbook.check(at.context, undefined)).findings).toSatisfy(
      (findings: readonly { readonly isSound: boolean }[]) => findings.every(({ isSound }) => isSound),
    );
  });

  it('moves nowhere else: nothing new starts under a model that is retired', async () => {
    const other = record(
      await assessments.importText(at.context, { fileName: 'sample.json', text: sampleText }),
    );
    const { summary, version, content } = other;
    const refused = await assessments.save(at.context, {
      ...{ id: summary.id, version, content },
      modelHash: before.hash,
    });
    const message = 'A draft moves to the rating model of today, or back to the one that it was moved from.';
    expect(refused).toEqual({ ok: false, failure: { code: 'invalid-input', message } });
    expect((await open(other)).modelHash).toBe(today.hash);
  });

  it('is worked on under the model that the workbook alone keeps, once that passed its test cases', async () => {
    const later: BundledModel = { ...today, retired: () => [] };
    const context = { ...at.context, model: () => success(later) };
    const { content, version, summary } = draft;
    const order = { id: summary.id, version, content: noted(content, 'Later.') };
    expect(value(await assessments.save(context, order))).toMatchObject({
      modelHash: before.hash,
      summary: { quotedMinor: BEFORE },
    });
    const strict = { ...later, tested: () => failed('model-invalid', 'It fails its own test case.') };
    const now = { ...context, model: () => success(strict) };
    const again = { ...order, version: version + 1, content: noted(content, 'Later still.') };
    const refused = await assessments.save(now, again);
    expect(refused).toMatchObject({ ok: false, failure: { message: 'It fails its own test case.' } });
    // What was entered is not lost with the model: it can be moved.
    expect(value(await assessments.save(now, { ...again, modelHash: today.hash }))).toMatchObject({
      modelHash: today.hash,
      summary: { quotedMinor: TODAY },
    });
  });
});
