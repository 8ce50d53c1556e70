import { type Capacity, capacitySchema } from '#shared/domain/accumulation.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import type { LinkField } from '#shared/domain/links.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { Result } from '#shared/domain/result.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { THE_WORKBOOK } from '../audit/record-hash.ts';
import { capacitiesTable } from '../connection/capacities-table.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { upsertRow } from '../connection/table.ts';

const ONLY_ROW = 1;
const ALL = `SELECT kind AS field, ${capacitiesTable.select()} FROM capacities WHERE only_row = ?`;

/** The capacities that are set. Inside the caller's transaction. */
export const capacitiesIn = (db: WorkbookDatabase): Capacity[] =>
  prepared(db, ALL)
    .all(ONLY_ROW)
    .map((row) => parsedRow(db, { schema: capacitySchema, row, what: 'a capacity' }));

const WORDS: Readonly<Record<LinkField, string>> = {
  group: 'a group',
  custodians: 'a custodian',
  vendors: 'a technology vendor',
  chains: 'a chain',
  auditors: 'an auditor',
};

/** Sets a capacity, or takes it away (amount null), and enters what it was. Gives all that are set then. */
export function setCapacity(
  db: WorkbookDatabase,
  {
    field,
    amountMinor,
    currency,
    ...stamp
  }: ChangeStamp & {
    readonly field: LinkField;
    readonly amountMinor: MinorUnits | null;
    readonly currency: string;
  },
): Result<Capacity[]> {
  return changing(db, () => {
    const before = capacitiesIn(db).find((one) => one.field === field);
    if (
      before?.amountMinor === (amountMinor ?? undefined) &&
      (before === undefined || before.currency === currency)
    )
      return capacitiesIn(db);
    const textOf = (amount: MinorUnits | null | undefined, of: string) =>
      amount == null ? 'none' : formatMoneyPlain(amount, of);
    changeRecords(db, stamp, {
      records: [THE_WORKBOOK],
      change: () => {
        if (amountMinor === null) prepared(db, capacitiesTable.remove).run({ onlyRow: ONLY_ROW, field });
        else upsertRow(db, capacitiesTable, { onlyRow: ONLY_ROW, field, amountMinor, currency });
        return {
          action: 'capacity-set',
          subjectOf: 'Workbook',
          detail: `Capacity for ${WORDS[field]}: ${textOf(amountMinor, currency)}, before that ${textOf(before?.amountMinor, before?.currency ?? currency)}.`,
          facts: { field, amountMinor, currency, before: before?.amountMinor ?? null },
        };
      },
    });
    return capacitiesIn(db);
  });
}
