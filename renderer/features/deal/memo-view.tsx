import type { ReactElement } from 'react';
import { type ReferralMemo, referralMemoSchema } from '#shared/deal/referral-memo.ts';
import { formatAdequacy } from '#shared/domain/format-figures.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';

/** A memo as it was kept, where it can be read. */
export function keptMemo(memo: unknown): ReferralMemo | null {
  return referralMemoSchema.safeParse(memo).data ?? null;
}

/** What a referral is about: each rule that fired, what was found and its threshold, and the price. */
export function MemoView({ memo }: { readonly memo: ReferralMemo }): ReactElement {
  const { rules, grade, score, technicalMinor, quotedMinor, currency } = memo;
  const money = (minor: number | null) =>
    minor === null ? 'No price' : formatMoney(minor as MinorUnits, currency);
  const adequacy =
    technicalMinor === null || quotedMinor === null || technicalMinor <= 0
      ? '–'
      : formatAdequacy(quotedMinor / technicalMinor);
  return (
    <>
      <DataTable
        label="Rules that refer"
        columns={[{ label: 'Rule' }, { label: 'Found' }, { label: 'Threshold' }]}
        rows={rules.map(({ id, label, found, threshold }) => ({
          key: id,
          cells: [label, found, threshold ?? '–'],
        }))}
      />
      <Facts
        facts={[
          { label: 'Grade', value: `${grade ?? 'No grade'} (${formatScore(score)})` },
          { label: 'Technical premium', value: money(technicalMinor) },
          { label: 'Quoted premium', value: money(quotedMinor) },
          { label: 'Quoted of technical', value: adequacy },
        ]}
      />
    </>
  );
}
