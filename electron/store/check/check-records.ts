import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { type AssessmentId, plainFigures, type QuoteId } from '#shared/domain/records.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { assessmentIds, headOf } from '../assessments/assessment-head.ts';
import { type AuditChainReport, verifyAuditChain } from '../audit/audit-chain.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { readContent } from '../content/read-content.ts';
import { keptModels } from '../models/models.ts';
import { keptWordings } from '../models/wordings.ts';
import { quoteNames } from '../quotes/read-quotes.ts';
import { type Finding, finding } from './finding.ts';
import { quoteFindings } from './verify-quote.ts';

const MOST_NAMED = 5;

/** The last entry of the audit chain about each assessment and model. */
interface AuditFacts {
  readonly chain: AuditChainReport;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
  readonly models: ReadonlyMap<string, string>;
  readonly wordings: ReadonlyMap<string, string>;
}

interface AssessmentFacts {
  readonly contentHash: string;
  /** Canonical JSON of the figures of a finalised assessment. */
  readonly finalisedFigures: string | null;
  readonly subjectOf: string;
}

const assessmentFactsSchema = z.object({ contentHash: z.string(), figures: z.unknown().optional() });
const wordingFactsSchema = z.object({ wordingHash: z.string(), jsonSha256: z.string() });
const modelFactsSchema = z.object({ modelHash: z.string(), jsonSha256: z.string() });

/** Reads the chain once and collects what the records are compared with. */
export function readAuditFacts(db: WorkbookDatabase): AuditFacts {
  const assessments = new Map<string, AssessmentFacts>();
  const models = new Map<string, string>();
  const wordings = new Map<string, string>();
  const chain = verifyAuditChain(db, (row) => {
    const facts = parsedJson(row.facts);
    if (row.action === 'model-kept') {
      const model = modelFactsSchema.safeParse(facts).data;
      if (model !== undefined) models.set(model.modelHash, model.jsonSha256);
    } else if (row.action === 'wording-kept') {
      const wording = wordingFactsSchema.safeParse(facts).data;
      if (wording !== undefined) wordings.set(wording.wordingHash, wording.jsonSha256);
    } else if (row.assessmentId !== null && row.quoteId === null) {
      const assessment = assessmentFactsSchema.safeParse(facts).data;
      if (assessment === undefined) return;
      assessments.set(row.assessmentId, {
        contentHash: assessment.contentHash,
        finalisedFigures:
          row.action === 'assessment-finalised' ? canonicalJson(assessment.figures ?? null) : null,
        subjectOf: row.subjectOf,
      });
    }
  });
  return { chain, assessments, models, wordings };
}

export const auditFinding = ({ chain }: AuditFacts): Finding =>
  finding('audit', 'Audit trail', chain.isSound, chain.message);

/** Compares each assessment, draft or finalised, with the last entry about its content and figures. */
export function assessmentsFinding(db: WorkbookDatabase, audit: AuditFacts): Finding {
  const altered: string[] = [];
  const ids = assessmentIds(db);
  for (const id of ids) {
    const entry = audit.assessments.get(id);
    if (entry === undefined || !agrees(db, id, entry)) altered.push(entry?.subjectOf ?? `assessment ${id}`);
  }
  return counted(
    'assessments',
    'Assessments',
    ids.length,
    altered,
    'says what was last entered in the audit trail',
  );
}

function agrees(db: WorkbookDatabase, id: AssessmentId, entry: AssessmentFacts): boolean {
  try {
    const head = headOf(db, id);
    const hash = contentHash(readContent(db, head));
    if (hash !== entry.contentHash || hash !== head.contentHash) return false;
    if ((head.state === 'finalised') !== (entry.finalisedFigures !== null)) return false;
    return entry.finalisedFigures === null || entry.finalisedFigures === canonicalJson(plainFigures(head));
  } catch (error) {
    if (error instanceof StoreFault) return false;
    throw error;
  }
}

export function modelsFinding(db: WorkbookDatabase, audit: AuditFacts): Finding {
  const rows = keptModels(db);
  const altered = rows
    .filter(({ hash, json }) => audit.models.get(hash) !== sha256Hex(String(json)))
    .map(({ modelId }) => modelId);
  return counted('models', 'Rating models', rows.length, altered, 'is the one that was kept');
}

export function wordingsFinding(db: WorkbookDatabase, audit: AuditFacts): Finding {
  const rows = keptWordings(db);
  const altered = rows
    .filter(({ hash, json }) => audit.wordings.get(hash) !== sha256Hex(String(json)))
    .map(({ wordingId }) => wordingId);
  return counted('wordings', 'Wordings of models', rows.length, altered, 'is the one that was kept');
}

export function quotesFinding(db: WorkbookDatabase): Finding {
  const altered: string[] = [];
  const quotes = quoteNames(db);
  for (const { id, reference, version } of quotes) {
    const wrong = alteredParts(db, id);
    if (wrong.length > 0) altered.push(`${reference} version ${version} (${wrong.join(', ')})`);
  }
  return counted(
    'quotes',
    'Issued quotes',
    quotes.length,
    altered,
    'is the one that was issued, PDF and all',
  );
}

function alteredParts(db: WorkbookDatabase, id: QuoteId): readonly string[] {
  try {
    return quoteFindings(db, id)
      .filter((item) => !item.isSound)
      .map((item) => item.label.toLowerCase());
  } catch (error) {
    if (error instanceof StoreFault) return ['record unreadable'];
    throw error;
  }
}

function counted(
  id: string,
  label: string,
  count: number,
  altered: readonly string[],
  promise: string,
): Finding {
  if (altered.length === 0) {
    return finding(id, label, true, count === 0 ? 'None yet.' : `Each of the ${count} ${promise}.`);
  }
  const named = altered.slice(0, MOST_NAMED).join('; ');
  const more = altered.length > MOST_NAMED ? ` and ${altered.length - MOST_NAMED} more` : '';
  return finding(
    id,
    label,
    false,
    `${altered.length} of ${count} were changed outside Ballast: ${named}${more}.`,
  );
}
