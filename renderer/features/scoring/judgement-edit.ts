import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { withField } from '#shared/domain/with-field.ts';
import { edit } from '../../editor/draft/draft-store.ts';

type Judgement = NonNullable<AssessmentContent['judgement']>;
export type JudgedAnswer = NonNullable<Judgement['answers']>[string];
export type JudgedGrade = NonNullable<Judgement['grade']>;

/** With nothing left that is judged, there is no judgement. */
function withJudgement(
  content: AssessmentContent,
  change: (before: Judgement) => Judgement,
): AssessmentContent {
  const { answers = {}, grade } = change(content.judgement ?? {});
  const next: Judgement = {
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(grade === undefined ? {} : { grade }),
  };
  return withField(content, 'judgement', Object.keys(next).length === 0 ? undefined : next);
}

/** Sets the score of an answer by judgement, or takes the judgement off. */
export const judgeAnswer = (
  factor: { readonly id: string; readonly label: string },
  set: JudgedAnswer | null,
): void =>
  edit(`${set === null ? 'take off the' : 'set by'} judgement of ${factor.label}`, null, (content) =>
    withJudgement(content, (before) => {
      const { [factor.id]: _, ...others } = before.answers ?? {};
      return { ...before, answers: set === null ? others : { ...others, [factor.id]: set } };
    }),
  );

/** Sets the grade by judgement, or takes the judgement off. */
export const judgeGrade = (set: JudgedGrade | null): void =>
  edit(set === null ? 'take off the judgement of the grade' : 'set the grade by judgement', null, (content) =>
    withJudgement(content, (before) => withField(before, 'grade', set ?? undefined)),
  );
