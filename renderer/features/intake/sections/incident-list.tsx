import { BookOpenText, ChevronRight, Plus } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { Incident } from '#shared/domain/assessment-content.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { causeLabel } from '#shared/domain/model-words.ts';
import { dayText } from '#shared/domain/unknown-day.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MoneyFigure } from '../../../components/exact.tsx';
import { useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { addIncident, newIncident, removeIncident } from '../../../editor/draft/incident-edit.ts';
import { EvidenceFiles } from '../../../editor/files/evidence-files.tsx';
import { goToPage, useNavigation } from '../../../editor/state/navigation.ts';
import { IncidentFields } from './incident-fields.tsx';
import './incident-list.css';

interface IncidentListProps {
  /** What the score makes of an incident, shown under its fields. */
  readonly workingOf: (incidentId: string) => ReactNode;
  /** What the score makes of it in a word, shown in its line. */
  readonly verdictOf: (incidentId: string) => string;
}

/** The incidents, newest first, each a line that opens into its fields and its working. */
export function IncidentList({ workingOf, verdictOf }: IncidentListProps): ReactElement {
  const { content, isReadOnly, model } = useEditor('content', 'isReadOnly', 'model');
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const arrival = useNavigation((state) => state.arrival);
  const setOpen = (id: string, isOpen: boolean) =>
    setOpenIds((before) => new Set(isOpen ? [...before, id] : [...before].filter((other) => other !== id)));

  // Arriving at a field of an incident opens it first.
  useEffect(() => {
    const [head, id] = arrival?.path.split('.') ?? [];
    if (head === 'incidents' && id !== undefined) setOpenIds((before) => new Set([...before, id]));
  }, [arrival]);

  const add = () => {
    const incident = newIncident(content, model);
    addIncident(incident);
    setOpen(incident.id, true);
  };
  const incidents = content.incidents.toSorted((a, b) => (a.date < b.date ? 1 : -1));

  return (
    <div className="section-block">
      <div className="spread">
        <h3>Incidents</h3>
        {!isReadOnly && (
          <div className="row">
            <Button icon={<BookOpenText aria-hidden />} onPress={() => goToPage('library')}>
              From the library…
            </Button>
            <Button icon={<Plus aria-hidden />} onPress={add}>
              Add incident
            </Button>
          </div>
        )}
      </div>
      {incidents.length === 0 && (
        <EmptyState isSmall title="No incident is recorded">
          If there have been none, say in the register above how that is known: a clean record counts only as
          far as it is proven.
        </EmptyState>
      )}
      <ul className="incident-list">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentLine
              incident={incident}
              verdict={verdictOf(incident.id)}
              isOpen={openIds.has(incident.id)}
              onOpenChange={(isOpen) => setOpen(incident.id, isOpen)}
            >
              <IncidentFields incident={incident} />
              <EvidenceFiles
                about="incident"
                id={incident.id}
                of={incident.title ?? formatDate(incident.date)}
              />
              {workingOf(incident.id)}
              {!isReadOnly && (
                <div className="row">
                  <Button tone="danger" isSmall onPress={() => removeIncident(incident)}>
                    Remove
                  </Button>
                </div>
              )}
            </IncidentLine>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface IncidentLineProps {
  readonly incident: Incident;
  readonly verdict: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

function IncidentLine({
  incident,
  verdict,
  isOpen,
  onOpenChange,
  children,
}: IncidentLineProps): ReactElement {
  const { model } = useEditor('model');
  const currency = useEditorPart(({ content }) => content.currency);
  const cause = causeLabel(model, incident.cause);
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={onOpenChange} className="incident">
      <AriaButton slot="trigger" className="incident-line">
        <ChevronRight aria-hidden />
        <span className="figures">{dayText(incident)}</span>
        <span className="incident-title">
          <strong>{incident.title ?? cause}</strong>
          {incident.title !== null && <span className="faint"> {cause}</span>}
        </span>
        <span className="numeric">
          {incident.lossMinor === null ? (
            'Not known'
          ) : (
            <MoneyFigure minor={incident.lossMinor} currency={currency} />
          )}
        </span>
        <span className="incident-verdict">{verdict}</span>
      </AriaButton>
      <DisclosurePanel className="incident-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
