import type { ReactElement } from 'react';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { RatingModel, Referral } from '#shared/domain/rating-model.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { BuyBacks } from './buy-backs.tsx';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

const NOT_CHOSEN = { key: '', label: 'Not chosen' };

/** Where the model refers a quote that is silent, the field says so. */
const silenceHelp = (model: RatingModel, kind: Referral['rule']['kind']): string | undefined =>
  model.referrals.some(({ rule }) => rule.kind === kind) ? 'Leaving this open is a referral.' : undefined;

/** The two clauses that a quote must choose, the exclusions, and a note. */
export function ClausesBlock(): ReactElement {
  const editor = useEditor('model', 'isReadOnly', 'problems');
  const { model, isReadOnly } = editor;
  const { cyberClauses, signingWordings } = model.wording;
  const terms = useTerms('cyberClause', 'signingWording', 'note');
  return (
    <>
      <div className="section-block">
        <h3>Clauses</h3>
        <div className="stack">
          <ChoiceField
            id={fieldId('terms.cyberClause')}
            label={cyberClauses.question}
            help={silenceHelp(model, 'cyber-clause')}
            value={terms.cyberClause ?? ''}
            choices={[
              NOT_CHOSEN,
              ...cyberClauses.clauses.map(({ id, label }) => ({
                key: id,
                label: `${id}: ${lowerFirst(label)}`,
              })),
            ]}
            onChange={(key) =>
              editTerms('cyber clause', 'cyberClause', { cyberClause: key === '' ? null : key })
            }
            isReadOnly={isReadOnly}
            error={problemAt(editor, 'terms.cyberClause')}
          />
          <ChoiceField
            id={fieldId('terms.signingWording')}
            label={signingWordings.question}
            help={silenceHelp(model, 'signing-wording')}
            value={terms.signingWording ?? ''}
            choices={[NOT_CHOSEN, ...signingWordings.wordings.map(({ id, label }) => ({ key: id, label }))]}
            onChange={(key) =>
              editTerms('signing wording', 'signingWording', { signingWording: key === '' ? null : key })
            }
            isReadOnly={isReadOnly}
            error={problemAt(editor, 'terms.signingWording')}
          />
        </div>
      </div>
      <BuyBacks />
      <div className="section-block">
        <TextEntry
          id={fieldId('terms.note')}
          label="Note"
          value={terms.note}
          onChange={(note) => editTerms('note on the terms', 'note', { note })}
          maximumLength={4000}
          isLong
          isReadOnly={isReadOnly}
        />
      </div>
    </>
  );
}
