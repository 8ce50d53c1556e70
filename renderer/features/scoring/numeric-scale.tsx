import type { ReactElement } from 'react';
import { plainNumber } from '../../components/format/numbers.ts';
import { NumberField } from '../../components/number-field.tsx';
import { MappingLine } from './mapping-line.tsx';
import './numeric-scale.css';

type Mapping = readonly (readonly [number, number])[];

interface NumericScaleProps {
  readonly id: string;
  readonly question: string;
  readonly unit: string;
  readonly mapping: Mapping;
  readonly value: number | null;
  readonly isReadOnly: boolean;
  readonly onChange: (value: number | null) => void;
}

const HIGHEST = 1_000_000;

/** A number beside its published mapping: the line that turns it into a score, with the points the line goes through. */
export function NumericScale(props: NumericScaleProps): ReactElement {
  const { id, question, unit, mapping, value, isReadOnly, onChange } = props;
  return (
    <div className="numeric-scale">
      <div className="numeric-scale-entry">
        <NumberField
          id={id}
          label={question}
          isLabelHidden
          value={value}
          onChange={onChange}
          low={0}
          high={HIGHEST}
          unit={unit}
          isReadOnly={isReadOnly}
        />
      </div>
      <MappingLine mapping={mapping} value={value} />
      <table className="mapping-points figures">
        <caption className="visually-hidden">Published scale, in straight lines between the points</caption>
        <tbody>
          <tr>
            <th scope="row">{unit}</th>
            {mapping.map(([x]) => (
              <td key={x}>{plainNumber(x)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">score</th>
            {mapping.map(([x, score]) => (
              <td key={x}>{plainNumber(score)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
