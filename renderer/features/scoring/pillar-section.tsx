import { type ReactElement, useState } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { offeredShare } from '#shared/domain/contradictions.ts';
import { fillTemplate } from '#shared/domain/fill-template.ts';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import type { Factor, RatingModel } from '#shared/domain/rating-model.ts';
import { undatedEvidence } from '#shared/domain/seen-evidence.ts';
import type { Pillar, SubjectType } from '#shared/domain/vocabulary.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segments } from '../../components/segments.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { remarkAt } from '../../editor/draft/to-do.ts';
import { EvidenceFiles } from '../../editor/files/evidence-files.tsx';
import { setSeenOn } from './answer-edit.ts';
import { PillarHead } from './pillar-head.tsx';
import { QuestionCard } from './question-card.tsx';
import './pillar-section.css';

const FILTERS = [
  { key: 'all', label: 'All questions' },
  { key: 'open', label: 'Open' },
  { key: 'unproven', label: 'Unproven' },
] as const;
type Filter = (typeof FILTERS)[number]['key'];

/** Questions a person answers: computed factors only where they carry an answer of their own. */
export const askedFactors = (model: RatingModel, type: SubjectType, pillar: Pillar): Factor[] =>
  model.factors.filter(
    (factor) => factor.pillar === pillar && factor.appliesTo.includes(type) && hasOwnAnswer(factor),
  );

/** All questions of a pillar that apply to the subject's type, each with its scale and what it earns. */
export function PillarSection({ pillar }: { readonly pillar: 'custody' | 'audits' }): ReactElement {
  const { content, model, score, isReadOnly, toDo } = useEditor(
    'content',
    'model',
    'score',
    'isReadOnly',
    'toDo',
  );
  const [filter, setFilter] = useState<Filter>('all');
  const scored = score?.pillars[pillar];
  const scoreOf = (id: string) => scored?.factors.find(({ factorId }) => factorId === id);
  const isShown = (factor: Factor) => {
    const factorScore = scoreOf(factor.id);
    if (filter === 'open') return factorScore?.status === 'not-provided';
    return filter === 'all' || factorScore?.isUnproven === true;
  };
  const factors = askedFactors(model, content.subject.type, pillar);
  const shown = factors.filter(isShown);
  return (
    <section aria-labelledby="section-heading">
      <PillarHead id={pillar} model={model} scored={scored} />
      <div className="pillar-filter">
        <Segments
          label="Show questions"
          isLabelHidden
          value={filter}
          choices={FILTERS}
          onChange={setFilter}
        />
        <p className="small faint" role="status">
          {shown.length} of {factors.length}
        </p>
        {!isReadOnly && <UndatedEvidence factors={factors} content={content} model={model} />}
      </div>
      {shown.length === 0 && (
        <EmptyState title={filter === 'open' ? 'No question is open' : 'Every answer is proven'}>
          Choose “All questions” to see the {factors.length} answers of this pillar.
        </EmptyState>
      )}
      {shown.map((factor) => (
        <QuestionCard
          key={factor.id}
          factor={factor}
          model={model}
          answer={content.answers[factor.id]}
          scored={scoreOf(factor.id)}
          remark={isReadOnly ? undefined : remarkAt(toDo, `answers.${factor.id}`)}
          shareOfExposures={offeredShare(content, factor, model)}
          judged={content.judgement?.answers?.[factor.id]}
          files={<EvidenceFiles about="answer" id={factor.id} of={factor.label} />}
          isReadOnly={isReadOnly}
        />
      ))}
    </section>
  );
}

interface UndatedEvidenceProps {
  readonly factors: readonly Factor[];
  readonly content: AssessmentContent;
  readonly model: RatingModel;
}

/** Dates by one press all answers of the section whose evidence counts as seen, on no day that anybody said. */
function UndatedEvidence({ factors, content, model }: UndatedEvidenceProps): ReactElement | null {
  const offer = model.wording.decision?.dates?.evidenceDateOffer ?? null;
  const undated = new Set(undatedEvidence(content, model).map(({ field }) => field));
  const found = factors.filter(({ id }) => undated.has(`answers.${id}`));
  if (offer === null || found.length === 0) return null;
  const words = { date: formatDate(content.asOf), count: formatCount(found.length, 'answer') };
  return (
    <Button
      isSmall
      onPress={() =>
        setSeenOn(
          found.map(({ id }) => id),
          content.asOf,
        )
      }
    >
      {fillTemplate(offer, words)}
    </Button>
  );
}
