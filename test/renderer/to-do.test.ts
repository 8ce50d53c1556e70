import { describe, expect, it } from 'vitest';
import { sectionOfPath } from '#renderer/app/workbench/sections.ts';
import { countBySection, toDoList } from '#renderer/editor/draft/to-do.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { openDeclarations } from '#shared/domain/open-declarations.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel, quotableExample } from '#test/models/bundled-model.ts';
import { model } from '#test/models/model-2026-2.ts';
import { day } from '../support/branded.ts';
import { draftContent } from './content.ts';

const listOf = (content: AssessmentContent, by: RatingModel = model) => {
  const judgement = judge({ content, model: by, today: day('2026-11-22'), grid: 'draft' });
  const toDo = toDoList(judgement, content, by);
  const counts = countBySection(toDo, (path) => sectionOfPath(path, by));
  return { judgement, toDo, counts, open: (section: string) => counts.get(section as never)?.count ?? 0 };
};
const empty = draftContent();
const example = { ...quotableExample, asOf: day('2026-11-22') };

describe('what is open', () => {
  const contents: readonly (readonly [string, AssessmentContent])[] = [
    ['nothing is answered', empty],
    ['a quotable example', example],
    ['no inception', { ...example, terms: { ...example.terms, periodStart: null, insured: null } }],
    ['no declarations', { ...example, declarations: {} }],
    ['a knock-out', { ...example, declarations: { ...example.declarations, 'ko-sanctions': 'yes' } }],
    ['no part', { ...example, terms: { ...example.terms, parts: [] } }],
    [
      'a weak grade',
      { ...example, answers: Object.fromEntries(Object.entries(example.answers).slice(0, 9)) },
    ],
  ];
  it.each(contents)('%s: overview and issue dialog give the same reasons', (_, content) => {
    for (const by of [model, bundledModel]) {
      const { judgement, toDo } = listOf(content, by);
      const { kind, reasons } = judgement.decision;
      const kinds = kind === 'indication' ? ['refer', 'needed'] : ['stop'];
      const listed = toDo.flatMap((item) => (kinds.includes(item.kind) ? [item.reason ?? ''] : []));
      expect(listed.toSorted()).toEqual([...reasons].toSorted());
      expect(toDo.some(({ kind: one }) => ['stop', 'refer', 'needed'].includes(one))).toBe(kind !== 'quote');
    }
  });
  it.each(contents)('%s: the sections count every open field once, and no other', (_, content) => {
    const { toDo, counts } = listOf(content);
    const fields = new Set(toDo.flatMap(({ paths }) => paths));
    expect([...counts.values()].reduce((sum, { count }) => sum + count, 0)).toBe(fields.size);
  });
});

describe('what a section counts', () => {
  it('each declaration that is not stated, under every model', () => {
    for (const by of [model, bundledModel]) {
      const asked = listOf(empty, by).open('declarations');
      expect(asked).toBeGreaterThan(5);
      const [first, second] = openDeclarations(empty, by).map(({ id }) => id);
      const declarations = { [first ?? '']: 'no', [second ?? '']: 'not-stated' };
      expect(listOf(draftContent({ declarations }), by).open('declarations')).toBe(asked - 1);
    }
  });
  it('an answer that is only asserted, as the overview does, and the register among the incidents', () => {
    const custody = listOf(empty).open('custody');
    const answered = (evidence: string) =>
      listOf(
        draftContent({ answers: { 'cu-quorum': { level: 'baseline', evidence, seenOn: empty.asOf } } }),
      ).open('custody');
    expect(answered('asserted')).toBe(custody);
    expect(answered('verified')).toBe(custody - 1);
    const incidents = listOf(empty).open('incidents');
    const verified = draftContent({ incidentRegister: { evidence: 'verified', seenOn: empty.asOf } });
    expect(listOf(verified).open('incidents')).toBe(incidents - 1);
  });
  it('the inception, as what a quote needs', () => {
    const content = { ...example, terms: { ...example.terms, periodStart: null } };
    const { toDo, open } = listOf(content);
    expect(toDo.find(({ kind }) => kind === 'needed')?.paths).toEqual(['terms.periodStart']);
    expect(open('terms')).toBe(listOf(example).open('terms') + 1);
  });
});
