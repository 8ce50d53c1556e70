import { z } from 'zod';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { OPTION_IDS } from '#shared/domain/deal-content.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { isEqual } from '../is-equal.ts';
import type { History, Step } from './history.ts';

// The open draft's history outlives a restart. Each step is kept as what it changed, not as two whole contents, so that
// fifty steps stay a few kilobytes. What is read back is checked: another program may have written it.

const KEY = 'ballast.history';
const KEPT_STEPS = 50;

/** A value at `answers.cu-quorum`, `asOf` or the like; without a value there is nothing. */
const changeSchema = z.object({ at: z.string(), value: z.unknown().optional() });
type Change = z.infer<typeof changeSchema>;

const stepSchema = z.object({
  name: z.string(),
  at: z.number(),
  back: z.array(changeSchema),
  forth: z.array(changeSchema),
  move: z.object({ from: z.string(), to: z.string() }).optional(),
  options: z.object({ before: z.enum(OPTION_IDS), after: z.enum(OPTION_IDS) }).optional(),
});
type PackedStep = z.infer<typeof stepSchema>;

const historySchema = z.object({
  id: z.string(),
  content: assessmentContentSchema,
  past: z.array(stepSchema).max(KEPT_STEPS),
  future: z.array(stepSchema).max(KEPT_STEPS),
});

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a content by their path of one or two steps. */
const fieldsOf = (content: Loose): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(content).flatMap(([key, value]): [string, unknown][] =>
      isRecord(value)
        ? Object.entries(value).map(([inner, field]) => [`${key}.${inner}`, field])
        : [[key, value]],
    ),
  );

/** What must be set in `from` to make it `to`. */
export function changesBetween(from: AssessmentContent, to: AssessmentContent): Change[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((at) => before.get(at) !== after.get(at))
    .map((at) => (after.has(at) ? { at, value: after.get(at) } : { at }));
}

/** The content with the changes made; null when the result is not valid content. */
export function applyChanges(
  content: AssessmentContent,
  changes: readonly Change[],
): AssessmentContent | null {
  const result: Record<string, unknown> = { ...content };
  for (const { at, value } of changes) {
    const [key = '', ...rest] = at.split('.');
    if (rest.length === 0) {
      if (value === undefined) delete result[key];
      else result[key] = value;
      continue;
    }
    const { [rest.join('.')]: _, ...others } = isRecord(result[key]) ? result[key] : {};
    result[key] = value === undefined ? others : { ...others, [rest.join('.')]: value };
  }
  const parsed = assessmentContentSchema.safeParse(result);
  return parsed.success ? parsed.data : null;
}

const pack = (step: Step): PackedStep => ({
  name: step.name,
  at: step.at,
  back: changesBetween(step.after, step.before),
  forth: changesBetween(step.before, step.after),
  ...(step.move && { move: step.move }),
  ...(step.options && { options: step.options }),
});

export function packHistory(id: AssessmentId, content: AssessmentContent, history: History): string {
  const packed: z.infer<typeof historySchema> = {
    id,
    content,
    past: history.past.slice(-KEPT_STEPS).map(pack),
    future: history.future.slice(0, KEPT_STEPS).map(pack),
  };
  return JSON.stringify(packed);
}

/**
 * The history kept for this assessment, or null when there is none that can be read. The workbook is written more promptly
 * than the history: after a kill what was opened may be newer, and the difference becomes one last step.
 */
export function unpackHistory(text: string, id: AssessmentId, content: AssessmentContent): History | null {
  const parsed = historySchema.safeParse(storedJson(text));
  if (!parsed.success || parsed.data.id !== id) return null;
  const kept = parsed.data;
  const isNewest = isEqual(wellFormed(kept.content), wellFormed(content));
  const past = stepsFrom(isNewest ? content : kept.content, kept.past.toReversed(), 'back').toReversed();
  if (isNewest) return { past, future: stepsFrom(content, kept.future, 'forth') };
  const last: Step = {
    name: 'the last changes before the restart',
    at: past.at(-1)?.at ?? 0,
    mergeKey: null,
    before: kept.content,
    after: content,
  };
  return { past: [...past, last], future: [] };
}

/** The steps from a content on, as far as they can be made. */
function stepsFrom(
  content: AssessmentContent,
  packed: readonly PackedStep[],
  way: 'back' | 'forth',
): readonly Step[] {
  const steps: Step[] = [];
  let here = content;
  for (const step of packed) {
    const there = applyChanges(here, step[way]);
    if (there === null) break;
    const [before, after] = way === 'back' ? [there, here] : [here, there];
    const { name, at, move, options } = step;
    steps.push({
      name,
      at,
      mergeKey: null,
      before,
      after,
      ...(move && { move }),
      ...(options && { options }),
    });
    here = there;
  }
  return steps;
}

export function keepHistory(id: AssessmentId, content: AssessmentContent, history: History): void {
  try {
    localStorage.setItem(KEY, packHistory(id, content, history));
  } catch {
    // Without room the history simply ends when the window is closed.
  }
}

export function keptHistory(id: AssessmentId, content: AssessmentContent): History | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : unpackHistory(text, id, content);
  } catch {
    return null;
  }
}
