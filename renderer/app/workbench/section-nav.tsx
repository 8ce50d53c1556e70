import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { type Editor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import type { Section } from '../../editor/section.ts';
import { goTo, type SectionId } from '../../editor/state/navigation.ts';
import { SECTIONS, sectionOfPath } from './sections.ts';
import './section-nav.css';

interface Mark {
  readonly kind: 'open' | 'problem';
  readonly count: number;
}

/** Sections of the editor, each with what is left to do in it. */
export function SectionNav({ section }: { readonly section: SectionId }): ReactElement {
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const nav = useRef<HTMLElement>(null);
  // Where the sections stand side by side, the present one may be out of sight.
  useEffect(() => {
    const here = nav.current?.querySelector(`[data-section="${section}"]`);
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  return (
    <nav className="section-nav" aria-label="Sections" ref={nav}>
      <ul>
        {SECTIONS.map((listed) => (
          <li key={listed.id} data-section={listed.id}>
            <Button
              className="section-link"
              {...(listed.id === section ? { 'aria-current': 'page' as const } : {})}
              onPress={() => goTo({ kind: 'assessment', id, section: listed.id })}
            >
              <span>{listed.title}</span>
              <SectionMark section={listed} />
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

function markOf(section: Section, editor: Editor): Mark | null {
  const { problems, model } = editor;
  const here = problems.filter(
    ({ path }) => path !== null && sectionOfPath(path, model) === section.id,
  ).length;
  if (here > 0) return { kind: 'problem', count: here };
  const open = section.countOpen?.(editor) ?? 0;
  return open > 0 ? { kind: 'open', count: open } : null;
}
