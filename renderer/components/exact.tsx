import type { ReactElement } from 'react';
import { formatMoney, formatMoneyPlain, formatMoneyShort } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import './exact.css';

interface MoneyFigureProps {
  readonly minor: MinorUnits;
  readonly currency: string;
  /** Short for reading at a glance; plain where the figure itself is the matter. */
  readonly form?: 'short' | 'plain';
}

/** An amount; the exact figure shows on hover and goes along on copy. */
export function MoneyFigure({ minor, currency, form = 'short' }: MoneyFigureProps): ReactElement {
  const exact = formatMoney(minor, currency);
  return (
    <data className="exact figures" value={minor / 100} title={exact} data-exact={exact}>
      {form === 'short' ? formatMoneyShort(minor, currency) : formatMoneyPlain(minor, currency)}
    </data>
  );
}

/** Copying a selection that lies within one short figure copies the exact one. */
export function copyExactFigures(event: ClipboardEvent): void {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  if (!selection || selection.isCollapsed || !node) return;
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>('[data-exact]');
  if (!holder || !selection.focusNode || !holder.contains(selection.focusNode)) return;
  event.clipboardData?.setData('text/plain', holder.dataset.exact ?? '');
  event.preventDefault();
}
