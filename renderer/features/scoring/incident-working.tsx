import type { ReactElement } from 'react';
import { formatLoad, formatLossShare, formatSeverity, formatYears } from '#shared/domain/format-figures.ts';
import { formatSignificant } from '#shared/domain/format-number.ts';
import type { IncidentWorking } from '#shared/scoring/score-result.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';

/** What the incident model makes of one incident, factor by factor. */
export const IncidentWorkingFacts = ({ working }: { readonly working: IncidentWorking }): ReactElement => (
  <Disclosure title="How much it counts" summary={verdictText(working)}>
    <Facts
      facts={[
        { label: 'Age', value: `${formatYears(working.ageYears)} years` },
        { label: 'Share of assets lost', value: formatLossShare(working.lossShare) },
        { label: 'Severity', value: `${formatSeverity(working.severity)} of 100` },
        { label: '× cause', value: formatSignificant(working.causeWeight) },
        { label: '× fix', value: formatSignificant(working.fixMultiplier) },
        { label: '× decay', value: formatSignificant(working.decay) },
        { label: '× recency', value: formatSignificant(working.recency) },
        {
          label: working.isRepeat ? '× repeat of the same cause' : '× no repeat',
          value: formatSignificant(working.repeat),
        },
        {
          label: working.isOwn ? '× own control' : '× affiliate',
          value: formatSignificant(working.boundary),
        },
        { label: '= load', value: <strong>{formatLoad(working.load)}</strong> },
      ]}
    />
  </Disclosure>
);

export const verdictText = ({ isMaterial, load }: IncidentWorking): string =>
  isMaterial ? `load ${formatLoad(load)}` : 'immaterial';
