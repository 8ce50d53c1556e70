import { OPTION_IDS } from '#shared/domain/deal-content.ts';
import { nextOptionId } from '#shared/domain/option-edits.ts';
import { mainOption, offeredIds, optionIds } from '#shared/domain/options.ts';
import { showOption } from '../draft/draft-store.ts';
import { addOptionFrom, putOnPaper, showNextOption, takeOption } from '../draft/option-actions.ts';
import { showShare, useShareView } from '../state/share-view.ts';
import type { Command, CommandFacts } from './command.ts';

/** What was issued shows the option that its document is of. */
const isIssued = ({ draft, isReadOnly }: CommandFacts): boolean =>
  isReadOnly &&
  draft?.stored.quotes.some(({ assessmentId }) => assessmentId === draft.stored.summary.id) === true;

const lettersOf = ({ draft }: CommandFacts) => (draft === null ? [] : optionIds(draft.content));
const hasSeveral = (facts: CommandFacts): boolean => lettersOf(facts).length > 1;
const canSwitch = (facts: CommandFacts): boolean => hasSeveral(facts) && !isIssued(facts);
const isShownOffered = ({ draft }: CommandFacts): boolean =>
  draft !== null && offeredIds(draft.content).includes(draft.shown);

export const addOptionCommand: Command = {
  id: 'options.add',
  group: 'Assessment',
  title: ({ draft }) => `Add an option with the terms of ${draft?.shown ?? 'A'}`,
  keys: ['mod+shift+o'],
  menu: 'file.quote',
  canRun: ({ draft, isReadOnly }) => draft !== null && !isReadOnly && nextOptionId(draft.content) !== null,
  run: ({ draft }) => draft && addOptionFrom(draft.shown),
};

const offerOptionCommand: Command = {
  id: 'options.offer',
  group: 'Assessment',
  title: (facts) =>
    isShownOffered(facts)
      ? `Take option ${facts.draft?.shown} off the paper`
      : `Put option ${facts.draft?.shown ?? 'A'} on the paper`,
  canRun: (facts) => hasSeveral(facts) && !facts.isReadOnly,
  run: (facts) => facts.draft && putOnPaper(facts.draft.shown, !isShownOffered(facts)),
};

const removeOptionCommand: Command = {
  id: 'options.remove',
  group: 'Assessment',
  title: ({ draft }) => `Remove option ${draft?.shown ?? ''}`.trim(),
  takesAway: true,
  canRun: (facts) => hasSeveral(facts) && !facts.isReadOnly,
  run: ({ draft }) => draft && takeOption(draft.shown),
};

const showCommands: readonly Command[] = OPTION_IDS.map((id, index) => ({
  id: `options.show-${id.toLowerCase()}`,
  group: 'Go to',
  title: ({ draft }) =>
    draft !== null && draft.content.options !== undefined && mainOption(draft.content) === id
      ? `Option ${id}, the main one`
      : `Option ${id}`,
  keys: [`alt+shift+${index + 1}`],
  canRun: (facts) => canSwitch(facts) && lettersOf(facts).includes(id),
  run: () => showOption(id),
}));

const step = (way: 'next' | 'previous', by: 1 | -1): Command => ({
  id: `options.${way}`,
  group: 'Go to',
  title: way === 'next' ? 'Next option' : 'Previous option',
  keys: [way === 'next' ? 'alt+shift+arrowright' : 'alt+shift+arrowleft'],
  canRun: canSwitch,
  run: (facts) => showNextOption(lettersOf(facts), by),
});

const hasLine = ({ draft }: CommandFacts): boolean => draft?.content.terms.line !== undefined;

const shareCommand: Command = {
  id: 'view.share',
  group: 'View',
  title: () => (useShareView.getState().at === 'ours' ? 'Show amounts at 100%' : 'Show amounts at our line'),
  keys: ['mod+shift+l'],
  menu: 'view.pages',
  canRun: hasLine,
  run: () => showShare(useShareView.getState().at === 'ours' ? 'whole' : 'ours'),
};

/** What can be done with the options of the open assessment, and the share that amounts are shown at. */
export const optionCommands: readonly Command[] = [
  addOptionCommand,
  offerOptionCommand,
  ...showCommands,
  step('next', 1),
  step('previous', -1),
  shareCommand,
  removeOptionCommand,
];
