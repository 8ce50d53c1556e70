import type { ReactElement } from 'react';
import { EntryField, type EntryFieldProps, type Parsed } from './entry-field.tsx';
import { parseNumber, plainNumber } from './format/numbers.ts';

export interface NumberFieldProps
  extends Omit<EntryFieldProps<number>, 'format' | 'parse' | 'isFigure' | 'prefix' | 'exact'> {
  readonly low: number;
  readonly high: number;
  readonly isWhole?: boolean;
}

function parse({
  text,
  low,
  high,
  isWhole,
}: {
  readonly text: string;
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
}): Parsed<number> {
  const parsed = parseNumber(text, low, high);
  if (parsed.kind !== 'number') return parsed;
  if (isWhole && !Number.isInteger(parsed.value))
    return { kind: 'error', message: 'Must be a whole number.' };
  return { kind: 'value', value: parsed.value };
}

export function NumberField({ low, high, isWhole = false, ...props }: NumberFieldProps): ReactElement {
  return (
    <EntryField
      {...props}
      format={plainNumber}
      parse={(text) => parse({ text, low, high, isWhole })}
      isFigure
    />
  );
}
