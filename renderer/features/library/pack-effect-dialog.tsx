import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { LibraryPack } from '#shared/library/library-pack.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { libraryPackQuery } from '../../editor/queries.ts';
import { EffectDialog } from './effect-dialog.tsx';

interface PackEffectDialogProps {
  /** The pack that the model's figures come from. */
  readonly calibratedId: string;
  readonly shown: LibraryPack;
  readonly recipe: Recipe;
  readonly onClose: () => void;
}

/** What the pack that is shown would do to the fits of the one that the model stands on. */
export function PackEffectDialog({
  calibratedId,
  shown: { manifest, library },
  recipe,
  onClose,
}: PackEffectDialogProps): ReactElement | null {
  const { data: calibrated, error } = useQuery(libraryPackQuery(calibratedId));
  const title = `Effect of ${manifest.id} on the fits`;
  if (error !== null)
    return (
      <WindowDialog title={title} onClose={onClose}>
        <Notice tone="stop" role="alert" title={`${calibratedId} could not be read`}>
          {failureText(failureOf(error))}
        </Notice>
      </WindowDialog>
    );
  if (calibrated === undefined) return null;
  return (
    <EffectDialog
      title={title}
      lead={`The fits of ${calibratedId}, on which the rating model stands, beside those of ${manifest.id}. ${manifest.changes.join(' ')} The figures of the rating model stay as they are.`}
      before={calibrated.library}
      after={library}
      recipe={recipe}
      onClose={onClose}
    />
  );
}
