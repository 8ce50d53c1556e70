import type { ReactElement } from 'react';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { EvidenceFiles } from '../../../editor/files/evidence-files.tsx';
import { IncidentList } from '../../../features/intake/sections/incident-list.tsx';
import { IncidentRegister } from '../../../features/intake/sections/incident-register.tsx';
import { ComputedFactors } from '../../../features/scoring/computed-factors.tsx';
import { IncidentWorkingFacts, verdictText } from '../../../features/scoring/incident-working.tsx';
import { PillarHead } from '../../../features/scoring/pillar-head.tsx';
import { askedFactors } from '../../../features/scoring/pillar-section.tsx';
import { QuestionCard } from '../../../features/scoring/question-card.tsx';

/** The register, the incidents with what each weighs, two questions, and how the pillar is made of it all. */
export function IncidentsSection(): ReactElement {
  const { content, model, score, isReadOnly } = useEditor('content', 'model', 'score', 'isReadOnly');
  const pillar = score?.pillars.incidents;
  const workingOf = (id: string) =>
    score?.incidentWorking.incidents.find(({ incidentId }) => incidentId === id);
  return (
    <section aria-labelledby="section-heading">
      <PillarHead id="incidents" model={model} scored={pillar} />
      <IncidentRegister />
      <IncidentList
        workingOf={(id) => {
          const working = workingOf(id);
          return working === undefined ? null : <IncidentWorkingFacts working={working} />;
        }}
        verdictOf={(id) => {
          const working = workingOf(id);
          return working === undefined ? '' : verdictText(working);
        }}
      />
      {askedFactors(model, content.subject.type, 'incidents').map((factor) => (
        <QuestionCard
          key={factor.id}
          factor={factor}
          model={model}
          answer={content.answers[factor.id]}
          scored={pillar?.factors.find(({ factorId }) => factorId === factor.id)}
          judged={content.judgement?.answers?.[factor.id]}
          files={<EvidenceFiles about="answer" id={factor.id} of={factor.label} />}
          isReadOnly={isReadOnly}
        />
      ))}
      {score !== null && (
        <div className="section-block">
          <h3>How the incident score is worked out</h3>
          <ComputedFactors score={score} model={model} />
        </div>
      )}
    </section>
  );
}
