import { create } from 'zustand';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import { contentOfOption, withOption } from '#shared/domain/options.ts';
import type { AssessmentId, AssessmentRecord } from '#shared/domain/records.ts';
import type { Failure } from '#shared/domain/result.ts';
import { ask, failureOf } from '../../bridge.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { emptyHistory, type History, record, redo, type Travelled, undo } from './history.ts';
import { keepHistory, keptHistory } from './history-storage.ts';
import { keepOption, keptOption, optionThatIs } from './shown-option.ts';

export interface Draft {
  /** As last read from or written to the workbook; `content` may be newer. */
  readonly stored: AssessmentRecord;
  readonly content: AssessmentContent;
  /** The option that the window shows, and that edits are of. */
  readonly shown: OptionId;
  /** The rating model that it is judged by: the stored one, until a move of it is written. */
  readonly modelHash: string;
  readonly history: History;
  readonly save: SaveState;
}

/** What is written of a draft. */
type Written = Pick<Draft, 'content' | 'modelHash'>;

interface DraftState {
  readonly draft: Draft | null;
}

export const useDraftStore = create<DraftState>()(() => ({ draft: null }));

let autosave: Autosave<Written> | null = null;

const currentDraft = () => useDraftStore.getState().draft;
const patch = (change: Partial<Draft>) =>
  useDraftStore.setState(({ draft }) => (draft ? { draft: { ...draft, ...change } } : { draft }));

/** The content of the option that is shown: what the sections of the editor are of. */
const shownContent = ({ content, shown }: Pick<Draft, 'content' | 'shown'>): AssessmentContent =>
  contentOfOption(content, shown);

/** Shows another option of the open draft, if it has it. */
export function showOption(wanted: OptionId): void {
  const draft = currentDraft();
  if (!draft) return;
  const shown = optionThatIs(draft.content, wanted);
  if (shown === draft.shown) return;
  patch({ shown });
  keepOption(draft.stored.summary.id, shown);
}

/** Hands what the draft is now to the writing. */
const writeSoon = () => {
  const draft = currentDraft();
  if (draft) autosave?.changed({ content: draft.content, modelHash: draft.modelHash });
};

export const isFinalised = (draft: Draft): boolean => draft.stored.summary.state === 'finalised';

const browserClock = {
  now: () => Date.now(),
  after: (milliseconds: number, run: () => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Takes a record into the editor. What was open must have been flushed. */
export function openDraft(stored: AssessmentRecord): void {
  autosave?.stop();
  const { id } = stored.summary;
  useDraftStore.setState({
    draft: {
      stored,
      content: stored.content,
      shown: keptOption(id, stored.content),
      modelHash: stored.modelHash,
      history: keptHistory(id, stored.content) ?? emptyHistory,
      save: { kind: 'saved', at: null },
    },
  });
  autosave =
    stored.summary.state === 'finalised'
      ? null
      : createAutosave(
          (written) => write(id, written),
          (save) => patch({ save }),
          browserClock,
        );
}

/**
 * Takes what was read of an assessment into the editor, unless its draft is open already and has something newer: a
 * change that is not written yet, or one written after the reading.
 */
export function takeRead(record: AssessmentRecord): void {
  const draft = currentDraft();
  if (draft?.stored.summary.id === record.summary.id) {
    const { stored, content, modelHash } = draft;
    if (content !== stored.content || modelHash !== stored.modelHash) return;
    if (stored.version > record.version) return;
    if (stored.version === record.version && stored.summary.state === record.summary.state) {
      // The content is the same, so price, undo history and save state stay.
      patch({ stored: { ...record, content } });
      return;
    }
  }
  openDraft(record);
}

/** Closes the record; the caller saves what is pending first. */
export function closeDraft(): void {
  autosave?.stop();
  autosave = null;
  useDraftStore.setState({ draft: null });
}

async function write(id: AssessmentId, { content, modelHash }: Written): Promise<Failure | null> {
  const draft = currentDraft();
  if (draft?.stored.summary.id !== id) return null;
  const move = modelHash === draft.stored.modelHash ? {} : { modelHash };
  try {
    const saved = await ask((client) =>
      client.assessments.save({ id, version: draft.stored.version, content, ...move }),
    );
    const latest = currentDraft();
    if (latest?.stored.summary.id === id) {
      patch({ stored: { ...latest.stored, ...saved, content } });
      keepHistory(id, latest.content, latest.history);
    }
    void showTrailOf(id);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** The trail tells of a save at once, not only when the assessment is opened again. */
async function showTrailOf(id: AssessmentId): Promise<void> {
  try {
    const { history } = await ask((client) => client.assessments.open({ id }));
    const latest = currentDraft();
    if (latest?.stored.summary.id === id) patch({ stored: { ...latest.stored, history } });
  } catch {
    // It is read again when the assessment is opened.
  }
}

/**
 * Changes the open draft as the window shows it: `change` is given the content of the option that is shown, and what all
 * options share moves them all. `name` completes "Undo …"; edits with one `mergeKey` in quick succession are one step. A
 * change that leaves the content as it was is no edit.
 */
export function edit(
  name: string,
  mergeKey: string | null,
  change: (content: AssessmentContent) => AssessmentContent,
): void {
  const draft = currentDraft();
  if (!draft || isFinalised(draft)) return;
  const before = shownContent(draft);
  const after = change(before);
  if (after === before) return;
  enter(draft, {
    name,
    mergeKey,
    content: withOption(draft.content, draft.shown, after),
    shown: draft.shown,
  });
}

/** Changes the list of options itself, as one step that can be undone; `shown` is the option to show then. */
export function editOptions(
  name: string,
  mergeKey: string | null,
  change: (content: AssessmentContent) => { readonly content: AssessmentContent; readonly shown: OptionId },
): void {
  const draft = currentDraft();
  if (!draft || isFinalised(draft)) return;
  const { content, shown } = change(draft.content);
  if (content === draft.content) return;
  enter(draft, { name, mergeKey, content, shown });
  keepOption(draft.stored.summary.id, shown);
}

interface Entered {
  readonly name: string;
  readonly mergeKey: string | null;
  readonly content: AssessmentContent;
  readonly shown: OptionId;
}

function enter(draft: Draft, { name, mergeKey, content, shown }: Entered): void {
  const step = {
    name,
    // Typing in one option does not go on in another.
    mergeKey: mergeKey === null || shown === 'A' ? mergeKey : `${shown} ${mergeKey}`,
    at: Date.now(),
    before: draft.content,
    after: content,
    ...(content.options === undefined && draft.content.options === undefined
      ? {}
      : { options: { before: draft.shown, after: shown } }),
  };
  patch({ content, shown, history: record(draft.history, step) });
  writeSoon();
}

/** Moves the open draft to another rating model, as one step that can be undone. `name` completes "Undo …". */
export function moveDraft(name: string, modelHash: string): void {
  const draft = currentDraft();
  if (!draft || isFinalised(draft) || draft.modelHash === modelHash) return;
  const { content, history } = draft;
  const move = { from: draft.modelHash, to: modelHash };
  const step = { name, mergeKey: null, at: Date.now(), before: content, after: content, move };
  patch({ modelHash, history: record(history, step) });
  writeSoon();
}

const travel = (direction: (history: History) => Travelled | null): string | null => {
  const draft = currentDraft();
  if (!draft || isFinalised(draft)) return null;
  const travelled = direction(draft.history);
  if (!travelled) return null;
  const { content, history, modelHash = draft.modelHash, shown = draft.shown } = travelled;
  // What an undo changes is shown.
  patch({ content, history, modelHash, shown: optionThatIs(content, shown) });
  writeSoon();
  return travelled.name;
};

/** Takes back the last edit and gives its name, or null when there is none. */
export const undoEdit = (): string | null => travel(undo);
export const redoEdit = (): string | null => travel(redo);

/** Writes what is pending; null when all is in the workbook. */
export const flushDraft = async (): Promise<Failure | null> => (await autosave?.flush()) ?? null;

/** After a finalise, an issued quote or a settled conflict: what the workbook now holds. */
export function replaceStored(stored: AssessmentRecord): void {
  if (currentDraft()?.stored.summary.id !== stored.summary.id) return;
  openDraft(stored);
}

/** Another window saved first. Keeps what is in this window: it is written over what the other one wrote. */
export async function keepThisVersion(): Promise<void> {
  const draft = currentDraft();
  if (!draft) return;
  try {
    const stored = await ask((client) => client.assessments.open({ id: draft.stored.summary.id }));
    const latest = currentDraft();
    if (!latest || latest.stored.summary.id !== stored.summary.id) return;
    patch({ stored });
    writeSoon();
  } catch (error) {
    patch({ save: { kind: 'failed', failure: failureOf(error) } });
  }
}

/** Another window saved first. Takes its version; undo restores this window's version. */
export async function takeStoredVersion(): Promise<void> {
  const draft = currentDraft();
  if (!draft) return;
  try {
    const stored = await ask((client) => client.assessments.open({ id: draft.stored.summary.id }));
    const latest = currentDraft();
    if (!latest || latest.stored.summary.id !== stored.summary.id) return;
    const history = record(latest.history, {
      name: 'take the version saved elsewhere',
      mergeKey: null,
      at: Date.now(),
      before: latest.content,
      after: stored.content,
      ...(latest.modelHash !== stored.modelHash && {
        move: { from: latest.modelHash, to: stored.modelHash },
      }),
    });
    openDraft(stored);
    patch({ history });
  } catch (error) {
    patch({ save: { kind: 'failed', failure: failureOf(error) } });
  }
}
