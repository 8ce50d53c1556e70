import { type Operator, operatorsOf } from './scan-content.ts';

/** What a run of drawing that nobody tagged is: decoration, or part of the picture whose tag is given. */
export type RunMeaning = 'artifact' | { readonly mcid: number };

interface MarkOptions {
  /** Whether the marked content of this number stands in the tree of tags. */
  readonly isTagged: (mcid: number) => boolean;
  /** What a run of drawing is that stands between two pieces of marked content; undefined at the ends of the page. */
  readonly meaningOf: (before: number | undefined, after: number | undefined) => RunMeaning;
}

const PATH_OPERATORS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT_OPERATORS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI']);
const TEXT_OPERATORS = new Set(['Tj', 'TJ', "'", '"']);

/** Text that is put into the content at a place. */
interface Insertion {
  readonly at: number;
  /** How many characters it takes the place of. */
  readonly replaced: number;
  readonly text: string;
}

/**
 * Marks everything that a page draws and that the printer left unmarked (rules, grounds, bullets, the state across the
 * page, the bars of a chart), and turns what no tag names into an artifact. A mark never crosses the bounds of a text
 * object, nor begins inside a path (ISO 32000-1, 14.6.1).
 */
export function markContent(content: string, { isTagged, meaningOf }: MarkOptions): string {
  const operators = operatorsOf(content);
  const hasMarks = textObjectsWithMarks(operators);
  const insertions: Insertion[] = [];
  /** Of the sequences that are open: whether each is a tag's or an artifact's, and not only a note of the printer. */
  const open: boolean[] = [];
  let before: number | undefined;
  let run: { start: number; end: number; drawn: boolean } | null = null;
  const closeRun = (after: number | undefined): void => {
    if (run?.drawn === true) {
      const meaning = meaningOf(before, after);
      const open = meaning === 'artifact' ? '/Artifact BMC\n' : `/Figure <</MCID ${meaning.mcid}>> BDC\n`;
      insertions.push({ at: run.start, replaced: 0, text: open });
      insertions.push({ at: run.end, replaced: 0, text: '\nEMC' });
    }
    run = null;
  };
  operators.forEach((operator, index) => {
    const { name, start, end } = operator;
    if (name === 'BDC' || name === 'BMC') {
      const mcid = mcidOf(operator);
      const isMark = mcid !== undefined || operator.operands.includes('/Artifact');
      if (!open.includes(true)) {
        if (isMark) closeRun(mcid);
        // A note of what letters a glyph stands for belongs to the run that it notes.
        else run ??= { start, end, drawn: false };
        if (mcid !== undefined && isTagged(mcid)) before = mcid;
        else if (mcid !== undefined)
          insertions.push({ at: start, replaced: end - start, text: ARTIFACT_OF_PAGE });
      }
      open.push(isMark);
    } else if (name === 'EMC') {
      open.pop();
      if (run !== null && !open.includes(true)) run.end = end;
    } else if (open.includes(true)) return;
    else if (name === 'BT' || name === 'ET') {
      if (hasMarks.has(index)) closeRun(name === 'BT' ? nextMark(operators, index) : before);
    } else {
      const draws = PAINT_OPERATORS.has(name) || TEXT_OPERATORS.has(name);
      if (!draws && !PATH_OPERATORS.has(name)) return;
      run ??= { start, end, drawn: false };
      if (draws) {
        run.end = end;
        run.drawn = true;
      }
    }
  });
  closeRun(undefined);
  return withInsertions(content, insertions);
}

/** What repeats on each page, such as the head of a table that runs on. */
const ARTIFACT_OF_PAGE = '/Artifact <</Type/Pagination>> BDC';

const mcidOf = ({ operands }: Operator): number | undefined => {
  const found = /\/MCID\s+(\d+)/.exec(operands);
  return found === null ? undefined : Number(found[1]);
};

const nextMark = (operators: readonly Operator[], from: number): number | undefined => {
  for (let index = from; index < operators.length; index += 1) {
    const operator = operators[index];
    const mcid = operator === undefined ? undefined : mcidOf(operator);
    if (mcid !== undefined) return mcid;
  }
  return undefined;
};

/** The `BT` and `ET` (by their index) of the text objects in which marked content begins. */
function textObjectsWithMarks(operators: readonly Operator[]): ReadonlySet<number> {
  const found = new Set<number>();
  let open = -1;
  let isMarked = false;
  operators.forEach(({ name }, index) => {
    if (name === 'BT') {
      open = index;
      isMarked = false;
    } else if (name === 'BDC' || name === 'BMC') isMarked = true;
    else if (name === 'ET' && isMarked && open >= 0) {
      found.add(open);
      found.add(index);
    }
  });
  return found;
}

function withInsertions(content: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, replaced, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    parts.push(content.slice(done, at), text);
    done = at + replaced;
  }
  parts.push(content.slice(done));
  return parts.join('');
}
