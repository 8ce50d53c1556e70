import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Factor } from '#shared/domain/rating-model.ts';
import './level-scale.css';

type OrdinalFactor = Extract<Factor, { kind: 'ordinal' }>;

interface LevelScaleProps {
  readonly id: string;
  readonly factor: OrdinalFactor;
  readonly level: string | null;
  readonly isReadOnly: boolean;
  readonly onChange: (level: string) => void;
}

/** The published scale is the form: every level with its score, worst first. */
export const LevelScale = ({ id, factor, level, isReadOnly, onChange }: LevelScaleProps): ReactElement => (
  <RadioGroup
    id={id}
    className="level-scale"
    aria-label={factor.question}
    value={level}
    onChange={onChange}
    isReadOnly={isReadOnly}
  >
    {factor.levels.map(({ key, label, score }) => (
      <Radio key={key} value={key} className="level" aria-label={`${label}, score ${score}`}>
        <span className="level-dot" />
        <span className="level-score figures">{score}</span>
        <span className="level-label">{label}</span>
      </Radio>
    ))}
  </RadioGroup>
);
