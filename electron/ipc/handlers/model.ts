import { success } from '#shared/domain/result.ts';
import { getModel } from '../../store/models/models.ts';
import type { GroupHandlers } from '../context.ts';

export const modelHandlers: GroupHandlers<'model'> = {
  current: async ({ model, beforeModel }) => {
    await beforeModel();
    const current = model();
    return current.ok ? success({ model: current.value.model, hash: current.value.hash }) : current;
  },
  byHash: ({ model, session }, { hash }) => {
    const current = model();
    if (current.ok && current.value.hash === hash) return success({ model: current.value.model, hash });
    const kept = session.using((workbook) => getModel(workbook, hash));
    return kept.ok ? success({ model: kept.value.model, hash }) : kept;
  },
};
