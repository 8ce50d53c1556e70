import { useEffect } from 'react';
import { ask, listen } from '../bridge.ts';
import { copyExactFigures } from '../components/exact.tsx';
import { runCommand } from '../editor/commands/registry.ts';
import { onShortcut } from '../editor/commands/shortcuts.ts';
import { closeDraft, flushDraft } from '../editor/draft/draft-store.ts';
import { queryClient, refreshWorkbook, workbookQuery } from '../editor/queries.ts';
import { goTo, useNavigation } from '../editor/state/navigation.ts';

/** What reaches the window from outside it: the native menu, the closing handshake, another workbook, keys, copying. */
export function useWindowEvents(): void {
  useEffect(() => {
    const stops = [
      listen((client) => client.app.menuCommand(({ commandId }) => void runCommand(commandId))),
      listen((client) =>
        client.app.flushRequested(({ token }) => {
          // Answered even when the write failed: the window may not be kept open for ever; the editor said so before.
          void flushDraft().finally(
            () => void ask((answered) => answered.app.flushed({ token })).catch(() => undefined),
          );
        }),
      ),
      listen((client) =>
        client.workbook.changed((info) => {
          const before = queryClient.getQueryData(workbookQuery.queryKey);
          queryClient.setQueryData(workbookQuery.queryKey, info);
          const isOther =
            before !== undefined && (before.name !== info.name || before.folder !== info.folder);
          if (isOther) leaveForList();
          refreshWorkbook();
        }),
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
  // An assessment and a run over the book belong to the workbook that was left.
  const { kind } = useNavigation.getState().place;
  if (kind === 'assessment' || kind === 'reprice') goTo({ kind: 'list' });
}
