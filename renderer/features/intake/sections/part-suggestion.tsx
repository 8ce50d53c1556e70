import { memo } from 'react';
import type { CoveragePart } from '#shared/domain/rating-model.ts';
import { Disclosure } from '../../../components/disclosure.tsx';

/** What is usual for a part, and what the market has been seen to do. Help, never a default. */
export const PartSuggestion = memo(({ part }: { readonly part: CoveragePart }) => (
  <Disclosure title="Usual terms" summary={`${part.suggest.limit} · ${part.suggest.retention}`}>
    <dl className="part-suggestion">
      <dt>Limit</dt>
      <dd>{part.suggest.limit}</dd>
      <dt>Retention</dt>
      <dd>{part.suggest.retention}</dd>
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
));
