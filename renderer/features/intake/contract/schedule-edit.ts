import type { ScheduledAsset } from '#shared/domain/deal-content.ts';
import { withField } from '#shared/domain/with-field.ts';
import { edit } from '../../../editor/draft/draft-store.ts';

/** Changes the schedule; with no line left there is none. */
export const editSchedule = (
  name: string,
  change: (lines: readonly ScheduledAsset[]) => readonly ScheduledAsset[],
): void =>
  edit(name, null, (content) => {
    const lines = [...change(content.schedule ?? [])];
    return withField(content, 'schedule', lines.length === 0 ? undefined : lines);
  });
