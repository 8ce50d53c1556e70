import { memo } from 'react';
import type { Factor, RatingModel } from '#shared/domain/rating-model.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import './why-we-ask.css';

interface WhyWeAskProps {
  readonly factor: Factor;
  readonly model: RatingModel;
}

/** Help in place: what to ask for, what in the scale is judgement, and where the rest comes from. */
export const WhyWeAsk = memo(({ factor, model }: WhyWeAskProps) => (
  <Disclosure title="Why we ask">
    <dl className="why-we-ask">
      {factor.notes !== null && <dd className="why-note">{factor.notes}</dd>}
      <dt>Evidence to ask for</dt>
      <dd>
        <ul>
          {factor.evidence.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </dd>
      {factor.judgement !== null && (
        <>
          <dt>Judgement</dt>
          <dd>{factor.judgement}</dd>
        </>
      )}
      <dt>Sources</dt>
      <dd>
        <ul>
          {factor.sources.map((id) => (
            <li key={id}>{model.sources.find((source) => source.id === id)?.title ?? id}</li>
          ))}
        </ul>
      </dd>
    </dl>
  </Disclosure>
));
