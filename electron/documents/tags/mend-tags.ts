import { isContent, isTag, type Kid, type Tag } from './tag.ts';

/** Tags that hold text of their own. What is inside is one run of words: tags in it that say nothing are taken out. */
const TEXT_TAGS = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TH',
  'TD',
  'Lbl',
  'LBody',
  'Caption',
  'Link',
]);
/** Tags without a meaning of their own: the printer writes one for each box of the layout. */
const BOXES = new Set(['NonStruct', 'Div', 'Span']);
/** A cell stays when it is empty, or its row would be a cell short. */
const STAYS_EMPTY = new Set(['TD', 'TH']);

/**
 * Makes of the printer's tags what a reader who hears the paper needs: text outside every paragraph becomes one, boxes
 * without meaning go, the head and the body of a table and the text of a list item get their tags, and a picture is one
 * figure with one alternative text. The text itself and its order stay as they are.
 */
export function mendTags(tags: readonly Tag[]): readonly Tag[] {
  return tags.map((tag) => ({ ...tag, kids: mendKids(tag.kids, false) }));
}

/** `isText` is whether what is mended stands in a tag that holds text. */
function mendKids(kids: readonly Kid[], isText: boolean): readonly Kid[] {
  return kids.flatMap((kid) => (isTag(kid) ? mendTag(kid, isText) : [kid]));
}

function mendTag(tag: Tag, isText: boolean): readonly Kid[] {
  if (tag.type === 'Figure') return mendFigure(tag, isText);
  if (tag.type === 'Table') return kept({ ...tag, kids: mendTable(tag.kids) });
  if (tag.type === 'L') return kept({ ...tag, kids: mendKids(tag.kids, false).filter(isTag) });
  if (tag.type === 'LI') return kept({ ...tag, kids: mendItem(mendKids(tag.kids, true)) });
  if (TEXT_TAGS.has(tag.type)) return kept({ ...tag, kids: mendKids(tag.kids, true) });
  if (!BOXES.has(tag.type)) return kept({ ...tag, kids: mendKids(tag.kids, isText) });
  const holdsText = tag.kids.some((kid) => !isTag(kid));
  if (isText || !holdsText) return mendKids(tag.kids, isText);
  return kept({ type: 'P', kids: mendKids(tag.kids, true), language: tag.language });
}

/** A tag that holds nothing is left out. */
const kept = (tag: Tag): readonly Tag[] => (tag.kids.length === 0 && !STAYS_EMPTY.has(tag.type) ? [] : [tag]);

/** A figure without words is the frame of one that has them: its title and the picture stand side by side. */
function mendFigure(tag: Tag, isText: boolean): readonly Kid[] {
  if (tag.alt === undefined) return mendKids(tag.kids, isText);
  return kept({ ...tag, kids: contentOf(tag) });
}

const contentOf = (tag: Tag): readonly Kid[] =>
  tag.kids.flatMap((kid) => (isTag(kid) ? contentOf(kid) : isContent(kid) ? [kid] : []));

function mendItem(kids: readonly Kid[]): readonly Kid[] {
  const isLabel = (kid: Kid): boolean => isTag(kid) && kid.type === 'Lbl';
  const body = kids.filter((kid) => !isLabel(kid));
  return [...kids.filter(isLabel), ...(body.length === 0 ? [] : [{ type: 'LBody', kids: body }])];
}

function mendTable(kids: readonly Kid[]): readonly Tag[] {
  const rows = rowsOf(kids).map((row) => ({ ...row, kids: mendKids(row.kids, true) }));
  const firstOfBody = rows.findIndex((row) => !isHead(row));
  const head = firstOfBody < 0 ? rows : rows.slice(0, firstOfBody);
  const body = firstOfBody < 0 ? [] : rows.slice(firstOfBody);
  // A table without a body would be no table: its head is all that it says.
  if (head.length === 0 || body.length === 0) return rows;
  return [
    { type: 'THead', kids: head.map(onFirstPage) },
    { type: 'TBody', kids: body },
  ];
}

const rowsOf = (kids: readonly Kid[]): readonly Tag[] =>
  kids.flatMap((kid) => (!isTag(kid) ? [] : kid.type === 'TR' ? [kid] : rowsOf(kid.kids)));

const isHead = (row: Tag): boolean =>
  row.kids.every((kid) => isTag(kid) && kid.type === 'TH' && kid.cell?.scope === 'Column');

/** The head of a table that runs on is drawn on each page, and read once. */
function onFirstPage(row: Tag): Tag {
  const first = row.kids.flatMap((kid) => (isTag(kid) ? contentOf(kid) : [])).find(isContent)?.page;
  return {
    ...row,
    kids: row.kids.map((cell) =>
      isTag(cell)
        ? { ...cell, kids: cell.kids.filter((kid) => !isContent(kid) || kid.page === first) }
        : cell,
    ),
  };
}
