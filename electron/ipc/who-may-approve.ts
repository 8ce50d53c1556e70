import { ROLE_WORDS } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { DealPaperRequest } from '../documents/deal-papers.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { listProfiles } from '../store/people/profiles.ts';
import { refusalsOf } from './approval-authority.ts';

/** Everybody who works in a workbook, each with why they could not approve an assessment; nobody where it cannot be read. */
export const whoMayApprove =
  (db: WorkbookDatabase, model: RatingModel, stamp: ChangeStamp): DealPaperRequest['people'] =>
  (record, judgement) => {
    const profiles = listProfiles(db);
    if (!profiles.ok) return [];
    return profiles.value
      .filter(({ retiredAt }) => retiredAt === null)
      .map((profile) => ({
        name: profile.name,
        role: ROLE_WORDS[profile.role],
        refusals: refusalsOf(profile, profiles.value, {
          record,
          content: record.content,
          model,
          judgement,
          stamp,
        }),
      }));
  };
