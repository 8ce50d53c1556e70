import { integer, table, text } from './table.ts';

/** The capacity for each field of a subject by which losses may come together: a part of the workbook's own record. */
export const capacitiesTable = table('capacities', {
  key: { onlyRow: integer, field: { ...text, name: 'kind' } },
  values: { amountMinor: integer, currency: text },
});
