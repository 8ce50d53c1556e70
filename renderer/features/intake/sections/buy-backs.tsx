import { type ReactElement, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { type Editor, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';
import './buy-backs.css';

type Exclusion = RatingModel['exclusions'][number];

/** The exclusions of the quoted parts; one can be bought back with its reason. */
export function BuyBacks(): ReactElement {
  const { model } = useEditor('model');
  const quoted = useEditorPart(
    useShallow(({ content }: Editor) => content.terms.parts.map(({ part }) => part)),
  );
  const applying = model.exclusions.filter(({ appliesTo }) =>
    appliesTo.some((part) => quoted.includes(part)),
  );
  const { buyBacks } = useTerms('buyBacks');
  return (
    <div className="section-block">
      <h3>Exclusions</h3>
      <p className="small faint measure">
        {applying.length === 0
          ? 'They depend on the parts of cover, and none is quoted yet.'
          : 'These apply to the quoted parts. Buying one back needs a reason and is a referral; the quote shows it as bought back.'}
      </p>
      {applying.length > 0 && (
        <Disclosure
          title={`${applying.length} exclusions apply`}
          summary={buyBacks.length === 0 ? 'none bought back' : `${buyBacks.length} bought back`}
          isOpenAtFirst={buyBacks.length > 0}
        >
          <ul className="buy-backs">
            {applying.map((exclusion) => (
              <li key={exclusion.id}>
                <BuyBack
                  exclusion={exclusion}
                  reason={buyBacks.find(({ exclusionId }) => exclusionId === exclusion.id)?.reason ?? null}
                />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function BuyBack({
  exclusion,
  reason,
}: {
  readonly exclusion: Exclusion;
  readonly reason: string | null;
}): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const { buyBacks } = useTerms('buyBacks');
  const [isAsked, setIsAsked] = useState(false);
  const { model } = useEditor('model');
  const isNeverSold = model.wording.decision?.exclusions?.neverSold.includes(exclusion.id) === true;
  const others = buyBacks.filter(({ exclusionId }) => exclusionId !== exclusion.id);
  const set = (text: string | null) =>
    editTerms(`buy-back of ${exclusion.label}`, `buyBacks.${exclusion.id}`, {
      buyBacks: text === null ? others : [...others, { exclusionId: exclusion.id, reason: text }],
    });
  const isShown = isAsked || reason !== null;
  return (
    <div className="buy-back">
      <p>
        <strong>{exclusion.label}.</strong> <span className="soft">{exclusion.plain}.</span>
      </p>
      {isNeverSold && !isShown && <span className="small faint">Never bought back</span>}
      {!isReadOnly && (isShown || !isNeverSold) && (
        <Button
          tone="quiet"
          isSmall
          aria-label={isShown ? `Keep the exclusion ${exclusion.label}` : `Buy back ${exclusion.label}`}
          onPress={() => {
            setIsAsked(!isShown);
            if (isShown && reason !== null) set(null);
          }}
        >
          {isShown ? 'Keep the exclusion' : 'Buy back'}
        </Button>
      )}
      {isReadOnly && (reason !== null || !isNeverSold) && (
        <span className="small faint">{reason === null ? 'Applies' : 'Bought back'}</span>
      )}
      {isShown && (
        <div className="field-wide">
          <TextEntry
            id={fieldId(`terms.buyBacks.${exclusion.id}`)}
            label="Reason for buying it back"
            value={reason}
            onChange={set}
            maximumLength={1000}
            isReadOnly={isReadOnly}
            error={reason === null ? 'The exclusion applies until a reason is given.' : undefined}
          />
        </div>
      )}
    </div>
  );
}
