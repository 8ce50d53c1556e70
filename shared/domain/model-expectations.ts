import type { Factor, RatingModelData } from './rating-model.ts';

/** A fault of a rating model that its schema cannot see: where, and what is wrong in one sentence without full stop. */
export interface ModelFault {
  readonly path: string;
  readonly message: string;
}

/** Whether two numbers agree to 1e-9, for sums of weights. */
export const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-9;
/** The sum of numbers, 0 of none. */
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** A fault of a model at a path; the message has no full stop. */
export const fault = (path: string, message: string): ModelFault => ({ path, message });

/** Every wanted id must be given once, and no other. */
export function expectEach(path: string, given: readonly string[], wanted: readonly string[]): ModelFault[] {
  const faults: ModelFault[] = [];
  for (const id of wanted) {
    const count = given.filter((g) => g === id).length;
    if (count !== 1) faults.push(fault(path, `${id} must be there once, not ${count} times`));
  }
  for (const id of given) if (!wanted.includes(id)) faults.push(fault(path, `${id} is not known`));
  return faults;
}

/** No id may be given twice. */
export function expectUnique(path: string, ids: readonly string[]): ModelFault[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(twice)].map((id) => fault(path, `${id} must not be there twice`));
}

/** A model's factor, or undefined where it has none of that id. */
const factorOf = (model: RatingModelData, id: string): Factor | undefined =>
  model.factors.find((f) => f.id === id);

/** A factor that another part of the model names must exist, and be of a kind where one is given. */
export function expectFactor({
  path,
  model,
  id,
  kind,
}: {
  readonly path: string;
  readonly model: RatingModelData;
  readonly id: string;
  readonly kind: Factor['kind'] | null;
}): ModelFault[] {
  const factor = factorOf(model, id);
  if (factor === undefined) return [fault(path, `names the factor ${id}, which the model does not have`)];
  return kind !== null && factor.kind !== kind ? [fault(path, `needs ${id} to be a ${kind} factor`)] : [];
}

/** A level that another part of the model names must exist, on an ordinal factor. */
export function expectLevel({
  path,
  model,
  id,
  level,
}: {
  readonly path: string;
  readonly model: RatingModelData;
  readonly id: string;
  readonly level: string;
}): ModelFault[] {
  const faults = expectFactor({ path, model, id, kind: 'ordinal' });
  const factor = factorOf(model, id);
  if (faults.length > 0 || factor?.kind !== 'ordinal') return faults;
  return factor.levels.some((l) => l.key === level)
    ? []
    : [fault(path, `names level ${level}, which ${id} does not have`)];
}
