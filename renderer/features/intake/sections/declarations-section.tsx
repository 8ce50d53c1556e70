import type { ReactElement } from 'react';
import { DECLARATION_LABELS } from '#shared/domain/choices.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { DeclarationState, SubjectType } from '#shared/domain/vocabulary.ts';
import { Segments } from '../../../components/segments.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { SectionHead } from './section-head.tsx';
import './declarations-section.css';

/** In the order of the form: the answer that is hoped for first. */
const STATES = (['no', 'yes', 'not-stated'] as const).map((key) => ({ key, label: DECLARATION_LABELS[key] }));

const isKnockOut = (id: string, model: RatingModel) => model.knockOuts.some((knockOut) => knockOut.id === id);

/** What a declared referral leads to, in the model's words. */
const outcomes = (model: RatingModel): string => {
  const declared = model.referrals.filter(({ rule }) => rule.kind === 'declared');
  return [...new Set(declared.map(({ outcome }) => outcome))].join(' or ');
};

/** True where a yes is recorded and printed, but knocks nobody of this type out. */
function isRecordedOnly(id: string, model: RatingModel, type: SubjectType): boolean {
  const rule = model.knockOuts.find((knockOut) => knockOut.id === id);
  return rule !== undefined && !rule.appliesTo.includes(type);
}

/** Facts that no answer shows: the underwriter declares them, and "not stated" is a state of its own. */
export function DeclarationsSection({ title }: { readonly title: string }): ReactElement {
  const { model } = useEditor('model');
  return (
    <section aria-labelledby="section-heading">
      <SectionHead title={title}>
        Facts that no other answer shows. “Not stated” is printed on the quote and does not count as a no.
      </SectionHead>
      <Declarations
        title="Knock-outs"
        meaning={`A yes sets grade ${model.gradeBands.at(-1)?.grade ?? ''}; the score stays visible.`}
        asked={model.declarations.filter(({ id }) => isKnockOut(id, model))}
      />
      <Declarations
        title="Referrals"
        meaning={`A yes needs ${outcomes(model)}.`}
        asked={model.declarations.filter(({ id }) => !isKnockOut(id, model))}
      />
    </section>
  );
}

interface DeclarationsProps {
  readonly title: string;
  readonly meaning: string;
  readonly asked: RatingModel['declarations'];
}

function Declarations({ title, meaning, asked }: DeclarationsProps): ReactElement {
  const { content, model, isReadOnly } = useEditor('content', 'model', 'isReadOnly');
  const declare = (id: string, question: string, state: DeclarationState) =>
    edit(`declare “${question}”`, `declarations.${id}`, (before) => {
      const { [id]: _, ...others } = before.declarations;
      return { ...before, declarations: state === 'not-stated' ? others : { ...others, [id]: state } };
    });
  return (
    <div className="section-block">
      <h3>{title}</h3>
      <p className="small faint">{meaning}</p>
      <ul className="declarations">
        {asked.map(({ id, question }) => (
          <li key={id}>
            <p>
              {question}
              {isRecordedOnly(id, model, content.subject.type) && (
                <span className="declaration-note small faint">
                  Recorded and printed, but not a knock-out for this type of subject.
                </span>
              )}
            </p>
            <Segments
              id={fieldId(`declarations.${id}`)}
              label={question}
              isLabelHidden
              value={content.declarations[id] ?? 'not-stated'}
              choices={STATES}
              onChange={(state) => declare(id, question, state)}
              isReadOnly={isReadOnly}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
