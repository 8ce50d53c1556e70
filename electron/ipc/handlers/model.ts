import { success } from '#shared/domain/result.ts';
import { modelByHash } from '../../store/models/model-by-hash.ts';
import { listKeptModels } from '../../store/models/models.ts';
import type { GroupHandlers } from '../context.ts';

export const modelHandlers: GroupHandlers<'model'> = {
  kept: ({ session }) => session.using(listKeptModels),

  current: async ({ model, beforeModel }) => {
    await beforeModel();
    const current = model();
    if (!current.ok) return current;
    const { model: worded, hash, wordingHash } = current.value;
    return success({ model: worded, hash, wordingHash });
  },
  byHash: ({ model, session }, { hash }) => {
    const current = model();
    if (current.ok && current.value.hash === hash) {
      const { model: worded, wordingHash } = current.value;
      return success({ model: worded, hash, wordingHash });
    }
    return session.using((db) => modelByHash(db, hash, current));
  },
};
