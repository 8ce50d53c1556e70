import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveModelCommand } from '#renderer/editor/commands/assessment-commands.ts';
import { type CommandFacts, canRun, commandFacts } from '#renderer/editor/commands/command.ts';
import {
  closeDraft,
  edit,
  moveDraft,
  openDraft,
  redoEdit,
  takeRead,
  undoEdit,
  useDraftStore,
} from '#renderer/editor/draft/draft-store.ts';
import { currentModelQuery, queryClient } from '#renderer/editor/queries.ts';
import { MoveCauses } from '#renderer/features/moving/move-causes.tsx';
import { MoveStandings } from '#renderer/features/moving/move-standings.tsx';
import { modelNames, retiredSentence } from '#renderer/features/moving/move-words.ts';
import { modelWords } from '#shared/domain/model-words.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { explainMove } from '#shared/underwriting/explain-move.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { DRAFT_CASE, NO_DEAL } from './assessment-row.ts';

const record = {
  version: 1,
  content: example,
  modelHash: 'before',
  quotes: [],
  summary: {
    id: 'a',
    state: 'draft',
    revision: 1,
    isLatestRevision: true,
    subjectName: 'Northwind',
    deal: DRAFT_CASE,
  },
  deal: NO_DEAL,
} as unknown as AssessmentRecord;

const hash = () => useDraftStore.getState().draft?.modelHash;
let save: ReturnType<typeof vi.fn>;

beforeEach(() => {
  vi.useFakeTimers();
  let version = 1;
  let under = record.modelHash;
  save = vi.fn(async ({ modelHash = under }: { readonly modelHash?: string }) => {
    version += 1;
    under = modelHash;
    return { ok: true, value: { version, summary: record.summary, modelId: 'm', modelHash } };
  });
  vi.stubGlobal('window', { ballast: { assessments: { save } } });
  openDraft(record);
});
afterEach(() => {
  closeDraft();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a draft that is moved to another model', () => {
  it('is written under it, once, and what is typed afterwards stays there', async () => {
    moveDraft('move to model 2026.2', 'today');
    expect(hash()).toBe('today');
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls.map(([call]) => call)).toMatchObject([{ version: 1, modelHash: 'today' }]);
    edit('name', null, (content) => ({ ...content, subject: { ...content.subject, name: 'Other' } }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls.at(-1)?.[0]).not.toHaveProperty('modelHash');
    expect(useDraftStore.getState().draft?.stored.modelHash).toBe('today');
  });

  it('is moved back by undo and again by redo, each with its name', async () => {
    moveDraft('move to model 2026.2', 'today');
    await vi.advanceTimersByTimeAsync(1000);
    expect(undoEdit()).toBe('move to model 2026.2');
    expect(hash()).toBe('before');
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls.at(-1)?.[0]).toMatchObject({ version: 2, modelHash: 'before' });
    expect(redoEdit()).toBe('move to model 2026.2');
    expect(hash()).toBe('today');
  });

  it('is not taken back by a reading that began before the move was written', () => {
    moveDraft('move to model 2026.2', 'today');
    takeRead(record);
    expect(hash()).toBe('today');
  });

  it('moves only where it is not there already', () => {
    moveDraft('move', 'before');
    expect(undoEdit()).toBeNull();
  });
});

describe('the command that moves it', () => {
  it('can be run on a draft under another model than that of today, and on nothing else', () => {
    const draft = useDraftStore.getState().draft;
    const facts: CommandFacts = { ...commandFacts(), draft };
    expect(canRun(moveModelCommand, facts)).toBe(false);
    queryClient.setQueryData(currentModelQuery.queryKey, { model, hash: 'today', wordingHash: '' });
    expect(canRun(moveModelCommand, facts)).toBe(true);
    expect(canRun(moveModelCommand, { ...facts, isReadOnly: true })).toBe(false);
    expect(canRun(moveModelCommand, { ...facts, draft: null })).toBe(false);
    queryClient.setQueryData(currentModelQuery.queryKey, { model, hash: 'before', wordingHash: '' });
    expect(canRun(moveModelCommand, facts)).toBe(false);
    queryClient.clear();
  });
});

describe('what the dialog of the move shows', () => {
  const names = modelNames(earlier, model);
  const move = explainMove(example, { from: earlier, to: model }, example.asOf);
  const text = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('tells two editions of one model apart, and a retired model from that of today', () => {
    expect(retiredSentence(earlier, model)).toBe(
      'This draft is priced under model 2026.1, which is retired.',
    );
    expect(retiredSentence(model, model)).toBe(
      'This draft is priced under an earlier edition of model 2026.2.',
    );
    expect(modelNames(model, model).from).toBe('the earlier edition of model 2026.2');
  });

  it('leads from one premium to the other by amounts that add up to the cent', () => {
    const shown = text(
      renderToStaticMarkup(<MoveCauses change={move.change} names={names} currency="USD" />),
    );
    const amounts = [...shown.matchAll(/ ([+−][\d,]+\.\d\d) /g)].map(([, amount = '']) =>
      Number(amount.replaceAll(',', '').replace('−', '-').replace('.', '')),
    );
    const total = amounts.pop();
    expect(amounts.length).toBeGreaterThan(4);
    expect(total).toBe(230_280_766 - 199_216_467);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total);
    expect(shown).toContain('Under model 2026.1 1,992,164.67');
    expect(shown).toContain('Under model 2026.2 +310,642.99 2,302,807.66');
  });

  it('shows what stands side by side, and the sentence where no premium can be made', () => {
    const shown = text(
      renderToStaticMarkup(
        <MoveStandings move={move} names={names} currency="USD" pillars={modelWords(model).pillars} />,
      ),
    );
    expect(shown).toMatch(/Quoted premium USD\s1,892,600\.00 USD\s2,187,700\.00 \+295,100\.00/);
    expect(shown).not.toContain('Incident history');
    const affiliate = {
      ...example,
      incidents: example.incidents.map((one) => ({ ...one, boundary: 'affiliate' as const })),
    };
    const moved = explainMove(affiliate, { from: earlier, to: model }, example.asOf);
    expect(
      text(
        renderToStaticMarkup(
          <MoveStandings move={moved} names={names} currency="USD" pillars={modelWords(model).pillars} />,
        ),
      ),
    ).toMatch(/Incident history \d+\.\d 83\.3 \+\d+\.\d/);
    const bare = { ...example, terms: { ...example.terms, parts: [] } };
    const { change } = explainMove(bare, { from: earlier, to: model }, example.asOf);
    expect(text(renderToStaticMarkup(<MoveCauses change={change} names={names} currency="USD" />))).toContain(
      'Choose at least one coverage part.',
    );
  });
});
