import { createContext, useContext } from 'react';
import type { ModelWords } from '#shared/domain/model-words.ts';

const ModelWordsContext = createContext<ModelWords | null>(null);

/** Gives charts the model's words: the window those of the model in use, the paper those stored with the document. */
export const ModelWordsProvider = ModelWordsContext.Provider;

export function useModelWords(): ModelWords {
  const words = useContext(ModelWordsContext);
  if (words === null) throw new Error('This chart needs the words of a rating model.');
  return words;
}
