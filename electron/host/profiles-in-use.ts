import { join } from 'node:path';
import { z } from 'zod';
import { type ProfileId, profileIdSchema } from '#shared/domain/people.ts';
import { jsonFile } from './json-file.ts';

const fileSchema = z.object({ workbooks: z.record(z.string(), profileIdSchema) });

/** Who works in which workbook on this computer; written down outside the workbooks. */
export interface ProfilesInUse {
  readonly of: (workbookId: string) => ProfileId | null;
  readonly choose: (workbookId: string, profile: ProfileId | null) => void;
}

export function openProfilesInUse(folder: string): ProfilesInUse {
  const file = jsonFile(join(folder, 'profiles-in-use.json'), fileSchema, { workbooks: {} });
  return {
    of: (id) => file.read().workbooks[id] ?? null,
    choose: (id, profile) => {
      const { [id]: _before, ...others } = file.read().workbooks;
      file.write({ workbooks: profile === null ? others : { ...others, [id]: profile } });
    },
  };
}
