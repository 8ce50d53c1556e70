import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Recipe } from '#shared/calibration/recipe.ts';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import type { LibraryPack } from '#shared/library/library-pack.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { Effect } from './effect-dialog.tsx';
import { keepPack } from './library-actions.ts';
import { useEffectOnFits } from './use-effect-on-fits.ts';

interface PackDialogProps {
  readonly before: LibraryPack;
  readonly recipe: Recipe;
  readonly onClose: () => void;
}

/** A pack is chosen and read whole, its effect on the fits is looked at, and only then it is kept. */
export function PackDialog({ before, recipe, onClose }: PackDialogProps): ReactElement {
  const [pack, setPack] = useState<LibraryPack | null>(null);
  const choosing = useMutation({
    mutationFn: () => ask((client) => client.library.choosePack()),
    onSuccess: (chosen) => (chosen === null ? onClose() : setPack(chosen)),
  });
  const keeping = useMutation({ mutationFn: keepPack, onSuccess: onClose });
  const wasAsked = useRef(false);
  const { mutate: choose } = choosing;
  useEffect(() => {
    if (wasAsked.current) return;
    wasAsked.current = true;
    choose();
  }, [choose]);
  const effect = useEffectOnFits(before.library, pack?.library ?? null, recipe);
  const error = choosing.error ?? keeping.error;
  return (
    <WindowDialog
      title="Load a library pack"
      width="wide"
      onClose={onClose}
      isBusy={keeping.isPending}
      footer={
        <>
          <Button onPress={() => choose()} isDisabled={choosing.isPending || keeping.isPending}>
            Choose another…
          </Button>
          <Button
            tone="primary"
            isDisabled={pack === null || keeping.isPending || choosing.isPending}
            onPress={() => {
              if (pack !== null) keeping.mutate(pack.manifest.id);
            }}
          >
            Load this pack
          </Button>
        </>
      }
    >
      <div className="stack">
        {error !== null && (
          <Notice tone="stop" role="alert" title="The pack was not loaded">
            {failureText(failureOf(error))}
          </Notice>
        )}
        {pack === null ? (
          <p className="soft measure">
            A pack is a folder with manifest.json, incidents.csv, exposure.csv and loss_share.csv. Choose its
            manifest: every row is checked, and its effect on the fits is shown before it is loaded.
          </p>
        ) : (
          <>
            <Facts facts={factsOf(pack, before)} />
            <p className="small soft measure">
              {pack.manifest.changes.join(' ')} The figures of the rating model stay as they are: they come
              from the pack that the model names.
            </p>
            <Effect effect={effect} />
          </>
        )}
      </div>
    </WindowDialog>
  );
}

function factsOf({ manifest, library }: LibraryPack, before: LibraryPack) {
  const known = new Set(before.library.incidents.map(({ id }) => id));
  const added = library.incidents.filter(({ id }) => !known.has(id)).length;
  const gone = known.size - (library.incidents.length - added);
  return [
    { label: 'Pack', value: manifest.title },
    { label: 'Closed on', value: formatDate(manifest.date) },
    { label: 'Incidents', value: formatCount(library.incidents.length, 'incident') },
    {
      label: `Against ${before.manifest.id}`,
      value: `${formatCount(added, 'row')} more, ${formatCount(gone, 'row')} less`,
    },
    { label: 'Losses beside assets', value: String(library.lossShares.length) },
  ];
}
