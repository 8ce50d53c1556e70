import { failed, type Result, success } from '#shared/domain/result.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { modelByHash, type Shipped } from '../store/models/model-by-hash.ts';
import type { ModelsAtHand } from './examine-paper.ts';

/** The models that papers are computed again by: those that ship, and those that the workbook keeps, where one is open. */
export const modelsAtHand = (
  db: () => WorkbookDatabase | null,
  present: () => Result<Shipped>,
): ModelsAtHand => ({
  get presentHash() {
    const model = present();
    return model.ok ? model.value.hash : null;
  },
  modelOf: (hash) => {
    const [open, model] = [db(), present()];
    if (open !== null) return modelByHash(open, hash, model);
    if (!model.ok) return model;
    const shipped = [model.value, ...model.value.retired()].find((other) => other.hash === hash);
    return shipped === undefined
      ? failed('not-found', 'That rating model does not ship with this release.')
      : success(shipped);
  },
});
