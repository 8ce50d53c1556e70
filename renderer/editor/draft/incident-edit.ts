import { type AssessmentContent, type Incident, incidentSchema } from '#shared/domain/assessment-content.ts';
import { minorOf, NO_MONEY } from '#shared/domain/money.ts';
import { ASSETS_NOT_GIVEN_MINOR, takesUnknown } from '#shared/domain/not-given.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { withoutFilesOf } from '../files/file-edit.ts';
import { edit } from './draft-store.ts';

/** What of an incident is not known yet; a model without a rule for that starts from nothing lost. */
const notKnown = (model: RatingModel): Partial<Incident> =>
  takesUnknown(model)
    ? { lossMinor: null, recoveredMinor: null, assetsAtTimeMinor: null, usersMadeWholePercent: null }
    : { lossMinor: NO_MONEY, assetsAtTimeMinor: minorOf(ASSETS_NOT_GIVEN_MINOR), usersMadeWholePercent: 0 };

/** A new incident starts with what is worst or unknown: nothing better is assumed than what is said. */
export const newIncident = (content: AssessmentContent, model: RatingModel): Incident =>
  incidentSchema.parse({
    id: freeIncidentId(content),
    date: content.asOf,
    cause: 'unknown',
    fixStatus: 'unknown',
    disclosureHours: null,
    postmortem: 'none',
    ...notKnown(model),
  });

/** An id that no incident of the register has. */
export function freeIncidentId({ incidents }: AssessmentContent): string {
  const taken = new Set(incidents.map(({ id }) => id));
  let number = incidents.length + 1;
  while (taken.has(`incident-${number}`)) number += 1;
  return `incident-${number}`;
}

/** `name` completes "Undo …". */
export const addIncident = (incident: Incident, name = 'add an incident'): void =>
  edit(name, null, (content) => ({ ...content, incidents: [...content.incidents, incident] }));

export const removeIncident = ({ id, title, date }: Incident): void =>
  edit(`remove incident ${title ?? date}`, null, (content) => ({
    ...withoutFilesOf(content, 'incident', id),
    incidents: content.incidents.filter((incident) => incident.id !== id),
  }));

type LeftOut = 'datePrecision' | 'isNeverDisclosed';

export const editIncident = ({
  id,
  name,
  key,
  patch,
  leftOut = [],
}: {
  readonly id: string;
  readonly name: string;
  readonly key: keyof Incident;
  readonly patch: Partial<Incident>;
  /** What the change takes away. */
  readonly leftOut?: readonly LeftOut[];
}): void =>
  edit(`change ${name} of an incident`, `incidents.${id}.${key}`, (content) => ({
    ...content,
    incidents: content.incidents.map((incident) =>
      incident.id === id ? { ...without(incident, leftOut), ...patch } : incident,
    ),
  }));

/** An incident without what is left out of content where it is not given. */
function without(
  { datePrecision, isNeverDisclosed, ...rest }: Incident,
  leftOut: readonly LeftOut[],
): Incident {
  return {
    ...rest,
    ...(datePrecision === undefined || leftOut.includes('datePrecision') ? {} : { datePrecision }),
    ...(isNeverDisclosed === undefined || leftOut.includes('isNeverDisclosed') ? {} : { isNeverDisclosed }),
  };
}
