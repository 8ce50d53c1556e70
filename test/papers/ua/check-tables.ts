import { PDFArray, PDFDict, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Checkpoint, Findings } from './checkpoints.ts';
import { type Element, isElement, name, textOf } from './read-paper.ts';

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

function tableFaults(element: Element): Findings {
  const { type, kids, parent } = element;
  const parents = PARENTS[type];
  const misplaced =
    parents !== undefined && !parents.includes(parent?.type ?? '') ? [`${type} in ${parent?.type}.`] : [];
  const allowed = ALLOWED[type];
  if (allowed === undefined) return misplaced;
  const types = kids.map((kid) => (isElement(kid) ? kid.type : 'content'));
  const wrong = types.filter((kid) => !allowed.includes(kid)).map((kid) => `${kid} in ${type}.`);
  const isMixed =
    type === 'Table' && types.includes('TR') && types.some((kid) => kid === 'THead' || kid === 'TBody');
  const hasNoBody = type === 'Table' && types.includes('THead') && !types.includes('TBody');
  return [
    ...misplaced,
    ...wrong,
    ...(kids.length === 0 ? [`An empty ${type}.`] : []),
    ...(isMixed ? ['Rows stand beside the groups of a table.'] : []),
    ...(hasNoBody ? ['A table has a head and no body.'] : []),
  ];
}

/** An attribute of a cell, wherever it stands among its attributes. */
function attribute({ dict }: Element, key: string): PDFObject | undefined {
  const value = dict.lookup(name('A'));
  const all = value instanceof PDFArray ? value.asArray() : [value];
  return all.map((item) => (item instanceof PDFDict ? item.lookup(name(key)) : undefined)).find(Boolean);
}

const cellsOf = (element: Element): readonly Element[] =>
  element.kids
    .filter(isElement)
    .flatMap((kid) => (kid.type === 'TH' || kid.type === 'TD' ? [kid] : cellsOf(kid)));
const rowsOf = (element: Element): readonly Element[] =>
  element.kids.filter(isElement).flatMap((kid) => (kid.type === 'TR' ? [kid] : rowsOf(kid)));
const span = (cell: Element): number => {
  const value = attribute(cell, 'ColSpan');
  return value instanceof PDFNumber ? value.asNumber() : 1;
};

/** Checkpoints 9 and 15, of tables. */
export const checkTables: readonly Checkpoint[] = [
  {
    number: '09-004',
    rule: 'Tables hold a head, a body and rows, rows hold cells, and nothing else does.',
    check: ({ elements }) => elements.flatMap(tableFaults),
  },
  {
    number: '15-003',
    rule: 'Every head of a column or row says which it is.',
    check: ({ elements }) =>
      elements.flatMap((element) => {
        const scope = element.type === 'TH' ? attribute(element, 'Scope') : name('Row');
        return scope === name('Row') || scope === name('Column') || scope === name('Both')
          ? []
          : ['One does not.'];
      }),
  },
  {
    number: 'own-headers',
    rule: 'The heads that a cell names are heads of its own table.',
    check: ({ elements }) =>
      elements
        .filter(({ type }) => type === 'Table')
        .flatMap((table) => {
          const cells = cellsOf(table);
          const heads = new Set(
            cells.filter(({ type }) => type === 'TH').map(({ dict }) => textOf(dict.lookup(name('ID')))),
          );
          return cells.flatMap((cell) => {
            const named = attribute(cell, 'Headers');
            return (named instanceof PDFArray ? named.asArray() : [])
              .filter((id) => !heads.has(textOf(id)))
              .map(() => 'A cell names a head that is not there.');
          });
        }),
  },
  {
    number: 'own-regular',
    rule: 'Every row of a table is as wide as the others.',
    check: ({ elements }) =>
      elements
        .filter(({ type }) => type === 'Table')
        .flatMap((table) => {
          const widths = rowsOf(table).map((row) =>
            row.kids.filter(isElement).reduce((sum, cell) => sum + span(cell), 0),
          );
          return new Set(widths).size > 1 ? [`Rows of ${[...new Set(widths)].join(' and ')} cells.`] : [];
        }),
  },
];
