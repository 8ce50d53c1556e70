import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import type { History, Step } from './history.ts';

// The open draft's history outlives a restart: each step is kept as what it changed, two levels deep, so that fifty steps
// stay a few kilobytes.

const KEY = 'ballast.history';
const KEPT_STEPS = 50;

type Loose = Readonly<Record<string, unknown>>;
/** `[key]` or `[key, inner key]` and the value there; no value = the key is absent. */
interface Change {
  readonly at: readonly [string] | readonly [string, string];
  readonly value?: unknown;
}
interface PackedStep {
  readonly name: string;
  readonly at: number;
  readonly back: readonly Change[];
  readonly forth: readonly Change[];
}
interface PackedHistory {
  readonly id: string;
  readonly content: string;
  readonly past: readonly PackedStep[];
  readonly future: readonly PackedStep[];
}

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What must be set in `from` to make it `to`. */
export function changesBetween(from: Loose, to: Loose): Change[] {
  const changes: Change[] = [];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]];
    if (before === after) continue;
    if (isRecord(before) && isRecord(after)) {
      for (const inner of new Set([...Object.keys(before), ...Object.keys(after)]))
        if (before[inner] !== after[inner])
          changes.push(inner in after ? { at: [key, inner], value: after[inner] } : { at: [key, inner] });
    } else changes.push(key in to ? { at: [key], value: after } : { at: [key] });
  }
  return changes;
}

export function applyChanges(content: AssessmentContent, changes: readonly Change[]): AssessmentContent {
  const result: Record<string, unknown> = { ...content };
  for (const change of changes) {
    const [key, inner] = change.at;
    const holder: Record<string, unknown> =
      inner === undefined ? result : { ...(isRecord(result[key]) ? result[key] : {}) };
    const name = inner ?? key;
    if ('value' in change) holder[name] = change.value;
    else delete holder[name];
    if (inner !== undefined) result[key] = holder;
  }
  return result as AssessmentContent;
}

const pack = (step: Step): PackedStep => ({
  name: step.name,
  at: step.at,
  back: changesBetween(step.after, step.before),
  forth: changesBetween(step.before, step.after),
});

export function packHistory(id: string, content: AssessmentContent, history: History): string {
  const packed: PackedHistory = {
    id,
    content: JSON.stringify(content),
    past: history.past.slice(-KEPT_STEPS).map(pack),
    future: history.future.slice(0, KEPT_STEPS).map(pack),
  };
  return JSON.stringify(packed);
}

/**
 * The history kept for this assessment, or null when there is none. The workbook is written more promptly than the history:
 * after a kill what was opened may be newer, and the difference becomes one last step.
 */
export function unpackHistory(text: string, id: string, content: AssessmentContent): History | null {
  const packed = JSON.parse(text) as PackedHistory;
  if (packed.id !== id) return null;
  if (isSameContent(packed.content, content)) return rebuild(packed, content);
  const kept = assessmentContentSchema.safeParse(JSON.parse(packed.content));
  if (!kept.success) return null;
  const { past } = rebuild(packed, kept.data);
  const last: Step = {
    name: 'the last changes before the restart',
    at: past.at(-1)?.at ?? 0,
    mergeKey: null,
    before: kept.data,
    after: content,
  };
  return { past: [...past, last], future: [] };
}

function rebuild(packed: PackedHistory, content: AssessmentContent): History {
  const past: Step[] = [];
  let after = content;
  for (const step of packed.past.toReversed()) {
    const before = applyChanges(after, step.back);
    past.unshift({ name: step.name, at: step.at, mergeKey: null, before, after });
    after = before;
  }
  const future: Step[] = [];
  let before = content;
  for (const step of packed.future) {
    const next = applyChanges(before, step.forth);
    future.push({ name: step.name, at: step.at, mergeKey: null, before, after: next });
    before = next;
  }
  return { past, future };
}

/** Key order does not matter: the workbook may give it back in another, and with broken characters replaced. */
const isSameContent = (text: string, content: AssessmentContent): boolean =>
  canonicalJson(wellFormed(JSON.parse(text))) === canonicalJson(wellFormed(content));

export function keepHistory(id: string, content: AssessmentContent, history: History): void {
  try {
    localStorage.setItem(KEY, packHistory(id, content, history));
  } catch {
    // Without room the history simply ends with this sitting.
  }
}

export function keptHistory(id: string, content: AssessmentContent): History | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : unpackHistory(text, id, content);
  } catch {
    return null;
  }
}
