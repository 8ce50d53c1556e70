import type { IsoDate } from '../domain/dates.ts';
import type { NameField } from '../domain/issue-sentence.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { DateFaults } from '../domain/wording-rules.ts';

type DateRules = NonNullable<NonNullable<RatingModel['wording']['decision']>['dates']>;

/** What every date is held against. */
export interface Dates {
  readonly today: IsoDate;
  readonly rules: DateRules | null;
  readonly faults: DateFaults;
  readonly nameField: NameField;
}
