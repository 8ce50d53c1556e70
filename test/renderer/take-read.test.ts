import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeDraft, edit, openDraft, takeRead, useDraftStore } from '#renderer/editor/draft/draft-store.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { workedExample } from '#test/models/bundled-model.ts';
import { DRAFT_CASE, NO_DEAL } from './assessment-row.ts';

const record = (id: string, version: number, name: string): AssessmentRecord =>
  ({
    version,
    content: { ...workedExample, subject: { ...workedExample.subject, name } },
    modelHash: 'hash',
    quotes: [],
    summary: { id, state: 'draft', revision: 1, isLatestRevision: true, subjectName: name, deal: DRAFT_CASE },
    deal: NO_DEAL,
  }) as unknown as AssessmentRecord;

const shown = () => useDraftStore.getState().draft?.content.subject.name;
const type = (name: string) =>
  edit('name', null, (content) => ({ ...content, subject: { ...content.subject, name } }));

vi.useFakeTimers();
afterEach(closeDraft);

describe('what was read of an assessment', () => {
  it('is taken where nothing of it is open, or where it is newer and nothing was typed', () => {
    takeRead(record('a', 1, 'First'));
    expect(shown()).toBe('First');
    takeRead(record('a', 2, 'Changed elsewhere'));
    expect(shown()).toBe('Changed elsewhere');
    takeRead(record('b', 1, 'Other'));
    expect(shown()).toBe('Other');
  });

  it('never takes away what was typed while it was read, and the save of it goes on', async () => {
    openDraft(record('a', 1, 'First'));
    type('Typed');
    takeRead(record('a', 1, 'First'));
    expect(shown()).toBe('Typed');
    const save = vi.fn(async () => ({
      ok: true,
      value: { version: 2, summary: record('a', 2, 'Typed').summary },
    }));
    vi.stubGlobal('window', { ballast: { assessments: { save } } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledOnce();
    expect(useDraftStore.getState().draft?.save.kind).toBe('saved');
    vi.unstubAllGlobals();
  });

  it('is left aside when the draft was written after it was read', () => {
    openDraft(record('a', 3, 'Newer'));
    takeRead(record('a', 2, 'Older'));
    expect(shown()).toBe('Newer');
    expect(useDraftStore.getState().draft?.stored.version).toBe(3);
  });
});
