import { z } from 'zod';

/** Far above any workbook, and a bound on what one call may carry. */
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 60;

/** A text, a number that is written as it is, or nothing. */
const cell = z.union([z.string().max(20_000), z.number(), z.null()]);
export type TableCell = z.infer<typeof cell>;

/** A table as the window shows it, to be saved where a person chooses. `name` is that of the file without its ending. */
export const exportedTableSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{1,80}$/),
    titles: z.array(z.string().min(1).max(100)).min(1).max(MOST_COLUMNS),
    rows: z.array(z.array(cell)).max(MOST_ROWS),
  })
  .refine(({ titles, rows }) => rows.every((row) => row.length === titles.length), {
    path: ['rows'],
    error: 'must each have a cell for each title',
  });
export type ExportedTable = z.infer<typeof exportedTableSchema>;
