import type { ReactElement } from 'react';
import { modelWords } from '#shared/domain/model-words.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { MoveCauses } from './move-causes.tsx';
import { MoveStandings } from './move-standings.tsx';
import { modelNames } from './move-words.ts';
import { useExplainedMove } from './use-explained-move.ts';
import './moving.css';

interface MoveDialogProps {
  /** The model of today. */
  readonly to: RatingModel;
  readonly onMove: () => void;
  readonly onClose: () => void;
}

/** What the model of today would make of the draft and why, to the cent; then moved or kept. */
export function MoveDialog({ to, onMove, onClose }: MoveDialogProps): ReactElement {
  const { content, model: from } = useEditor('content', 'model');
  const view = useExplainedMove(content, { from, to });
  const names = modelNames(from, to);
  return (
    <WindowDialog
      title={`Move to ${names.to}`}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{`Keep ${names.from}`}</Button>
          <Button tone="primary" isDisabled={view.phase === 'running'} onPress={onMove}>
            {`Move to ${names.to}`}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft measure">
          {`What you entered stays as it is; score and price are worked out by ${names.to} from then on. The history tells the move, and you can undo it.`}
        </p>
        {view.phase === 'running' && (
          <p className="soft" role="status">
            Working out what changes…
          </p>
        )}
        {view.phase === 'failed' && (
          <Notice tone="stop" role="alert" title="What changes could not be worked out">
            {view.why}
          </Notice>
        )}
        {view.phase === 'done' && (
          <>
            <MoveStandings
              move={view.move}
              names={names}
              currency={content.currency}
              pillars={modelWords(to).pillars}
            />
            <MoveCauses change={view.move.change} names={names} currency={content.currency} />
          </>
        )}
      </div>
    </WindowDialog>
  );
}
