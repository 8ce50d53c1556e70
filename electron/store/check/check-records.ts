import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { type AssessmentId, plainFigures, type QuoteId } from '#shared/domain/records.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { headOf } from '../assessments/assessment-head.ts';
import { unreadableAssessments } from '../assessments/read-assessments.ts';
import {
  type BytesDigest,
  idsOfKind,
  type RecordKind,
  recordDigest,
  recordKey,
} from '../audit/record-hash.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { readContent } from '../content/read-content.ts';
import { ownIncidentHashNow } from '../library/own-incidents.ts';
import { keptModels } from '../models/models.ts';
import { keptWordings } from '../models/wordings.ts';
import { RECORD_KINDS } from '../workbook/bind-records.ts';
import { type Differences, differencesFinding, type Finding, noDifferences } from './finding.ts';
import type { TrailFacts } from './trail-facts.ts';
import { type ContentHashOf, contentHashNow, quoteFindings } from './verify-quote.ts';

/** Which line of the report a kind of record belongs to. */
const LINES = {
  workbook: 'cases',
  subject: 'cases',
  case: 'cases',
  assessment: 'assessments',
  model: 'models',
  quote: 'quotes',
  'own-incident': 'own-incidents',
  insurer: 'people',
  profile: 'people',
  file: 'files',
} as const satisfies Record<RecordKind['name'], string>;

/** The name of a record by which something is wrong with it beside its rows; null when nothing is. */
type FaultOf = (id: string, bytes: ReadonlyMap<string, BytesDigest>) => string | null;

type Line = (typeof LINES)[keyof typeof LINES];
type ByLine = Readonly<Record<Line, Differences>>;

/** Compares every record with the trail, both ways; a record at a step. */
export function* recordFindings(
  db: WorkbookDatabase,
  trail: TrailFacts,
): Generator<undefined, readonly Finding[]> {
  const lines: ByLine = {
    cases: noDifferences(),
    assessments: noDifferences(),
    models: noDifferences(),
    quotes: noDifferences(),
    'own-incidents': noDifferences(),
    people: noDifferences(),
    files: noDifferences(),
  };
  const intact = new Set<string>();
  const unreadable = new Map(unreadableAssessments(db).map((damaged) => [damaged.id, damaged]));
  const modelTexts = new Map(keptModels(db).map(({ hash, json }) => [hash, json]));
  const isOtherwiseSound: Readonly<Partial<Record<RecordKind['name'], FaultOf>>> = {
    assessment: (id) =>
      unreadable.has(id) || !agrees(db, id, trail) ? nameIn(trail, `assessment ${id}`) : null,
    model: (id) =>
      trail.models.get(id) === sha256Hex(String(modelTexts.get(id) ?? ''))
        ? null
        : nameIn(trail, `model ${id}`),
    quote: (id, bytes) => alteredQuote(db, id, { trail, intact, pdf: bytes.get('pdf') ?? null }),
    'own-incident': (id) =>
      trail.ownIncidents.get(`own-incident ${id}`) === ownIncidentHashNow(db, id)
        ? null
        : nameIn(trail, `own-incident ${id}`),
    file: (id, bytes) => (bytes.get('bytes')?.sha256 === id ? null : nameIn(trail, `file ${id}`)),
  };
  const found = new Set<string>();
  for (const kind of RECORD_KINDS) {
    const line = lines[LINES[kind.name]];
    for (const id of idsOfKind(db, kind)) {
      const key = recordKey({ kind, id });
      found.add(key);
      line.count += 1;
      const bound = trail.bound.get(key);
      if (bound === undefined && (mustBeBound(kind, trail) || (isToldOf(kind) && !trail.told.has(key)))) {
        line.added.push(nameIn(trail, key));
      } else {
        const digest = recordDigest(db, { kind, id });
        const name = isOtherwiseSound[kind.name]?.(id, digest?.bytes ?? new Map()) ?? null;
        const isAltered = bound !== undefined && bound !== digest?.hash;
        if (name !== null) line.altered.push(name);
        else if (isAltered) line.altered.push(nameIn(trail, key));
        else if (kind.name === 'assessment') intact.add(id);
      }
      yield undefined;
    }
  }
  for (const [key, name] of trail.told) {
    const kind = key.slice(0, key.indexOf(' ')) as RecordKind['name'];
    if (!found.has(key) && !wasRemoved(trail, key) && kind in LINES) lines[LINES[kind]].missing.push(name);
  }
  return [
    differencesFinding(
      {
        id: 'assessments',
        label: 'Assessments',
        promise: 'says in every column what was last entered in the audit trail',
      },
      lines.assessments,
    ),
    differencesFinding(
      {
        id: 'cases',
        label: 'Cases and subjects',
        promise: 'says in every column what was last entered in the audit trail',
      },
      lines.cases,
    ),
    differencesFinding(
      { id: 'models', label: 'Rating models', promise: 'is the one that was kept' },
      lines.models,
    ),
    wordingsFinding(db, trail),
    differencesFinding(
      { id: 'quotes', label: 'Issued quotes', promise: 'is the one that was issued, PDF and all' },
      lines.quotes,
    ),
    differencesFinding(
      {
        id: 'own-incidents',
        label: 'Incidents of your own',
        promise: 'is as it was entered in the audit trail',
      },
      lines['own-incidents'],
    ),
    differencesFinding(
      {
        id: 'people',
        label: 'People and insurer',
        promise: 'is as it was entered in the audit trail',
      },
      lines.people,
    ),
    differencesFinding(
      { id: 'files', label: 'Evidence files', promise: 'has the bytes that it was kept with' },
      lines.files,
    ),
  ];
}

/** What the trail calls a record; one that it does not tell of, by its kind and the beginning of its id. */
function nameIn(trail: TrailFacts, key: string): string {
  const told = trail.told.get(key);
  if (told !== undefined) return told;
  const [name, id = ''] = key.split(' ');
  const kind = RECORD_KINDS.find((one) => one.name === name);
  return `${lowerFirst(kind?.words ?? 'a record')} (${id.slice(0, 8)}…)`;
}

/** Before whole records were bound, no entry told of the workbook's own row, of subjects or of models by their hash. */
const isToldOf = ({ name }: RecordKind): boolean => name !== 'workbook' && name !== 'subject';

/** Incidents of one's own were entered with a hash of the row alone, when other records were bound already. */
const mustBeBound = ({ name }: RecordKind, trail: TrailFacts): boolean =>
  name !== 'own-incident' && trail.bound.size > 0;

const wasRemoved = (trail: TrailFacts, key: string): boolean =>
  trail.bound.get(key) === null || trail.ownIncidents.get(key) === null;

/**
 * Whether an assessment agrees with what its entries say of its content and figures. Where the same entry binds the rows,
 * their hash says so already, and nothing is read a second time.
 */
function agrees(db: WorkbookDatabase, id: string, trail: TrailFacts): boolean {
  const entry = trail.assessments.get(id);
  if (entry === undefined) return false;
  if (entry.isBound) return true;
  try {
    const head = headOf(db, id as AssessmentId);
    const hash = contentHash(readContent(db, head));
    if (hash !== entry.contentHash || hash !== head.contentHash) return false;
    if ((head.state === 'finalised') !== (entry.finalisedFigures !== null)) return false;
    return entry.finalisedFigures === null || entry.finalisedFigures === canonicalJson(plainFigures(head));
  } catch (error) {
    if (error instanceof StoreFault) return false;
    throw error;
  }
}

function wordingsFinding(db: WorkbookDatabase, trail: TrailFacts): Finding {
  const rows = keptWordings(db);
  const hashes = new Set(rows.map(({ hash }) => hash));
  return differencesFinding(
    { id: 'wordings', label: 'Wordings of models', promise: 'is the one that was kept' },
    {
      count: rows.length,
      altered: rows
        .filter(({ hash, json }) => trail.wordings.get(hash) !== sha256Hex(String(json)))
        .map(({ wordingId }) => wordingId),
      missing: [...trail.wordings.keys()]
        .filter((hash) => !hashes.has(hash))
        .map((hash) => `wording ${hash.slice(0, 12)}…`),
      added: [],
    },
  );
}

/** What an assessment says: by its entry where that binds its rows and they were found intact, else by what is read now. */
const contentHashIn =
  (trail: TrailFacts, intact: ReadonlySet<string>): ContentHashOf =>
  (db, id) => {
    const entry = trail.assessments.get(id);
    return entry?.isBound === true && intact.has(id) ? entry.contentHash : contentHashNow(db, id);
  };

interface QuoteSurroundings {
  readonly trail: TrailFacts;
  readonly intact: ReadonlySet<string>;
  readonly pdf: BytesDigest | null;
}

/** The name of a quote with the parts of it that do not agree; null when all do. */
function alteredQuote(
  db: WorkbookDatabase,
  id: string,
  { trail, intact, pdf }: QuoteSurroundings,
): string | null {
  const name = nameIn(trail, `quote ${id}`);
  try {
    const wrong = quoteFindings(db, id as QuoteId, {
      issue: trail.issues.get(id),
      offer: trail.offers.get(id),
      contentHashOf: contentHashIn(trail, intact),
      pdf,
    })
      .filter((item) => !item.isSound)
      .map((item) => lowerFirst(item.label));
    return wrong.length === 0 ? null : `${name} (${wrong.join(', ')})`;
  } catch (error) {
    if (error instanceof StoreFault) return `${name} (record unreadable)`;
    throw error;
  }
}
