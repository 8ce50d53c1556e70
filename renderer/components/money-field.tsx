import type { ReactElement } from 'react';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { EntryField, type EntryFieldProps, type Parsed } from './entry-field.tsx';
import { parseAmount, restingAmount } from './format/money.ts';

export interface MoneyFieldProps
  extends Omit<EntryFieldProps<MinorUnits>, 'format' | 'parse' | 'isFigure' | 'prefix' | 'exact'> {
  readonly currency: string;
}

function parse(text: string): Parsed<MinorUnits> {
  const parsed = parseAmount(text);
  return parsed.kind === 'amount' ? { kind: 'value', value: parsed.minor } : parsed;
}

/** An amount in integer cents, typed as `25m`, `1.25m`, `250k` or in full. */
export function MoneyField({ currency, ...props }: MoneyFieldProps): ReactElement {
  return (
    <EntryField
      {...props}
      format={restingAmount}
      parse={parse}
      isFigure
      prefix={currency}
      exact={props.value === null ? undefined : formatMoney(props.value, currency)}
    />
  );
}
