import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { type Editor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { sectionOfPath } from '../../editor/draft/field-path.ts';
import { goTo, SECTIONS, type Section } from '../../editor/state/navigation.ts';
import { workbenchWords } from './workbench.strings.ts';
import './section-nav.css';

export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  overview: 'Overview',
  subject: 'Subject and exposures',
  custody: 'Custody',
  audits: 'Audits',
  incidents: 'Incidents',
  declarations: 'Declarations',
  terms: 'Terms',
  price: 'Price',
  quotes: 'Quotes and history',
};

interface Mark {
  readonly kind: 'open' | 'problem';
  readonly count: number;
}

/** Sections of the editor, each with what is left to do in it. */
export function SectionNav({ section }: { readonly section: Section }): ReactElement {
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const nav = useRef<HTMLElement>(null);
  // Where the sections stand side by side, the present one may be out of sight.
  useEffect(() => {
    const here = nav.current?.querySelector(`[data-section="${section}"]`);
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  return (
    <nav className="section-nav" aria-label={workbenchWords.sections} ref={nav}>
      <ul>
        {SECTIONS.map((name) => (
          <li key={name} data-section={name}>
            <Button
              className="section-link"
              {...(name === section ? { 'aria-current': 'page' as const } : {})}
              onPress={() => goTo({ kind: 'assessment', id, section: name })}
            >
              <span>{SECTION_NAMES[name]}</span>
              <SectionMark section={name} />
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionMark({ section }: { readonly section: Section }): ReactElement | null {
  const mark = useEditorPart(
    useShallow((editor: Editor) => (editor.isReadOnly ? null : markOf(section, editor))),
  );
  if (mark === null) return null;
  return (
    <span className={`section-mark section-mark-${mark.kind} figures`}>
      {mark.count}
      <span className="visually-hidden">
        {mark.kind === 'open' ? ' open' : mark.count === 1 ? ' problem' : ' problems'}
      </span>
    </span>
  );
}

function markOf(section: Section, { problems, model, score, content }: Editor): Mark | null {
  const here = problems.filter(({ path }) => path !== null && sectionOfPath(path, model) === section).length;
  if (here > 0) return { kind: 'problem', count: here };
  const open = openIn(section);
  return open > 0 ? { kind: 'open', count: open } : null;

  function openIn(name: Section): number {
    if (name === 'custody' || name === 'audits' || name === 'incidents')
      return (score?.askNext ?? []).filter(({ factorId }) => {
        const factor = model.factors.find((candidate) => candidate.id === factorId);
        const pillar = factor?.pillar ?? 'incidents';
        return pillar === name && isUnanswered(factorId);
      }).length;
    return 0;
  }

  function isUnanswered(factorId: string): boolean {
    if (!model.factors.some(({ id }) => id === factorId))
      return content.incidentRegister.evidence === 'not-provided';
    return (content.answers[factorId]?.evidence ?? 'not-provided') === 'not-provided';
  }
}
