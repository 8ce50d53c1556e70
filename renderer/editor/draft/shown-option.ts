import { z } from 'zod';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { OPTION_IDS, type OptionId } from '#shared/domain/deal-content.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import { optionIds } from '#shared/domain/options.ts';
import type { AssessmentId } from '#shared/domain/records.ts';

// Which option of an assessment is shown is a matter of the window, not of the content: it is kept beside the workbook.

const KEY = 'ballast.options';
const KEPT = 100;

const keptSchema = z.array(z.tuple([z.string(), z.enum(OPTION_IDS)])).max(KEPT);

function readKept(): z.infer<typeof keptSchema> {
  try {
    return keptSchema.safeParse(storedJson(localStorage.getItem(KEY) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** The option if there is one of that letter, else the first. */
export const optionThatIs = (content: AssessmentContent, wanted: OptionId): OptionId =>
  optionIds(content).find((id) => id === wanted) ?? 'A';

/** The option of an assessment that was shown last. */
export const keptOption = (id: AssessmentId, content: AssessmentContent): OptionId =>
  optionThatIs(content, readKept().find(([of]) => of === id)?.[1] ?? 'A');

export function keepOption(id: AssessmentId, option: OptionId): void {
  const others = readKept().filter(([of]) => of !== id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, [id, option]].slice(-KEPT)));
  } catch {
    // Without room the first option is shown next time.
  }
}
