import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import * as vocabulary from '#shared/domain/vocabulary.ts';
import { bundledModelJson, bundledWordingJson, modelFrom } from './bundled-model.ts';

// A model and a wording with every id, word and number changed: whatever code still knew by heart then shows.

type Json = unknown;
type Leaf = (value: string | number, path: readonly string[]) => string | number;

/** Ids and words that the schema itself closes; they are the code's, not a model's. */
const CLOSED = new Set([
  ...Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? (list as string[]) : [])),
  ...[
    'none-protocol',
    'contingent',
    'refer',
    'custodial',
    'protocol',
    'register',
    'answer',
    'sum',
    'largest',
  ],
]);

/** Keys whose strings are of the schema (kinds, families, dates), whatever they hold. */
const SCHEMA_KEYS = new Set([
  ...[
    'format',
    'kind',
    'pillar',
    'appliesTo',
    'mark',
    'measure',
    'exposedValue',
    'relativityGroup',
    'status',
  ],
  ...['currencies', 'effectiveFrom', 'default', 'grade', 'type', 'types', 'evidenceFrom', 'formula', 'take'],
  ...['startTime', 'endTime', 'validUntilTime'],
  ...['exposures', 'part', 'family', 'custodial', 'protocol', 'does', 'field', 'partOrder', 'whole'],
]);

/** Keys that hold the id of something that a model names. */
const ID_KEYS = new Set([
  ...['id', 'factorId', 'factorIds', 'key', 'level', 'levels', 'code', 'cause', 'anyPerilCause', 'responds'],
  ...['respondsTo', 'sources', 'modelId', 'recoveryConditions', 'conditionId', 'haltFactorId'],
  ...['readinessFactorId', 'flag', 'scheduleSubjectivity', 'neverSold'],
]);

function mapLeaves(value: Json, leaf: Leaf, path: readonly string[] = []): Json {
  if (typeof value === 'string' || typeof value === 'number') return leaf(value, path);
  if (Array.isArray(value)) return value.map((item, i) => mapLeaves(item, leaf, [...path, String(i)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapLeaves(v, leaf, [...path, k])]));
}

const keyOf = (path: readonly string[]): string => path.findLast((key) => !/^\d+$/.test(key)) ?? '';

/** The new name of an id: a prefix; closed ids keep theirs, except where a model gives its own of that name. */
export const changedId = (id: string): string => `zz-${id}`;

const OWN_IDS = ['evidenceStates', 'pillars', 'subjectTypes', 'perils', 'coverageParts', 'exposures'];
const OWN_CLOSED = ['fixStatuses', 'postmortems', 'boundaries', 'riskLoadPrinciples'];

function isClosedId(value: string, path: readonly string[]): boolean {
  const key = keyOf(path);
  if (key === 'id') return [...OWN_IDS, ...OWN_CLOSED].some((list) => path.includes(list));
  if (key === 'responds') return CLOSED.has(value);
  return false;
}

/** Words that can be told from any other, with the placeholders of a template kept. */
function nonsense(text: string, number: number): string {
  const places = [...text.matchAll(/\{[a-z]+\}/g)].map(([place]) => place);
  return [`Qx${number}w`, ...places, `vx${number}.`].join(' ');
}

/** Figures that others must sum to, or that the schema holds whole, changed by hand below. */
const SUMS = /pillarWeights|\.weight$|meanShare|lowestShare|blend|relativeWeight|absoluteWeight|lattice/;

function changedNumber(value: number, path: readonly string[]): number {
  const at = path.join('.');
  if (value === 0 || SUMS.test(at) || /valueAtRisk|returnPeriods|exhaustiveSubsetLimit/.test(at))
    return value;
  if (/maximum$/.test(at)) return value * 1.05;
  if (/Minor$/.test(at)) return Math.round(value * 1.1);
  if (/mapping/.test(at)) return path.at(-1) === '1' ? value * 0.9 + 3 : value * 1.01;
  if (/Count$/.test(at)) return value;
  if (/wholeShare|fixScore|postmortemScore|share$|\.low$|\.high$|level$/i.test(at)) return value * 0.97;
  if (value > 1 && value <= 100)
    return Math.round(value * 93) / 100 === value ? value : Math.round(value * 93) / 100;
  return value * 1.03;
}

const evened = (weights: readonly number[]): readonly number[] => {
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
  return weights.map((weight) => 0.9 * weight + 0.1 * mean);
};

export interface ChangedModel {
  readonly model: RatingModel;
  /** Every id of the bundled model and wording that the code may not know. */
  readonly oldIds: readonly string[];
  /** Every word of the two. */
  readonly oldWords: readonly string[];
}

/** The bundled model and wording, changed throughout. Its test cases are left out: their figures are of the old numbers. */
export function changedModel(): ChangedModel {
  const oldIds = new Set<string>();
  const oldWords = new Set<string>();
  let number = 0;
  const change: Leaf = (value, path) => {
    if (typeof value === 'number') return changedNumber(value, path);
    const key = keyOf(path);
    if (SCHEMA_KEYS.has(key) && !(key === 'family' && path.includes('subjectTypes'))) return value;
    if (ID_KEYS.has(key) && !(key === 'levels' && path.at(-1) === 'label')) {
      if (isClosedId(value, path)) return value;
      if (!CLOSED.has(value)) oldIds.add(value);
      return changedId(value);
    }
    if (value === '') return value;
    if (/\p{L}{2}/u.test(value) && !CLOSED.has(value)) oldWords.add(value);
    number += 1;
    return nonsense(value, number);
  };
  const { testCases: _, ...data } = bundledModelJson() as { testCases: unknown };
  const wording = mapLeaves(bundledWordingJson(), change) as RatingModel['wording'];
  const model = mapLeaves(data, change) as Omit<RatingModel, 'wording'>;
  const byPillar = (pillar: string) => {
    const weights = evened(model.factors.filter((f) => f.pillar === pillar).map((f) => f.weight));
    return model.factors.filter((f) => f.pillar === pillar).map((f, i) => ({ ...f, weight: weights[i]! }));
  };
  const changed = {
    ...model,
    factors: vocabulary.PILLARS.flatMap(byPillar),
    subjectTypes: model.subjectTypes.map((type) => {
      const [custody = 0, audits = 0, incidents = 0] = evened(Object.values(type.pillarWeights));
      return { ...type, pillarWeights: { custody, audits, incidents } };
    }),
    aggregation: { ...model.aggregation, meanShare: 0.65, lowestShare: 0.35 },
    incidentModel: {
      ...model.incidentModel,
      blendGross: 0.55,
      blendNet: 0.45,
      relativeWeight: 0.7,
      absoluteWeight: 0.3,
    },
    testCases: [],
  };
  return { model: modelFrom(changed, wording), oldIds: [...oldIds], oldWords: [...oldWords] };
}

const withChangedKeys = <T>(record: Readonly<Record<string, T>>, value: (item: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([id, item]) => [changedId(id), value(item)]));
const orNull = (id: string | null): string | null => (id === null ? null : changedId(id));

/** The same content in the ids of the changed model. */
export const changedContent = (content: AssessmentContent): AssessmentContent => ({
  ...content,
  answers: withChangedKeys(content.answers, (answer) => ({ ...answer, level: orNull(answer.level) })),
  incidents: content.incidents.map((incident) => ({ ...incident, cause: changedId(incident.cause) })),
  declarations: withChangedKeys(content.declarations, (state) => state),
  terms: {
    ...content.terms,
    cyberClause: orNull(content.terms.cyberClause),
    signingWording: orNull(content.terms.signingWording),
    scheduleReason: orNull(content.terms.scheduleReason),
    subjectivities: content.terms.subjectivities.map((s) => ({ ...s, id: changedId(s.id) })),
    buyBacks: content.terms.buyBacks.map((b) => ({ ...b, exclusionId: changedId(b.exclusionId) })),
  },
});
