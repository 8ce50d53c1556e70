import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { RecordTable } from '../../components/record-table.tsx';
import { ownIncidentsQuery } from '../../editor/queries.ts';
import type { LibraryDialog } from './dialog.ts';
import { EffectDialog } from './effect-dialog.tsx';
import { LIBRARY_COLUMNS } from './library-columns.tsx';
import { LibraryCounts } from './library-counts.tsx';
import { filterRows, isFiltering, noFilter } from './library-filter.ts';
import { LibraryFitsView } from './library-fits-view.tsx';
import { type LibraryRow, libraryRows, withOwnRows } from './library-row.ts';
import { rememberTable, setFilter, useLibrary } from './library-store.ts';
import { LibraryTools } from './library-tools.tsx';
import { OwnIncidentDialog } from './own-incident-dialog.tsx';
import { PackDialog } from './pack-dialog.tsx';
import { PackEffectDialog } from './pack-effect-dialog.tsx';
import { PickDialog } from './pick-dialog.tsx';
import { RowDialog } from './row-dialog.tsx';
import { useLibraryPack } from './use-library-pack.ts';
import './library.css';

const idOf = ({ row, isOwn }: LibraryRow) => `${isOwn ? 'own ' : ''}${row.id}`;

/** Public losses, what the fits make of them, and the user's own beside them. */
export function LibraryPage({ title }: { readonly title: string }): ReactElement {
  const { packs, pack, recipe, error } = useLibraryPack();
  const { data: own = NO_ROWS, error: ownError } = useQuery(ownIncidentsQuery);
  const fits = useLibrary((state) => state.fits);
  const filter = useLibrary((state) => state.filter);
  const view = useLibrary((state) => state.view);
  const { sorting, focusedId } = useLibrary((state) => state.table);
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const packId = pack?.manifest.id ?? '';
  const calibratedId = packs.find(({ isCalibrated }) => isCalibrated)?.id;
  const uses = fits.phase === 'done' && fits.pack === packId ? fits.value.uses : null;
  const all = useMemo(
    () => (pack === undefined ? [] : libraryRows(pack.library, own, uses)),
    [pack, own, uses],
  );
  const rows = useMemo(() => filterRows(all, filter), [all, filter]);
  const close = () => setDialog(null);
  const failure = error ?? ownError;

  return (
    <section className="library-page" aria-labelledby="page-heading">
      <LibraryTools
        title={title}
        packs={packs}
        pack={pack}
        all={all}
        rows={rows}
        ownCount={own.length}
        onDialog={setDialog}
      />
      {failure !== null && (
        <Notice tone="stop" title="The library could not be read" role="alert">
          {failureText(failureOf(failure))}
        </Notice>
      )}
      {all.length > 0 && view !== 'fits' && rows.length === 0 && (
        <EmptyState
          title={
            filter.rows === 'own' && own.length === 0 ? 'No incident of your own yet' : 'No incident matches'
          }
          actions={
            <>
              <Button onPress={() => setFilter(noFilter)}>Clear filter</Button>
              {filter.rows === 'own' && (
                <Button onPress={() => setDialog({ kind: 'add' })}>Add incident…</Button>
              )}
            </>
          }
        >
          {filter.rows === 'own' && own.length === 0
            ? 'Losses that you know of and the library does not can be kept in this workbook; they are marked as yours.'
            : isFiltering(filter)
              ? 'Change the filter, or clear it to see the whole library.'
              : 'The library is empty.'}
        </EmptyState>
      )}
      {view === 'incidents' && rows.length > 0 && (
        <RecordTable
          label={title}
          className="library-table"
          rows={rows}
          columns={LIBRARY_COLUMNS}
          idOf={idOf}
          sorting={sorting}
          focusedId={focusedId}
          initialOffset={useLibrary.getState().table.offset}
          onRemember={rememberTable}
          onOpen={(shown) => setDialog({ kind: 'row', shown })}
          opensOn="click"
        />
      )}
      {view === 'counts' && rows.length > 0 && (
        <LibraryCounts rows={rows} caveats={pack?.manifest.caveats ?? []} />
      )}
      {view === 'fits' && <LibraryFitsView fits={fits} packs={packs} packId={packId} />}
      {dialog?.kind === 'row' && (
        <RowDialog shown={dialog.shown} packId={packId} onDialog={setDialog} onClose={close} />
      )}
      {dialog?.kind === 'pick' && <PickDialog shown={dialog.shown} packId={packId} onClose={close} />}
      {(dialog?.kind === 'add' || dialog?.kind === 'edit') && (
        <OwnIncidentDialog
          shown={dialog.kind === 'edit' ? dialog.shown : null}
          takenIds={new Set(all.map(({ row }) => row.id))}
          onClose={close}
        />
      )}
      {dialog?.kind === 'load' && pack !== undefined && recipe !== undefined && (
        <PackDialog before={pack} recipe={recipe} onClose={close} />
      )}
      {dialog?.kind === 'pack-effect' &&
        pack !== undefined &&
        recipe !== undefined &&
        calibratedId !== undefined && (
          <PackEffectDialog calibratedId={calibratedId} shown={pack} recipe={recipe} onClose={close} />
        )}
      {dialog?.kind === 'own-effect' && pack !== undefined && recipe !== undefined && (
        <EffectDialog
          title="Effect of your own incidents on the fits"
          lead={`The fits of ${packId} beside those of ${packId} with your ${own.length === 1 ? 'incident' : 'incidents'}. Nothing is changed by looking: the figures of the rating model stay as they are.`}
          before={pack.library}
          after={withOwnRows(pack.library, own)}
          recipe={recipe}
          onClose={close}
        />
      )}
    </section>
  );
}

const NO_ROWS: readonly [] = [];
