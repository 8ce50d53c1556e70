import { useEffect } from 'react';
import { ask, listen } from '../bridge.ts';
import { copyExactFigures } from '../components/exact.tsx';
import { closeDraft, flushDraft } from '../editor/draft/draft-store.ts';
import { backupsQuery, queryClient, refreshWorkbook, workbookQuery } from '../editor/queries.ts';
import { openDialog } from '../editor/state/dialogs.ts';
import { sayProblem } from '../editor/state/messages.ts';
import { goToPage, useNavigation } from '../editor/state/navigation.ts';
import { runCommandOfMenu } from './commands/commands.ts';
import { keepNativeMenu } from './commands/native-menu.ts';
import { onShortcut } from './commands/shortcuts.ts';
import { keepFocus } from './keep-focus.ts';
import { pageOf } from './pages.ts';

/** What reaches the window from outside: native menu, the request to save before closing, another workbook, keys, copying. */
export function useWindowEvents(): void {
  useEffect(() => {
    const stops = [
      keepNativeMenu(),
      keepFocus(),
      listen((client) => client.app.menuCommand(({ commandId }) => runCommandOfMenu(commandId))),
      listen((client) =>
        client.app.flushRequested(({ token }) => {
          const answer = (problem: string | null) =>
            void ask((answered) => answered.app.flushed({ token, problem })).catch(() => undefined);
          flushDraft().then(
            (failure) => answer(failure?.message ?? null),
            () => answer('The window could not write what was typed last.'),
          );
        }),
      ),
      listen((client) =>
        client.workbook.checked((report) => {
          if (report.isSound) return;
          sayProblem('The check of this workbook has found something that another program changed.', {
            label: 'Show',
            run: () => openDialog('workbook-check'),
          });
        }),
      ),
      listen((client) =>
        client.workbook.changed((info) => {
          const before = queryClient.getQueryData(workbookQuery.queryKey);
          queryClient.setQueryData(workbookQuery.queryKey, info);
          // The same work under a new name is the same opening: what is open in the window stays.
          if (before !== undefined && before.opening !== info.opening) leaveForList();
          refreshWorkbook();
        }),
      ),
      listen((client) =>
        client.workbook.backupsChanged(
          () => void queryClient.invalidateQueries({ queryKey: backupsQuery.queryKey }),
        ),
      ),
    ];
    // Before the focused control sees them: Ctrl+Enter on a button is the command, not a press.
    document.addEventListener('keydown', onShortcut, { capture: true });
    document.addEventListener('copy', copyExactFigures);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('keydown', onShortcut, { capture: true });
      document.removeEventListener('copy', copyExactFigures);
    };
  }, []);
}

function leaveForList(): void {
  closeDraft();
  const { place } = useNavigation.getState();
  if (place.kind === 'assessment' || pageOf(place.page).isLeftWithWorkbook === true) goToPage('list');
}
