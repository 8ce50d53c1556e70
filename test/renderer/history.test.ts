import { describe, expect, it } from 'vitest';
import { emptyHistory, type History, record, redo, undo } from '#renderer/editor/draft/history.ts';
import {
  applyChanges,
  changesBetween,
  packHistory,
  unpackHistory,
} from '#renderer/editor/draft/history-storage.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { BLANK_ANSWER } from '#test/support/blank-answer.ts';
import { assessmentId } from '../support/branded.ts';
import { draftContent } from './content.ts';

const named = (content: AssessmentContent, name: string): AssessmentContent => ({
  ...content,
  subject: { ...content.subject, name },
});
const step = (
  before: AssessmentContent,
  after: AssessmentContent,
  name: string,
  at: number,
  mergeKey: string | null = name,
) => ({
  name,
  mergeKey,
  at,
  before,
  after,
});

const first = draftContent();
const second = named(first, 'Harbour');
const third = named(first, 'Harbour Ltd');

describe('undo and redo', () => {
  it('each edit is a step with its name', () => {
    const history = record(
      record(emptyHistory, step(first, second, 'change name', 0, null)),
      step(second, third, 'change name again', 9000, null),
    );
    const once = undo(history);
    expect(once).toMatchObject({ name: 'change name again', content: second });
    const twice = undo(once?.history ?? emptyHistory);
    expect(twice).toMatchObject({ name: 'change name', content: first });
    expect(undo(twice?.history ?? emptyHistory)).toBeNull();
    expect(redo(twice?.history ?? emptyHistory)).toMatchObject({ name: 'change name', content: second });
  });

  it('typing in one field is one step; a pause or another field starts the next', () => {
    let history: History = record(emptyHistory, step(first, second, 'change name', 0));
    history = record(history, step(second, third, 'change name', 400));
    expect(history.past).toHaveLength(1);
    expect(undo(history)?.content).toBe(first);
    history = record(history, step(third, second, 'change name', 9000));
    expect(history.past).toHaveLength(2);
    history = record(history, step(second, first, 'change type', 9100));
    expect(history.past).toHaveLength(3);
  });

  it('a new edit ends what could be redone', () => {
    const undone = undo(record(emptyHistory, step(first, second, 'a', 0)));
    const history = record(undone?.history ?? emptyHistory, step(first, third, 'b', 10));
    expect(history.future).toEqual([]);
  });
});

describe('a move to another model', () => {
  const move = { from: 'before', to: 'today' };
  const moved = record(emptyHistory, { ...step(first, first, 'move', 0, null), move });

  it('is a step that leads to the model of before and back, and keeps the content', () => {
    const undone = undo(moved);
    expect(undone).toMatchObject({ content: first, modelHash: 'before' });
    expect(redo(undone?.history ?? emptyHistory)).toMatchObject({ content: first, modelHash: 'today' });
  });

  it('outlives a restart', () => {
    const id = assessmentId('a0000000-0000-4000-8000-000000000001');
    const read = unpackHistory(packHistory(id, first, moved), id, first);
    expect(undo(read ?? emptyHistory)).toMatchObject({ name: 'move', modelHash: 'before' });
  });
});

describe('the history outlives a restart', () => {
  const answered: AssessmentContent = {
    ...second,
    answers: {
      'cu-quorum': { ...BLANK_ANSWER, level: 'baseline' },
    },
  };

  it('what changed is kept two levels deep and read back', () => {
    expect(changesBetween(second, answered)).toEqual([
      { at: 'answers.cu-quorum', value: answered.answers['cu-quorum'] },
    ]);
    expect(applyChanges(second, changesBetween(second, answered))).toEqual(answered);
    expect(applyChanges(answered, changesBetween(answered, second))).toEqual(second);
  });

  it('steps back and forth are the same after packing', () => {
    let history = record(emptyHistory, step(first, second, 'change name', 0));
    history = record(history, step(second, answered, 'change Authorisation quorum', 5000));
    const travelled = undo(history);
    expect(travelled).not.toBeNull();
    const packed = packHistory(assessmentId('id-1'), second, travelled?.history ?? emptyHistory);
    const opened = unpackHistory(packed, assessmentId('id-1'), structuredClone(second));
    expect(undo(opened ?? emptyHistory)).toMatchObject({ name: 'change name', content: first });
    expect(redo(opened ?? emptyHistory)).toMatchObject({
      name: 'change Authorisation quorum',
      content: answered,
    });
  });

  it.each([
    ['nothing', 'null'],
    ['steps that are none', JSON.stringify({ id: 'id-1', content: second, past: [{}], future: [] })],
    ['a content that is none', JSON.stringify({ id: 'id-1', content: { subject: 1 }, past: [], future: [] })],
  ])('%s is not taken', (_, text) => expect(unpackHistory(text, assessmentId('id-1'), second)).toBeNull());

  it('ends at a step that would make no content', () => {
    const bad = { name: 'forged', at: 1, back: [{ at: 'subject.type', value: 'moon' }], forth: [] };
    const good = { name: 'change name', at: 2, back: [{ at: 'subject.name', value: 'Quay' }], forth: [] };
    const text = JSON.stringify({ id: 'id-1', content: second, past: [bad, good], future: [bad] });
    const opened = unpackHistory(text, assessmentId('id-1'), second);
    expect(opened?.past.map(({ name, before }) => [name, before.subject.name])).toEqual([
      ['change name', 'Quay'],
    ]);
  });

  it('the history of another assessment is not taken', () => {
    const packed = packHistory(
      assessmentId('id-1'),
      second,
      record(emptyHistory, step(first, second, 'a', 0)),
    );
    expect(unpackHistory(packed, assessmentId('id-2'), second)).toBeNull();
  });

  it('another order of keys is the same content', () => {
    const packed = packHistory(
      assessmentId('id-1'),
      second,
      record(emptyHistory, step(first, second, 'a', 0)),
    );
    const reordered = Object.fromEntries(Object.entries(second).reverse()) as unknown as AssessmentContent;
    expect(unpackHistory(packed, assessmentId('id-1'), reordered)?.past).toHaveLength(1);
  });

  it('after a kill what was written later than the history is one last step', () => {
    const packed = packHistory(
      assessmentId('id-1'),
      second,
      record(emptyHistory, step(first, second, 'change name', 0)),
    );
    const opened = unpackHistory(packed, assessmentId('id-1'), third) ?? emptyHistory;
    const once = undo(opened);
    expect(once).toMatchObject({ name: 'the last changes before the restart', content: second });
    expect(undo(once?.history ?? emptyHistory)).toMatchObject({ name: 'change name', content: first });
  });
});
