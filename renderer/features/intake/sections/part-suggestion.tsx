import { memo } from 'react';
import type { CoveragePart } from '#shared/domain/rating-model.ts';
import { Disclosure } from '../../../components/disclosure.tsx';
import { sectionWords } from './sections.strings.ts';
import { termsWords as words } from './terms.strings.ts';

/** What is usual for a part, and what the market has been seen to do. Help, never a default. */
export const PartSuggestion = memo(({ part }: { readonly part: CoveragePart }) => (
  <Disclosure title={words.suggestion} summary={`${part.suggest.limit} · ${part.suggest.retention}`}>
    <dl className="part-suggestion">
      <dt>{sectionWords.limit}</dt>
      <dd>{part.suggest.limit}</dd>
      <dt>{sectionWords.retention}</dt>
      <dd>{part.suggest.retention}</dd>
      <dt>{sectionWords.rateOnLine}</dt>
      <dd>{part.suggest.rateOnLine}</dd>
      <dt>{sectionWords.waiting}</dt>
      <dd>{part.suggest.waiting}</dd>
      {part.suggest.sublimits.length > 0 && (
        <>
          <dt>{sectionWords.subLimits}</dt>
          <dd>{part.suggest.sublimits.join('; ')}</dd>
        </>
      )}
      {part.market.length > 0 && (
        <>
          <dt>{sectionWords.seenInTheMarket}</dt>
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
