import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { TrailHead } from '#shared/domain/records.ts';
import { type AuditChainReport, type TrailEntry, trailEntries } from '../audit/audit-chain.ts';
import { boundIn } from '../audit/bound-records.ts';
import { isCountersigned, readCountersignature } from '../audit/countersign.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { parsedJson } from '../connection/stored-values.ts';

/** What the trail says of everything, read once from its first entry to its last. */
export interface TrailFacts {
  readonly chain: AuditChainReport;
  readonly head: TrailHead | null;
  /** The hash that each record was last bound to, by key; null for one that was removed. Empty before records were bound. */
  readonly bound: ReadonlyMap<string, string | null>;
  /** Every record that an entry tells of, by key, with the words of its last entry. */
  readonly told: ReadonlyMap<string, string>;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
  readonly models: ReadonlyMap<string, string>;
  readonly wordings: ReadonlyMap<string, string>;
  readonly offers: ReadonlyMap<string, Offer>;
  /** What was entered when each quote was issued. */
  readonly issues: ReadonlyMap<string, unknown>;
  /** The row hash of each incident of one's own as it was last entered, by key; null for one that was removed. */
  readonly ownIncidents: ReadonlyMap<string, string | null>;
  readonly signatures: Signatures;
}

interface AssessmentFacts {
  readonly contentHash: string;
  /** Canonical JSON of the figures of a finalised assessment. */
  readonly finalisedFigures: string | null;
  /** The entry that binds the record last says this of its content, so that the hash of the record covers it. */
  readonly isBound: boolean;
}

/** What a quote was entered as before its paper was stored. */
export interface Offer extends TrailHead {
  readonly offerSha256: string;
}

export interface Signatures {
  /** How many entries each key has signed. */
  readonly byKey: ReadonlyMap<string, number>;
  readonly unsignedCount: number;
  /** The first entry whose signature does not fit. */
  readonly invalidAt: number | null;
  /** The first entry that says neither who signed it nor that nobody did, after entries that do. */
  readonly missingAt: number | null;
  /** The first unsigned entry after one that a key has signed, by key. */
  readonly unsignedAfter: ReadonlyMap<string, number>;
}

const assessmentFactsSchema = z.object({ contentHash: z.string(), figures: z.unknown().optional() });
const wordingFactsSchema = z.object({ wordingHash: z.string(), jsonSha256: z.string() });
const modelFactsSchema = z.object({ modelHash: z.string(), jsonSha256: z.string() });
const incidentFactsSchema = z.object({ incidentId: z.string(), rowSha256: z.string() });
export const offerFactsSchema = z.object({ offerSha256: z.string() });

/** Reads the trail, an entry at a step. */
export function* readTrailFacts(db: WorkbookDatabase): Generator<undefined, TrailFacts> {
  const bound = new Map<string, string | null>();
  const told = new Map<string, string>();
  const assessments = new Map<string, AssessmentFacts>();
  const models = new Map<string, string>();
  const wordings = new Map<string, string>();
  const offers = new Map<string, Offer>();
  const issues = new Map<string, unknown>();
  const ownIncidents = new Map<string, string | null>();
  const byKey = new Map<string, number>();
  let unsignedCount = 0;
  const unsignedAfter = new Map<string, number>();
  let invalidAt: number | null = null;
  let missingAt: number | null = null;
  let head: TrailHead | null = null;

  const sign = ({ row, previousHash }: TrailEntry): void => {
    // Most entries are of drafts and carry none.
    if (!isCountersigned(row.action) && !row.facts.includes('"signature"')) return;
    const found = readCountersignature(row, previousHash);
    if (found.kind === 'valid') byKey.set(found.key, (byKey.get(found.key) ?? 0) + 1);
    else if (found.kind === 'invalid') invalidAt ??= row.sequence;
    // Before there were countersignatures, an entry said nothing of them.
    else if (found.kind === 'none' && byKey.size + unsignedCount > 0) missingAt ??= row.sequence;
    else if (found.kind === 'unsigned') {
      unsignedCount += 1;
      for (const key of byKey.keys()) if (!unsignedAfter.has(key)) unsignedAfter.set(key, row.sequence);
    }
  };

  const take = (entry: TrailEntry): void => {
    const { row } = entry;
    const facts = parsedJson(row.facts);
    head = { sequence: row.sequence, hash: entry.hash };
    sign(entry);
    const records = Object.entries(boundIn(facts));
    for (const [key, hash] of records) {
      bound.set(key, hash);
      told.set(key, told.get(key) ?? row.subjectOf);
    }
    if (row.caseId !== null) told.set(`case ${row.caseId}`, row.subjectOf);
    if (row.quoteId !== null) {
      if (row.action === 'quote-issued') {
        told.set(`quote ${row.quoteId}`, row.subjectOf);
        if (!issues.has(row.quoteId)) issues.set(row.quoteId, facts);
      }
      const offer = row.action === 'quote-prepared' ? offerFactsSchema.safeParse(facts).data : undefined;
      if (offer !== undefined)
        offers.set(row.quoteId, { ...offer, sequence: row.sequence, hash: entry.hash });
    } else if (row.assessmentId !== null) {
      told.set(`assessment ${row.assessmentId}`, row.subjectOf);
      const assessment = assessmentFactsSchema.safeParse(facts).data;
      const isBinding = records.some(([key]) => key === `assessment ${row.assessmentId}`);
      const before = assessments.get(row.assessmentId);
      if (assessment !== undefined)
        assessments.set(row.assessmentId, {
          contentHash: assessment.contentHash,
          finalisedFigures:
            row.action === 'assessment-finalised' ? canonicalJson(assessment.figures ?? null) : null,
          isBound: isBinding,
        });
      // What it is bound to now may say anything: it is read again and compared with what was entered of it.
      else if (isBinding && before !== undefined)
        assessments.set(row.assessmentId, { ...before, isBound: false });
    } else if (row.action === 'model-kept') {
      const model = modelFactsSchema.safeParse(facts).data;
      if (model === undefined) return;
      models.set(model.modelHash, model.jsonSha256);
      told.set(`model ${model.modelHash}`, row.subjectOf);
    } else if (row.action === 'wording-kept') {
      const wording = wordingFactsSchema.safeParse(facts).data;
      if (wording !== undefined) wordings.set(wording.wordingHash, wording.jsonSha256);
    } else if (row.action.startsWith('own-incident-')) {
      const incident = incidentFactsSchema.safeParse(facts).data;
      if (incident === undefined) return;
      const { incidentId, rowSha256 } = incident;
      const key = `own-incident ${incidentId}`;
      told.set(key, row.subjectOf);
      ownIncidents.set(key, row.action === 'own-incident-removed' ? null : rowSha256);
      // Entered by an earlier version after this one had bound it.
      if (records.length === 0) bound.delete(key);
    }
  };

  const entries = trailEntries(db);
  for (;;) {
    const next = entries.next();
    if (next.done === true) {
      const signatures = { byKey, unsignedCount, invalidAt, missingAt, unsignedAfter };
      return {
        chain: next.value,
        head,
        bound,
        told,
        assessments,
        models,
        wordings,
        offers,
        issues,
        ownIncidents,
        signatures,
      };
    }
    take(next.value);
    yield undefined;
  }
}
