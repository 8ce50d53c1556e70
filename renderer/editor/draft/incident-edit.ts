import { type AssessmentContent, type Incident, incidentSchema } from '#shared/domain/assessment-content.ts';
import { ASSETS_NOT_GIVEN_MINOR } from '#shared/domain/not-given.ts';
import { edit } from './draft-store.ts';

/** A new incident starts with what is worst or unknown: nothing better is assumed than what is said. */
export const newIncident = (content: AssessmentContent): Incident =>
  incidentSchema.parse({
    id: freeIncidentId(content),
    date: content.asOf,
    cause: 'unknown',
    lossMinor: 0,
    assetsAtTimeMinor: ASSETS_NOT_GIVEN_MINOR,
    fixStatus: 'unknown',
    usersMadeWholePercent: 0,
    disclosureHours: null,
    postmortem: 'none',
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
    ...content,
    incidents: content.incidents.filter((incident) => incident.id !== id),
  }));

export const editIncident = ({
  id,
  name,
  key,
  patch,
}: {
  readonly id: string;
  readonly name: string;
  readonly key: keyof Incident;
  readonly patch: Partial<Incident>;
}): void =>
  edit(`change ${name} of an incident`, `incidents.${id}.${key}`, (content) => ({
    ...content,
    incidents: content.incidents.map((incident) =>
      incident.id === id ? { ...incident, ...patch } : incident,
    ),
  }));
