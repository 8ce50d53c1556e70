import type { ReactElement } from 'react';
import { CYBER_CLAUSES, SIGNING_WORDINGS } from '#shared/domain/vocabulary.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { BuyBacks } from './buy-backs.tsx';
import { cyberWords, signingWords } from './terms.strings.ts';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

const NOT_CHOSEN = { key: 'none', label: 'Not chosen' } as const;

/** The two clauses on which silence is a referral, the exclusions, and a note. */
export function ClausesBlock(): ReactElement {
  const editor = useEditor('isReadOnly', 'problems');
  const { isReadOnly } = editor;
  const terms = useTerms('cyberClause', 'signingWording', 'note');
  return (
    <>
      <div className="section-block">
        <h3>Clauses</h3>
        <div className="stack">
          <ChoiceField
            id={fieldId('terms.cyberClause')}
            label="Cyber-operation clause"
            help="Leaving this open is a referral."
            value={terms.cyberClause ?? 'none'}
            choices={[NOT_CHOSEN, ...CYBER_CLAUSES.map((key) => ({ key, label: cyberWords[key] }))]}
            onChange={(key) =>
              editTerms('cyber clause', 'cyberClause', { cyberClause: key === 'none' ? null : key })
            }
            isReadOnly={isReadOnly}
            error={problemAt(editor, 'terms.cyberClause')}
          />
          <ChoiceField
            id={fieldId('terms.signingWording')}
            label="Loss from a signer tricked into signing falls under"
            help="Leaving this open is a referral."
            value={terms.signingWording ?? 'none'}
            choices={[NOT_CHOSEN, ...SIGNING_WORDINGS.map((key) => ({ key, label: signingWords[key] }))]}
            onChange={(key) =>
              editTerms('signing wording', 'signingWording', { signingWording: key === 'none' ? null : key })
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
