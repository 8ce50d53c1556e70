import { memo, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { JudgementMark } from './judgement-mark.tsx';
import './pillar-rows.css';

interface PillarRowsProps {
  readonly score: ScoreResult;
  readonly onOpen: (pillar: Pillar) => void;
}

/** The three pillars, each with its hue, its score and its weight; a row opens its questions. */
export const PillarRows = ({ score, onOpen }: PillarRowsProps): ReactElement => (
  <ul className="pillar-rows" aria-label="Pillars">
    {PILLARS.map((pillar) => {
      const { label, score: value, share, original } = score.pillars[pillar];
      return <PillarRow key={pillar} {...{ pillar, label, value, share, original, onOpen }} />;
    })}
  </ul>
);

interface PillarRowProps {
  readonly pillar: Pillar;
  readonly label: string;
  readonly value: number;
  readonly share: number;
  readonly original: number | undefined;
  readonly onOpen: (pillar: Pillar) => void;
}

/** Drawn again for figures of its own alone. */
const PillarRow = memo(function PillarRow({
  pillar,
  label,
  value,
  share,
  original,
  onOpen,
}: PillarRowProps): ReactElement {
  return (
    <li data-pillar={pillar}>
      <Button className="pillar-row" onPress={() => onOpen(pillar)}>
        <span className="pillar-row-label">{label}</span>
        <span className="pillar-row-share figures">{formatPercent(share, 0)}</span>
        <span className="pillar-row-score figures">{formatScore(value)}</span>
        {original !== undefined && <JudgementMark original={formatScore(original)} />}
        <svg className="pillar-row-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect className="pillar-row-ground" width={100} height={6} />
          <rect className="pillar-row-fill" width={Math.max(0, Math.min(100, value))} height={6} />
        </svg>
      </Button>
    </li>
  );
});
