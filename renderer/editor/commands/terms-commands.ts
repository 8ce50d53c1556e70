import { formatCount } from '#shared/domain/format-date.ts';
import { withUsualTerms } from '#shared/domain/usual-terms.ts';
import { edit, useDraftStore } from '../draft/draft-store.ts';
import { modelQuery, queryClient } from '../queries.ts';
import { sayDone } from '../state/messages.ts';
import type { Command, NamedCommand } from './command.ts';

/** Fills what is empty in the contract with the usual words, as one step, and says what it filled. */
function takeUsualTerms(): void {
  const { draft } = useDraftStore.getState();
  if (draft === null) return;
  const model = queryClient.getQueryData(modelQuery(draft.modelHash).queryKey)?.model;
  if (model === undefined) return;
  const usual = withUsualTerms(draft.content, model);
  if (usual === null) {
    sayDone('Nothing is empty in the contract, so nothing was filled.');
    return;
  }
  edit('take over the usual terms', null, () => usual.content);
  const count = formatCount(usual.filled.length, 'term');
  sayDone(`Filled ${count} with the usual words: ${usual.filled.join(', ')}. What was written stays.`);
}

export const usualTermsCommand: NamedCommand = {
  id: 'assessment.usual-terms',
  group: 'Assessment',
  title: 'Take over the usual contract terms',
  keys: ['mod+shift+t'],
  canRun: ({ draft, isReadOnly }) => draft !== null && !isReadOnly,
  run: takeUsualTerms,
};

export const termsCommands: readonly Command[] = [usualTermsCommand];
