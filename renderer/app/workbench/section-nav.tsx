import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { formatCount } from '#shared/domain/format-date.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { countBySection, type OpenCount } from '../../editor/draft/to-do.ts';
import { goTo, type SectionId } from '../../editor/state/navigation.ts';
import { SECTIONS, sectionOfPath } from './sections.ts';
import './section-nav.css';

/** Sections of the editor, each with what is left to do in it. */
export function SectionNav({ section }: { readonly section: SectionId }): ReactElement {
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const counts = useOpenCounts();
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
              {markOf(counts.get(listed.id))}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const markOf = (counted: OpenCount | undefined) => counted && <SectionMark {...counted} />;

function SectionMark({ count, stops }: OpenCount): ReactElement {
  return (
    <span className={`section-mark figures section-mark-${stops > 0 ? 'problem' : 'open'}`}>
      {count}
      <span className="visually-hidden">
        {' open'}
        {stops > 0 && `, of which ${formatCount(stops, 'stands', 'stand')} in the way`}
      </span>
    </span>
  );
}

/** What is open in each section; nothing of an assessment that is closed. */
function useOpenCounts(): ReadonlyMap<SectionId, OpenCount> {
  const { toDo, isReadOnly, model } = useEditor('toDo', 'isReadOnly', 'model');
  return useMemo(
    () =>
      countBySection(
        isReadOnly || toDo === null ? [] : toDo,
        (path): SectionId => sectionOfPath(path, model),
      ),
    [toDo, isReadOnly, model],
  );
}
