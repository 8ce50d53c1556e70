import { memo } from 'react';
import type { CoveragePart } from '#shared/domain/rating-model.ts';
import { Disclosure } from '../../../components/disclosure.tsx';
import { withPartLabels } from './part-labels.ts';

interface PartSuggestionProps {
  readonly part: CoveragePart;
  /** All parts of the model: a suggestion may refer to another one. */
  readonly parts: readonly CoveragePart[];
}

/** What is usual for a part, and what the market has been seen to do. Help, never a default. */
export const PartSuggestion = memo(({ part, parts }: PartSuggestionProps) => {
  const limit = withPartLabels(part.suggest.limit, parts);
  const retention = withPartLabels(part.suggest.retention, parts);
  return (
    <Disclosure title="Usual terms" summary={`${limit} · ${retention}`}>
      <dl className="part-suggestion">
        <dt>Limit</dt>
        <dd>{limit}</dd>
        <dt>Retention</dt>
        <dd>{retention}</dd>
        <dt>Rate on line</dt>
        <dd>{part.suggest.rateOnLine}</dd>
        <dt>Waiting</dt>
        <dd>{part.suggest.waiting}</dd>
        {part.suggest.sublimits.length > 0 && (
          <>
            <dt>Sub-limits</dt>
            <dd>{part.suggest.sublimits.join('; ')}</dd>
          </>
        )}
        {part.market.length > 0 && (
          <>
            <dt>Seen in the market</dt>
            <dd>
              <ul>
                {part.market.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </Disclosure>
  );
});
