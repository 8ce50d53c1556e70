import { z } from 'zod';
import type { FitPlot } from './fit-plot.ts';

// A document to be read: the window shows it, the printer prints it, a file holds it as Markdown. Nothing in it knows what
// it is about.

/** A cell of a table, figures already written out; null is a dash. */
export type Cell = string | number | null;

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly titles: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'plot'; readonly plot: FitPlot };

export interface ReportDocument {
  readonly format: 'ballast-report/1';
  readonly title: string;
  /** What the foot of each page calls it. */
  readonly shortTitle: string;
  /** What it was made from, below the title and in the foot of each page. */
  readonly subject: string;
  /** Hash or id by which it can be told from another edition. */
  readonly edition: string;
  /** Name of the file that it is saved as, without ending. */
  readonly fileName: string;
  /** Each chapter begins on a new page of paper. */
  readonly chapters: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
}

/** A report on the paper that it is printed on. */
export interface PrintedReport {
  readonly format: 'ballast-printed-report/1';
  readonly paper: 'a4' | 'letter';
  readonly report: ReportDocument;
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const table = (titles: readonly string[], rows: readonly (readonly Cell[])[]): Block => ({
  kind: 'table',
  titles,
  rows,
});

const text = z.string().max(20_000);
const cell = z.union([text, z.number(), z.null()]);
const point = z.strictObject({
  x: z.number(),
  y: z.number(),
  name: z.string().max(300),
  isAtLeast: z.boolean().optional(),
});
const axis = z.strictObject({
  label: z.string().max(300),
  scale: z.enum(['linear', 'log']),
  unit: z.enum(['usd', 'share']),
  domain: z.tuple([z.number(), z.number()]),
});
const plotSchema = z.strictObject({
  key: z.string().max(100),
  title: text,
  subtitle: text,
  summary: text,
  across: axis,
  up: axis,
  points: z.strictObject({ label: text, values: z.array(point).max(20_000) }),
  curve: z.strictObject({ label: text, values: z.array(z.tuple([z.number(), z.number()])).max(5000) }),
  band: z
    .strictObject({
      label: text,
      values: z.array(z.tuple([z.number(), z.number(), z.number()])).max(5000),
    })
    .nullable(),
});
const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text }),
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text).max(5000) }),
  z
    .strictObject({
      kind: z.literal('table'),
      titles: z.array(text).min(1).max(40),
      rows: z.array(z.array(cell)).max(20_000),
    })
    .refine(({ titles, rows }) => rows.every((row) => row.length === titles.length), {
      path: ['rows'],
      error: 'must each have a cell for each title',
    }),
  z.strictObject({ kind: z.literal('plot'), plot: plotSchema }),
]);

/** A report as it comes from a window to be printed. */
const reportDocumentSchema = z.strictObject({
  format: z.literal('ballast-report/1'),
  title: z.string().min(1).max(300),
  shortTitle: z.string().min(1).max(60),
  subject: z.string().min(1).max(1000),
  edition: z.string().min(1).max(100),
  fileName: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  chapters: z
    .array(
      z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,60}$/), blocks: z.array(blockSchema).max(5000) }),
    )
    .min(1)
    .max(100),
});

export const isPrintedReport = (value: unknown): value is PrintedReport =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'ballast-printed-report/1';

/** Takes nothing from a window that is not a whole report of bounded size. */
export const isReportDocument = (value: unknown): value is ReportDocument =>
  reportDocumentSchema.safeParse(value).success;
