import { useQuery } from '@tanstack/react-query';
import { memo, type ReactElement, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { modelWords } from '#shared/domain/model-words.ts';
import type { AssessmentId, AssessmentRecord } from '#shared/domain/records.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { ModelWordsProvider } from '../../charts/model-words.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { moveToPresentModel, openAssessment, readAssessment } from '../../editor/actions.ts';
import { closeDraft, takeRead, useDraftStore } from '../../editor/draft/draft-store.ts';
import { EditorProvider, useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { UnsavedChange, unsavedReason, unsavedText } from '../../editor/draft/unsaved-change.ts';
import { goToPage, type SectionId } from '../../editor/state/navigation.ts';
import { EditorDialogs } from './editor-dialogs.tsx';
import { EditorHead } from './editor-head.tsx';
import { type OpenEditor, openEditor } from './open-editor.ts';
import { ReadOnlyBanner } from './read-only-banner.tsx';
import { RetiredModelNotice } from './retired-model-notice.tsx';
import { SectionNav } from './section-nav.tsx';
import { sectionOf } from './sections.ts';
import { useArrival } from './use-arrival.ts';
import { type Judged, useJudged } from './use-editor-model.ts';
import { VerdictDock } from './verdict-dock.tsx';
import './editor-page.css';

interface EditorPageProps {
  readonly id: AssessmentId;
  readonly section: SectionId;
}

/** Reads the assessment, then opens the editor on it. */
export function EditorPage({ id, section }: EditorPageProps): ReactElement {
  const stored = useDraftStore((state) => state.draft?.stored ?? null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['open', id],
    queryFn: () => readAssessment(id),
    gcTime: 0,
    // Read again whenever the editor is opened; what was typed meanwhile is newer than what is read.
    staleTime: 0,
  });
  useEffect(() => {
    if (data != null) takeRead(data);
  }, [data]);
  if (error instanceof UnsavedChange && !isFetching) {
    const discard = () => {
      closeDraft();
      void refetch();
    };
    return <UnsavedTrouble error={error} onDiscard={discard} />;
  }
  if (stored === null || stored.summary.id !== id)
    return error === null || isFetching ? (
      <p className="editor-waiting soft">Opening…</p>
    ) : (
      <Trouble title="This assessment could not be opened" error={error} />
    );
  return <EditorOf stored={stored} section={section} />;
}

interface EditorOfProps {
  readonly stored: AssessmentRecord;
  readonly section: SectionId;
}

function EditorOf({ stored, section }: EditorOfProps): ReactElement {
  const modelHash = useDraftStore((state) => state.draft?.modelHash ?? stored.modelHash);
  const { judged, error } = useJudged(stored, modelHash);
  if (judged === null)
    return error === null ? (
      <p className="editor-waiting soft">Reading the rating model…</p>
    ) : (
      <Trouble title="The rating model of this assessment could not be read" error={error}>
        {stored.summary.state === 'draft' && (
          <Button tone="primary" onPress={() => void moveToPresentModel()}>
            Move it to the rating model of today
          </Button>
        )}
      </Trouble>
    );
  return <JudgedEditor judged={judged} section={section} />;
}

interface JudgedEditorProps {
  readonly judged: Judged;
  readonly section: SectionId;
}

function JudgedEditor({ judged, section }: JudgedEditorProps): ReactElement | null {
  const { model, hash, document } = judged;
  const editor = useMemo<OpenEditor | null>(() => {
    const { draft } = useDraftStore.getState();
    return draft === null ? null : openEditor(draft, { model, hash, document });
  }, [model, hash, document]);
  const words = useMemo(() => document?.words ?? modelWords(model), [document, model]);
  useEffect(() => editor?.follow(), [editor]);
  if (editor === null) return null;
  return (
    <EditorProvider value={editor.store}>
      <ModelWordsProvider value={words}>
        <EditorRooms section={section} />
      </ModelWordsProvider>
    </EditorProvider>
  );
}

/** Memoised with all that is in it: each part takes from the editor what it shows, and saving is no reason to draw. */
const EditorRooms = memo(function EditorRooms({ section }: { readonly section: SectionId }): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const name = useEditorPart(({ content }) => content.subject.name);
  const room = useRef<HTMLDivElement>(null);
  const { Page, title } = sectionOf(section);
  useArrival(room, section);
  useEffect(() => {
    document.title = `${name} · Ballast`;
  }, [name]);
  return (
    <>
      <div className="editor">
        <div className="editor-work">
          <EditorHead />
          <div className="editor-body" ref={room} data-draft="">
            <SectionNav section={section} />
            <div className="editor-section">
              {isReadOnly ? <ReadOnlyBanner /> : <RetiredModelNotice />}
              <Page key={section} title={title} />
            </div>
          </div>
        </div>
        <VerdictDock />
      </div>
      <EditorDialogs />
    </>
  );
});

interface UnsavedTroubleProps {
  readonly error: UnsavedChange;
  readonly onDiscard: () => void;
}

/** Another assessment has a change that cannot be written: a person decides what becomes of it. */
const UnsavedTrouble = ({ error, onDiscard }: UnsavedTroubleProps): ReactElement => (
  <div className="editor-waiting">
    <EmptyState
      title="Another assessment has an unsaved change"
      actions={
        <>
          <Button tone="primary" onPress={() => openAssessment(error.id)}>
            {`Back to ${error.subjectName}`}
          </Button>
          <Button tone="danger" onPress={onDiscard}>
            Discard that change and open this one
          </Button>
        </>
      }
    >
      {`${unsavedText(error.subjectName)} ${unsavedReason(error.failure)}`}
    </EmptyState>
  </div>
);

interface TroubleProps {
  readonly title: string;
  readonly error: unknown;
  /** What can be done about it, beside going back. */
  readonly children?: ReactNode;
}

const Trouble = ({ title, error, children }: TroubleProps): ReactElement => (
  <div className="editor-waiting">
    <EmptyState
      title={title}
      actions={
        <>
          {children}
          <Button onPress={() => goToPage('list')}>Back to the list</Button>
        </>
      }
    >
      {failureText(failureOf(error))}
    </EmptyState>
  </div>
);
