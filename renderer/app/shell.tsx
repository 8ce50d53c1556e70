import { useQuery } from '@tanstack/react-query';
import { type ReactElement, Suspense, useEffect } from 'react';
import { leaveEditor } from '../editor/actions.ts';
import { listQuery, workbookQuery } from '../editor/queries.ts';
import { useDialog } from '../editor/state/dialogs.ts';
import { type Place, useNavigation } from '../editor/state/navigation.ts';
import {
  CheckPapersDialog,
  ComparePaperDialog,
  EditorPage,
  EmptyBinDialog,
  FirstStartDialog,
  fetchLateParts,
  Palette,
  RestoreDialog,
  SalvagedDialog,
  ShortcutSheet,
  WhoDialog,
  WorkbookCheckDialog,
} from './late-parts.ts';
import { MessageStack } from './message-stack.tsx';
import { pageOf } from './pages.ts';
import { Rail } from './rail.tsx';
import { useDroppedPapers } from './use-dropped-papers.ts';
import { WorkbookNotices } from './workbook/workbook-notices.tsx';
import { WorkbookProblem } from './workbook/workbook-problem.tsx';
import './shell.css';

/** Rail, work, and whatever floats over them. */
export function Shell(): ReactElement {
  const place = useNavigation((state) => state.place);
  const { data: workbook } = useQuery(workbookQuery);
  usePlaceTitle(place);
  const isPaperOver = useDroppedPapers();
  const { isSuccess: isListThere } = useQuery({ ...listQuery, select: () => null });
  useEffect(() => (isListThere ? fetchLateParts() : undefined), [isListThere]);
  return (
    <div className={isPaperOver ? 'shell is-over' : 'shell'}>
      <Rail place={place} />
      <main className="shell-work">
        <WorkbookNotices workbook={workbook ?? NO_NOTICES} />
        {workbook != null && workbook.problem !== null && needsWorkbook(place) ? (
          <WorkbookProblem problem={workbook.problem} />
        ) : (
          <Suspense>
            <Work place={place} />
            <Arrival key={place.kind === 'page' ? place.page : place.kind} place={place} />
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

const NO_NOTICES = { opening: 0, notices: [] };

const needsWorkbook = (place: Place) =>
  place.kind === 'assessment' || pageOf(place.page).needsNoWorkbook !== true;

function Work({ place }: { readonly place: Place }): ReactElement {
  if (place.kind === 'assessment') return <EditorPage key={place.id} id={place.id} section={place.section} />;
  const { id, command, Page } = pageOf(place.page);
  return <Page key={id} title={command.title} />;
}

function WindowDialogs(): ReactElement | null {
  const open = useDialog((state) => state.open);
  const kind = open?.kind;
  if (kind === 'palette') return <Palette />;
  if (kind === 'shortcuts') return <ShortcutSheet />;
  if (kind === 'restore-backup') return <RestoreDialog />;
  if (kind === 'empty-bin') return <EmptyBinDialog />;
  if (open?.kind === 'salvaged') return <SalvagedDialog report={open.report} />;
  if (kind === 'first-start') return <FirstStartDialog />;
  if (kind === 'who') return <WhoDialog />;
  if (kind === 'compare-paper') return <ComparePaperDialog />;
  if (kind === 'check-papers') return <CheckPapersDialog />;
  return kind === 'workbook-check' ? <WorkbookCheckDialog /> : null;
}

/** Leaving the editor writes what is pending; arriving anywhere else names the window. */
function usePlaceTitle(place: Place): void {
  const page = place.kind === 'page' ? place.page : null;
  useEffect(() => {
    if (page === null) return;
    void leaveEditor();
    document.title = pageOf(page).command.title;
  }, [page]);
}

/** Starts a page at its heading, as soon as the page is there; the editor sees to that itself. */
function Arrival({ place }: { readonly place: Place }): null {
  useEffect(() => {
    if (place.kind !== 'assessment') document.getElementById('page-heading')?.focus({ preventScroll: true });
  }, [place.kind]);
  return null;
}
