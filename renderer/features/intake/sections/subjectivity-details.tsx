import type { ReactElement } from 'react';
import { SUBJECTIVITY_TIMES } from '#shared/domain/deal-content.ts';
import { SUBJECTIVITY_TIME_WORDS } from '#shared/domain/subjectivity-words.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { OfferedEntry } from '../../../components/offered-entry.tsx';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { EvidenceFiles } from '../../../editor/files/evidence-files.tsx';
import { editSubjectivityTerm } from './subjectivity-edit.ts';
import { useTerms } from './use-terms.ts';

interface SubjectivityDetailsProps {
  /** Its key: the id of one of the model's, or the place of one in own words. */
  readonly id: string;
  readonly text: string;
}

/** Who owes what for a subjectivity, when, and what follows if it is not met. */
export function SubjectivityDetails({ id, text }: SubjectivityDetailsProps): ReactElement {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  const { subjectivityTerms } = useTerms('subjectivityTerms');
  const given = subjectivityTerms?.[id] ?? {};
  const offers = model.wording.contract?.subjectivities;
  const said = [
    given.from === undefined ? null : `from ${given.from}`,
    given.to === undefined ? null : `to ${given.to}`,
    given.when === undefined ? null : SUBJECTIVITY_TIME_WORDS[given.when].toLowerCase(),
  ].filter((words) => words !== null);
  const common = { isReadOnly, maximumLength: 200 } as const;
  const at = (key: string) => fieldId(`terms.subjectivityTerms.${id}.${key}`);
  return (
    <div className="subjectivity-details">
      <Disclosure
        title="Who owes what"
        about={text}
        summary={said.length === 0 ? 'not said' : said.join(', ')}
        isOpenAtFirst={false}
      >
        <div className="field-grid">
          <OfferedEntry
            {...common}
            id={at('from')}
            label="From whom"
            value={given.from ?? null}
            offers={offers?.from ?? []}
            onChange={(words) => editSubjectivityTerm(id, 'from', words ?? undefined)}
          />
          <OfferedEntry
            {...common}
            id={at('to')}
            label="To whom"
            value={given.to ?? null}
            offers={offers?.to ?? []}
            onChange={(words) => editSubjectivityTerm(id, 'to', words ?? undefined)}
          />
          <ChoiceField
            id={at('when')}
            label="When"
            isReadOnly={isReadOnly}
            value={given.when ?? ''}
            choices={[
              { key: '', label: 'Not said' } as const,
              ...SUBJECTIVITY_TIMES.map((key) => ({ key, label: SUBJECTIVITY_TIME_WORDS[key] })),
            ]}
            onChange={(key) => editSubjectivityTerm(id, 'when', key === '' ? undefined : key)}
          />
          <OfferedEntry
            {...common}
            id={at('otherwise')}
            label="What follows if it is not met"
            value={given.otherwise ?? null}
            offers={offers?.otherwise ?? []}
            onChange={(words) => editSubjectivityTerm(id, 'otherwise', words ?? undefined)}
            maximumLength={500}
          />
        </div>
      </Disclosure>
      <EvidenceFiles about="subjectivity" id={id} of={text} />
    </div>
  );
}
