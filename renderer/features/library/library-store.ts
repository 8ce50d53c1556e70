import { create } from 'zustand';
import type { LibraryFits } from '#shared/calibration/library-fits.ts';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { LibraryPack } from '#shared/library/library-pack.ts';
import type { ReportDocument } from '#shared/report/report-document.ts';
import type { LibraryMeasure } from '../../charts/library-view.ts';
import type { RecordTableState } from '../../components/record-table.tsx';
import { type CalibrationClient, createCalibrationClient } from './calibration-client.ts';
import type { CalibrationPart } from './calibration-jobs.ts';
import { type LibraryFilter, noFilter } from './library-filter.ts';

export type LibraryView = 'incidents' | 'counts' | 'fits';

/** Something that a worker makes of a pack. */
export type Made<T> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly pack: string; readonly progress: CalibrationPart | null }
  | { readonly phase: 'done'; readonly pack: string; readonly value: T }
  | { readonly phase: 'failed'; readonly pack: string; readonly sentences: readonly string[] };

interface LibraryState {
  /** The pack that is shown; null is the newest. */
  readonly packId: string | null;
  readonly view: LibraryView;
  readonly measure: LibraryMeasure;
  readonly filter: LibraryFilter;
  readonly table: RecordTableState;
  readonly fits: Made<LibraryFits>;
  readonly report: Made<ReportDocument>;
}

const freshTable: RecordTableState = { sorting: [{ id: 'date', desc: true }], offset: 0, focusedId: null };

/** Kept while the window lives, so that coming back finds the page as it was left. */
export const useLibrary = create<LibraryState>()(() => ({
  packId: null,
  view: 'incidents',
  measure: 'count',
  filter: noFilter,
  table: freshTable,
  fits: { phase: 'idle' },
  report: { phase: 'idle' },
}));

export const rememberTable = (change: Partial<RecordTableState>): void =>
  useLibrary.setState(({ table }) => ({ table: { ...table, ...change } }));

export const setFilter = (change: Partial<LibraryFilter>): void =>
  useLibrary.setState(({ filter, table }) => ({
    filter: { ...filter, ...change },
    table: { ...table, offset: 0, focusedId: null },
  }));

export const showPack = (packId: string): void => useLibrary.setState({ packId, table: freshTable });

let fitsClient: CalibrationClient | null = null;
let reportClient: CalibrationClient | null = null;

/** Fits a pack in a worker unless that is done or under way. */
export function fitPack({ manifest, library }: LibraryPack, recipe: Recipe): void {
  const { fits } = useLibrary.getState();
  if (fits.phase !== 'idle' && fits.pack === manifest.id) return;
  const pack = manifest.id;
  fitsClient ??= createCalibrationClient(recipe);
  useLibrary.setState({ fits: { phase: 'running', pack, progress: null } });
  const fail = (sentences: readonly string[]) =>
    useLibrary.setState({ fits: { phase: 'failed', pack, sentences } });
  fitsClient.run(
    { kind: 'fits', library },
    {
      onAnswer: (answer) => {
        if (answer.kind === 'fits')
          useLibrary.setState({ fits: { phase: 'done', pack, value: answer.fits } });
        else if (answer.kind === 'refused') fail(answer.sentences);
      },
      onFailure: (why) => fail([why]),
    },
  );
}

/** Makes the whole report of a pack in a worker; an earlier one is dropped. */
export function makeReport({ manifest, library }: LibraryPack, recipe: Recipe): void {
  const pack = manifest.id;
  reportClient?.end();
  reportClient = createCalibrationClient(recipe);
  useLibrary.setState({ report: { phase: 'running', pack, progress: null } });
  const fail = (sentences: readonly string[]) =>
    useLibrary.setState({ report: { phase: 'failed', pack, sentences } });
  reportClient.run(
    { kind: 'report', library },
    {
      onPart: (progress) => useLibrary.setState({ report: { phase: 'running', pack, progress } }),
      onAnswer: (answer) => {
        if (answer.kind === 'report')
          useLibrary.setState({ report: { phase: 'done', pack, value: answer.report } });
        else if (answer.kind === 'refused') fail(answer.sentences);
      },
      onFailure: (why) => fail([why]),
    },
  );
}

/** Stops the report at once; nothing of it is kept. */
export function cancelReport(): void {
  reportClient?.end();
  if (useLibrary.getState().report.phase === 'running') useLibrary.setState({ report: { phase: 'idle' } });
}
