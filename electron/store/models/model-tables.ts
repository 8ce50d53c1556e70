import type { RecordKind } from '../audit/record-hash.ts';
import { table, text } from '../connection/table.ts';

export const modelsTable = table('models', {
  key: { hash: text },
  values: { modelId: text, keptAt: text, jsonSha256: text, json: text },
});

export const wordingsTable = table('model_wordings', {
  key: { modelHash: text, hash: text },
  values: { wordingId: text, keptAt: text, jsonSha256: text, json: text },
});

/** A kept rating model, with the wordings kept of it. */
export const modelKind: RecordKind = {
  name: 'model',
  tables: [modelsTable, wordingsTable],
  words: 'The rating model with its wordings',
};
