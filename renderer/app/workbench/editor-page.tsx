import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { loadAssessment } from '../actions.ts';
import { type Draft, useDraftStore } from '../draft/draft-store.ts';
import { EditorProvider } from '../draft/editor-context.tsx';
import { goTo, type Section } from '../state/navigation.ts';
import { EditorDialogs } from './editor-dialogs.tsx';
import { EditorHead } from './editor-head.tsx';
import { ReadOnlyBanner } from './read-only-banner.tsx';
import { SectionNav } from './section-nav.tsx';
import { SectionPage } from './section-page.tsx';
import { useArrival } from './use-arrival.ts';
import { type Judged, useJudged } from './use-editor-model.ts';
import { useEditorValue } from './use-editor-value.ts';
import { VerdictDock } from './verdict-dock.tsx';
import { workbenchWords } from './workbench.strings.ts';
import './editor-page.css';

interface EditorPageProps {
  readonly id: string;
  readonly section: Section;
}

/** Reads the assessment, then opens the editor on it. */
export function EditorPage({ id, section }: EditorPageProps): ReactElement {
  const draft = useDraftStore((state) => state.draft);
  const { error, isFetching } = useQuery({
    queryKey: ['open', id],
    queryFn: () => loadAssessment(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (draft === null || draft.stored.summary.id !== id)
    return error === null || isFetching ? (
      <p className="editor-waiting soft">{workbenchWords.opening}</p>
    ) : (
      <Trouble title={workbenchWords.notOpened} error={error} />
    );
  return <EditorOf draft={draft} section={section} />;
}

function EditorOf({ draft, section }: { readonly draft: Draft; readonly section: Section }): ReactElement {
  const { judged, error } = useJudged(draft.stored);
  if (judged === null)
    return error === null ? (
      <p className="editor-waiting soft">{workbenchWords.readingTheRatingModel}</p>
    ) : (
      <Trouble title={workbenchWords.modelNotRead} error={error} />
    );
  return <JudgedEditor draft={draft} judged={judged} section={section} />;
}

interface JudgedEditorProps {
  readonly draft: Draft;
  readonly judged: Judged;
  readonly section: Section;
}

function JudgedEditor({ draft, judged, section }: JudgedEditorProps): ReactElement {
  const editor = useEditorValue(draft, judged);
  const room = useRef<HTMLDivElement>(null);
  useArrival(room, section);
  useEffect(() => {
    document.title = `${draft.content.subject.name} · Ballast`;
  }, [draft.content.subject.name]);
  return (
    <EditorProvider value={editor}>
      <div className="editor">
        <div className="editor-work">
          <EditorHead editor={editor} draft={draft} />
          <div className="editor-body" ref={room} data-draft="">
            <SectionNav editor={editor} section={section} />
            <div className="editor-section">
              {editor.isReadOnly && <ReadOnlyBanner editor={editor} />}
              <SectionPage section={section} />
            </div>
          </div>
        </div>
        <VerdictDock />
      </div>
      <EditorDialogs />
    </EditorProvider>
  );
}

const Trouble = ({ title, error }: { readonly title: string; readonly error: unknown }): ReactElement => (
  <div className="editor-waiting">
    <EmptyState
      title={title}
      actions={<Button onPress={() => goTo({ kind: 'list' })}>{workbenchWords.backToTheList}</Button>}
    >
      {failureText(failureOf(error))}
    </EmptyState>
  </div>
);
