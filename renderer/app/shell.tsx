import { useQuery } from '@tanstack/react-query';
import { type ReactElement, Suspense, useEffect } from 'react';
import { assertNever } from '#shared/domain/result.ts';
import { Notice } from '../components/notice.tsx';
import { leaveEditor } from '../editor/actions.ts';
import { listQuery, workbookQuery } from '../editor/queries.ts';
import { useDialog } from '../editor/state/dialogs.ts';
import { type Place, useNavigation } from '../editor/state/navigation.ts';
import { ListPage } from '../features/intake/list/list-page.tsx';
import { appWords } from './app.strings.ts';
import {
  EditorPage,
  fetchLateParts,
  NewPage,
  Palette,
  RepricePage,
  SettingsPage,
  ShortcutSheet,
  WorkbookCheckDialog,
} from './late-parts.ts';
import { MessageStack } from './message-stack.tsx';
import { Rail } from './rail.tsx';
import { WorkbookProblem } from './workbook/workbook-problem.tsx';
import './shell.css';

/** Rail, work, and whatever floats over them. */
export function Shell(): ReactElement {
  const place = useNavigation((state) => state.place);
  const { data: workbook } = useQuery(workbookQuery);
  usePlaceTitle(place);
  const { isSuccess: isListThere } = useQuery({ ...listQuery, select: () => null });
  useEffect(() => (isListThere ? fetchLateParts() : undefined), [isListThere]);
  return (
    <div className="shell">
      <Rail place={place} />
      <main className="shell-work">
        {workbook?.isReadOnly === true && (
          <Notice tone="refer" title={appWords.readOnlyTitle}>
            {appWords.readOnlyMeaning}
          </Notice>
        )}
        {workbook != null && workbook.problem !== null && place.kind !== 'settings' ? (
          <WorkbookProblem problem={workbook.problem} />
        ) : (
          <Suspense>
            <Page place={place} />
            <Arrival key={place.kind} place={place} />
          </Suspense>
        )}
      </main>
      <MessageStack />
      <Suspense>
        <WindowDialogs />
      </Suspense>
    </div>
  );
}

function Page({ place }: { readonly place: Place }): ReactElement {
  switch (place.kind) {
    case 'list':
      return <ListPage key="list" isBin={false} />;
    case 'bin':
      return <ListPage key="bin" isBin />;
    case 'new':
      return <NewPage />;
    case 'settings':
      return <SettingsPage />;
    case 'reprice':
      return <RepricePage />;
    case 'assessment':
      return <EditorPage key={place.id} id={place.id} section={place.section} />;
    default:
      return assertNever(place);
  }
}

function WindowDialogs(): ReactElement | null {
  const kind = useDialog((state) => state.open?.kind);
  if (kind === 'palette') return <Palette />;
  if (kind === 'shortcuts') return <ShortcutSheet />;
  return kind === 'workbook-check' ? <WorkbookCheckDialog /> : null;
}

const TITLES: Readonly<Record<Exclude<Place['kind'], 'assessment'>, string>> = {
  list: appWords.assessments,
  bin: appWords.bin,
  new: appWords.newAssessment,
  settings: appWords.settings,
  reprice: appWords.repriceTheBook,
};

/** Leaving the editor writes what is pending; arriving anywhere else names the window. */
function usePlaceTitle(place: Place): void {
  useEffect(() => {
    if (place.kind === 'assessment') return;
    void leaveEditor();
    document.title = TITLES[place.kind];
  }, [place.kind]);
}

/** Starts a page at its heading, as soon as the page is there; the editor sees to that itself. */
function Arrival({ place }: { readonly place: Place }): null {
  useEffect(() => {
    if (place.kind !== 'assessment') document.getElementById('page-heading')?.focus({ preventScroll: true });
  }, [place.kind]);
  return null;
}
