import { formatCount } from '#shared/domain/format-date.ts';
import { takesUnknown } from '#shared/domain/not-given.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { TypedIncident } from '#shared/library/own-incidents.ts';
import { incidentFromRow } from '#shared/library/to-register.ts';
import { ask } from '../../bridge.ts';
import { openAssessment, readAssessment, report } from '../../editor/actions.ts';
import { takeRead, useDraftStore } from '../../editor/draft/draft-store.ts';
import { addIncident, freeIncidentId } from '../../editor/draft/incident-edit.ts';
import {
  libraryPacksQuery,
  modelQuery,
  ownIncidentsQuery,
  queryClient,
  recipeQuery,
} from '../../editor/queries.ts';
import { sayDone } from '../../editor/state/messages.ts';
import type { LibraryRow } from './library-row.ts';
import { showPack } from './library-store.ts';

const refreshOwn = () => queryClient.invalidateQueries({ queryKey: ownIncidentsQuery.queryKey });

/** Adds an incident (id null) or writes the one of that id anew; throws what the main process refuses. */
export async function putOwnIncident(id: string | null, typed: TypedIncident): Promise<void> {
  await ask((client) => client.library.putOwn({ id, typed }));
  await refreshOwn();
  sayDone(id === null ? `Added ${typed.subject}. It is marked as yours.` : `Changed ${typed.subject}.`);
}

export async function removeOwnIncident({ row }: LibraryRow): Promise<void> {
  try {
    await ask((client) => client.library.removeOwn({ id: row.id }));
    await refreshOwn();
    sayDone(`Removed ${row.subject} of ${row.date} from your incidents.`);
  } catch (error) {
    report(error);
  }
}

export async function importOwnIncidents(): Promise<void> {
  try {
    const { added } = await ask((client) => client.library.importOwn());
    await refreshOwn();
    if (added > 0) sayDone(`Added ${formatCount(added, 'incident')}. They are marked as yours.`);
  } catch (error) {
    report(error);
  }
}

/** Keeps the pack that was looked at, and shows it. */
export async function keepPack(id: string): Promise<void> {
  await ask((client) => client.library.keepPack({ id }));
  await queryClient.invalidateQueries({ queryKey: libraryPacksQuery.queryKey });
  showPack(id);
  sayDone(`Loaded the library ${id}.`);
}

/** Puts a row into the incident register of a draft, as one edit that can be undone, and goes there. */
export async function pickIntoAssessment(
  { row, isOwn, assetsUsd }: LibraryRow,
  packId: string,
  assessmentId: AssessmentId,
): Promise<void> {
  try {
    const record = await readAssessment(assessmentId);
    if (record !== null) takeRead(record);
    const draft = useDraftStore.getState().draft;
    if (draft?.stored.summary.id !== assessmentId) return;
    const { model } = await queryClient.ensureQueryData(modelQuery(draft.modelHash));
    const { registerCauseOf } = await queryClient.ensureQueryData(recipeQuery);
    const incident = incidentFromRow(
      row,
      { packId: isOwn ? null : packId, assetsUsd },
      {
        id: freeIncidentId(draft.content),
        causes: new Set(model.causes.map(({ code }) => code)),
        causeOf: registerCauseOf,
        takesUnknown: takesUnknown(model),
      },
    );
    addIncident(incident, `add ${row.subject} from the library`);
    openAssessment(assessmentId, 'incidents');
    sayDone(
      `Added the loss of ${row.subject} to the register of ${draft.stored.summary.subjectName}. Complete its fix and what users got back.`,
    );
  } catch (error) {
    report(error);
  }
}
