import { create } from 'zustand';
import {
  LARGEST_PAPER_BYTES,
  type PaperVerdict,
  paperVerdict,
  TOO_LARGE_PAPER,
} from '#shared/quote/paper-verdict.ts';
import { ask } from '../bridge.ts';
import { afterFlush, arriveAt, report } from './actions.ts';
import { closeDialog, openDialog } from './state/dialogs.ts';
import { sayDone } from './state/messages.ts';

/** A file that is said to be a paper: chosen in the system's dialog, which knows where it lies, or dropped on the window. */
type Source = { readonly id: string } | { readonly file: File };

export interface CheckedPaper {
  readonly name: string;
  readonly source: Source;
  /** Null until it is checked. */
  readonly verdict: PaperVerdict | null;
}

/** The papers of the last check, in the order in which they were given. */
export const useCheckedPapers = create<{ readonly papers: readonly CheckedPaper[] }>()(() => ({
  papers: [],
}));

const handedIn = async (source: Source) =>
  'id' in source
    ? source
    : { name: source.file.name, bytes: new Uint8Array(await source.file.arrayBuffer()) };

const isTooLarge = (source: Source): boolean => 'file' in source && source.file.size > LARGEST_PAPER_BYTES;

/** Checks papers one after the other and shows what each is; another check ends this one. */
async function checkPapers(given: readonly Pick<CheckedPaper, 'name' | 'source'>[]): Promise<void> {
  let papers: readonly CheckedPaper[] = given.map((paper) => ({ ...paper, verdict: null }));
  useCheckedPapers.setState({ papers });
  openDialog('check-papers');
  for (const [index, { source }] of given.entries()) {
    const verdict = await verdictOf(source);
    if (useCheckedPapers.getState().papers !== papers) return;
    papers = papers.with(index, { ...papers[index], verdict } as CheckedPaper);
    useCheckedPapers.setState({ papers });
  }
}

async function verdictOf(source: Source): Promise<PaperVerdict> {
  // Not read at all: it would be carried across for nothing.
  if (isTooLarge(source)) return paperVerdict('not-ours', [TOO_LARGE_PAPER]);
  try {
    const asked = await handedIn(source);
    return await ask((client) => client.papers.check(asked));
  } catch {
    return paperVerdict('not-ours', ['The file could not be read. It was moved, or it is a folder.']);
  }
}

/** Asks for papers and checks them. */
export async function choosePapersToCheck(): Promise<void> {
  try {
    const chosen = await ask((client) => client.papers.choose());
    if (chosen.length > 0) await checkPapers(chosen.map(({ id, name }) => ({ name, source: { id } })));
  } catch (error) {
    report(error);
  }
}

export const checkDroppedPapers = (files: readonly File[]): Promise<void> =>
  checkPapers(files.map((file) => ({ name: file.name, source: { file } })));

/** Takes the assessment of a worksheet over into the open workbook. */
export const reopenFromPaper = ({ source }: CheckedPaper): Promise<void> =>
  afterFlush(async () => {
    const asked = await handedIn(source);
    const record = await ask((client) => client.papers.reopen(asked));
    closeDialog();
    arriveAt(
      record,
      `Reopened ${record.summary.subjectName} as a draft. Score and premium are those of the worksheet.`,
    );
  });

/** Saves the card of the key that one signs papers with. */
export async function saveKeyCard(): Promise<void> {
  try {
    const { fileName } = await ask((client) => client.papers.saveKeyCard());
    if (fileName !== null) sayDone(`Saved ${fileName}. Hand it to those who are to tell your signature.`);
  } catch (error) {
    report(error);
  }
}
