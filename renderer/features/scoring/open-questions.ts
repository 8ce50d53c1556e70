import type { Pillar } from '#shared/domain/vocabulary.ts';
import type { Editor } from '../../editor/draft/editor-context.tsx';

/** How many questions of a pillar are not answered yet. The incident register is a question of the incidents. */
export const countOpenQuestions =
  (pillar: Pillar) =>
  ({ model, score, content }: Pick<Editor, 'model' | 'score' | 'content'>): number =>
    (score?.askNext ?? []).filter(({ factorId }) => {
      const factor = model.factors.find(({ id }) => id === factorId);
      if ((factor?.pillar ?? 'incidents') !== pillar) return false;
      const { evidence } =
        factor === undefined ? content.incidentRegister : (content.answers[factorId] ?? {});
      return (evidence ?? 'not-provided') === 'not-provided';
    }).length;
