import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { clockText } from '../../components/format/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { runCommand } from '../../editor/commands/command.ts';
import { saveAsCommand } from '../../editor/commands/workbook-commands.ts';
import type { SaveState } from '../../editor/draft/autosave.ts';
import { flushDraft, keepThisVersion, takeStoredVersion } from '../../editor/draft/draft-store.ts';
import './save-indicator.css';

/** Ballast saves by itself; this says whether the last change is in the workbook. */
export function SaveIndicator({ save }: { readonly save: SaveState }): ReactElement {
  switch (save.kind) {
    case 'saved':
      return (
        <p className="save-indicator" role="status">
          <Check aria-hidden />
          {save.at === null ? 'Saved' : `Saved ${clockText(save.at)}`}
        </p>
      );
    case 'failed':
      return (
        <p className="save-indicator is-failed" role="status">
          <CircleAlert aria-hidden />
          Not saved
        </p>
      );
    default:
      return (
        <p className="save-indicator" role="status">
          <LoaderCircle aria-hidden />
          Saving
        </p>
      );
  }
}

/** What to do when a change could not be saved. Nothing typed is lost: it stays in this window until it is. */
export function SaveTrouble({ save }: { readonly save: SaveState }): ReactElement | null {
  if (save.kind !== 'failed') return null;
  const { failure } = save;
  if (failure.code === 'conflict')
    return (
      <Notice
        tone="stop"
        role="alert"
        title="This assessment has been changed elsewhere"
        actions={
          <>
            <Button isSmall onPress={() => void keepThisVersion()}>
              Keep this version
            </Button>
            <Button isSmall onPress={() => void takeStoredVersion()}>
              Take the other version
            </Button>
          </>
        }
      >
        Nothing has been overwritten. Keep your version, or take the other one; undo then brings yours back.
      </Notice>
    );
  if (failure.code === 'workbook-gone')
    return (
      <Notice
        tone="stop"
        role="alert"
        title="The workbook is not where it was opened"
        actions={
          <Button isSmall onPress={() => runCommand(saveAsCommand)}>
            {saveAsCommand.title}
          </Button>
        }
      >
        {failureText(failure)}
      </Notice>
    );
  return (
    <Notice
      tone="stop"
      role="alert"
      title="The last change could not be saved"
      actions={
        <Button isSmall onPress={() => void flushDraft()}>
          Try again
        </Button>
      }
    >
      {failureText(failure)} What you typed is still here; saving is tried again with your next change.
    </Notice>
  );
}
