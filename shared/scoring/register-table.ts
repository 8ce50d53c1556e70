import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { REGISTER_FORMULAS } from '../domain/vocabulary.ts';
import { assetsToday } from './assets-at-stake.ts';
import {
  BEYOND,
  IN,
  incidentCaps,
  OUT,
  type RegisterReader,
  registerReader,
  type SubsetFigures,
} from './incident-subsets.ts';
import { type ReadIncident, readIncidents } from './incident-working.ts';
import type { IncidentCap } from './score-result.ts';

export interface RegisterInput {
  readonly incidents: readonly Incident[];
  readonly asOf: IsoDate;
  readonly liveSince: IsoDate | null;
  /** What stands for the assets at the time of an incident where they are not known, in currency units. */
  readonly assetsToday: number;
}

/**
 * All subsets of a register that the monotone rule looks at, computed once and then weighed under any evidence state.
 */
export interface RegisterTable {
  readonly incidents: readonly ReadIncident[];
  readonly reader: RegisterReader;
  readonly yearsLive: number;
  readonly full: SubsetFigures;
  /** Marks of the material incidents in each subset; the full set first. */
  readonly subsets: readonly Uint8Array[];
  /** The scores of each subset, in the order of REGISTER_FORMULAS; NaN = not applicable. */
  readonly scores: Float64Array;
  /** The least cap each subset trips; 100 when none. */
  readonly subsetCaps: Float64Array;
  readonly caps: readonly IncidentCap[];
}

/** Years of 365.25 days since the subject went live; 0 when not given or not yet live. */
function yearsLiveAt(liveSince: IsoDate | null, asOf: IsoDate): number {
  return liveSince === null ? 0 : Math.max(0, daysBetween(liveSince, asOf) / 365.25);
}

/**
 * The subsets of the monotone rule: up to the model's limit (12) every subset of the material incidents, full and empty
 * included; above it the full set and each with one left out. The full set comes first.
 */
function* subsetsOf(count: number, exhaustiveLimit: number): Generator<Uint8Array> {
  const full = new Uint8Array(count).fill(IN);
  yield full;
  if (count > exhaustiveLimit) {
    for (let out = 0; out < count; out += 1) {
      const subset = full.slice();
      subset[out] = OUT;
      yield subset;
    }
    return;
  }
  for (let mask = 2 ** count - 2; mask >= 0; mask -= 1) {
    const subset = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) subset[i] = (mask >> i) & 1;
    yield subset;
  }
}

/**
 * The subsets again with those incidents taken to be beyond the look-back of which the day is not known and may be: each of
 * them alone and all together, as an old loss with a good fix may be worse to lose than to have.
 */
function beyondSubsets(subsets: readonly Uint8Array[], material: readonly ReadIncident[]): Uint8Array[] {
  const open = material.flatMap(({ mayBeBeyond }, i) => (mayBeBeyond ? [i] : []));
  const groups = open.length > 1 ? [...open.map((i) => [i]), open] : open.map((i) => [i]);
  return groups.flatMap((group) =>
    subsets.flatMap((marks) => {
      if (!group.some((i) => marks[i] === IN)) return [];
      return [marks.map((mark, i) => (mark === IN && group.includes(i) ? BEYOND : mark))];
    }),
  );
}

/** What of content its register is read from. */
export const registerInputOf = (content: AssessmentContent, model: RatingModel): RegisterInput => ({
  incidents: content.incidents,
  asOf: content.asOf,
  liveSince: content.subject.liveSince,
  assetsToday: assetsToday(content, model),
});

/** Reads a register: severities, loads and the computed factors over every subset that the monotone rule needs. */
export function registerTable(input: RegisterInput, model: RatingModel): RegisterTable {
  const yearsLive = yearsLiveAt(input.liveSince, input.asOf);
  const incidents = readIncidents(input, model);
  const reader = registerReader(incidents, yearsLive, model);
  const known = [...subsetsOf(reader.material.length, model.incidentModel.exhaustiveSubsetLimit)];
  const subsets = [...known, ...beyondSubsets(known, reader.material)];
  const scores = new Float64Array(subsets.length * REGISTER_FORMULAS.length);
  const subsetCaps = new Float64Array(subsets.length);
  subsets.forEach((included, i) => {
    const { figures, cap } = reader.read(included);
    REGISTER_FORMULAS.forEach((formula, j) => {
      scores[i * REGISTER_FORMULAS.length + j] = figures[formula].score ?? Number.NaN;
    });
    subsetCaps[i] = cap;
  });
  const caps = incidentCaps(reader.material, model);
  return { incidents, reader, yearsLive, full: reader.read(subsets[0]!), subsets, scores, subsetCaps, caps };
}
