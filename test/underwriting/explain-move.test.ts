import { describe, expect, it } from 'vitest';
import { explainMove } from '#shared/underwriting/explain-move.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { day } from '#test/support/branded.ts';

const today = example.asOf;

describe('what a move to another model does to an assessment', () => {
  it('is told with its figures under both and with the causes in words of the model', () => {
    const { before, after, change, raised, dropped } = explainMove(
      example,
      { from: earlier, to: model },
      today,
    );
    expect(before).toMatchObject({ grade: 'BBB', technicalMinor: 199_216_467, decision: 'indication' });
    expect(after).toMatchObject({ grade: 'BBB', technicalMinor: 230_280_766, quotedMinor: 218_770_000 });
    expect([raised, dropped]).toEqual([[], []]);
    if (!change.ok) throw new Error(change.failure.message);
    expect(change.value.causes.every(({ why }) => why?.endsWith('.'))).toBe(true);
  });

  it('names the referrals that come with it', () => {
    const [incident] = example.incidents;
    // Two more losses of the same cause: own experience is referred by the later model alone.
    const incidents = ['a', 'b'].map((id, index) => ({
      ...incident!,
      id,
      date: day(['2025-05-22', '2026-05-22'][index]!),
    }));
    const content = { ...example, incidents: [incident!, ...incidents] };
    const { raised } = explainMove(content, { from: earlier, to: model }, today);
    expect(raised.map(({ id }) => id)).toContain('rf-experience');
  });

  it('is told without an explained price where one of them cannot price it', () => {
    const content = { ...example, terms: { ...example.terms, parts: [] } };
    const { before, after, change } = explainMove(content, { from: earlier, to: model }, today);
    expect(before).toMatchObject({
      technicalMinor: null,
      quotedMinor: null,
      grade: 'BBB',
      decision: 'refused',
    });
    expect(after.technicalMinor).toBeNull();
    expect(change).toMatchObject({ ok: false, failure: { message: 'Choose at least one coverage part.' } });
  });
});
