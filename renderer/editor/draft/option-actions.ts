import type { OptionId } from '#shared/domain/deal-content.ts';
import {
  addOption,
  labelOption,
  nextOptionId,
  offerOption,
  removeOption,
} from '#shared/domain/option-edits.ts';
import { editOptions, showOption, useDraftStore } from './draft-store.ts';
import { optionThatIs } from './shown-option.ts';

// What a person does with the options of the open draft: each is one step to undo.

const shownNow = (): OptionId => useDraftStore.getState().draft?.shown ?? 'A';

/** Adds an option with the terms of `from`, and shows it. */
export const addOptionFrom = (from: OptionId): void =>
  editOptions(`add an option from ${from}`, null, (content) => ({
    content: addOption(content, from),
    shown: nextOptionId(content) ?? from,
  }));

export const takeOption = (id: OptionId): void =>
  editOptions(`remove option ${id}`, null, (content) => {
    const left = removeOption(content, id);
    return { content: left, shown: shownNow() === id ? 'A' : optionThatIs(left, shownNow()) };
  });

export const nameOption = (id: OptionId, label: string | null): void =>
  editOptions(`name option ${id}`, `options.${id}.label`, (content) => ({
    content: labelOption(content, id, label),
    shown: shownNow(),
  }));

export const putOnPaper = (id: OptionId, isOffered: boolean): void =>
  editOptions(
    `${isOffered ? 'put' : 'take'} option ${id} ${isOffered ? 'on' : 'off'} the paper`,
    null,
    (content) => ({
      content: offerOption(content, id, isOffered),
      shown: shownNow(),
    }),
  );

/** Shows the option so many places further, around the end. */
export function showNextOption(ids: readonly OptionId[], by: 1 | -1): void {
  const next = ids[(ids.indexOf(shownNow()) + by + ids.length) % ids.length];
  if (next !== undefined) showOption(next);
}
