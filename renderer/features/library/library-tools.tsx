import { FileInput, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatUnitsShort } from '#shared/domain/format-money.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { LibraryPack } from '#shared/library/library-pack.ts';
import { ACTORS, CONFIDENCES, LIBRARY_CAUSES, LIBRARY_SUBJECT_TYPES } from '#shared/library/library-row.ts';
import { ACTOR_WORDS, CAUSE_WORDS, CONFIDENCE_WORDS, TYPE_WORDS } from '#shared/library/library-words.ts';
import { ActionMenu } from '../../components/action-menu.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { FindField } from '../../components/find-field.tsx';
import { exportedTable } from '../../components/record-columns.ts';
import { Segments } from '../../components/segments.tsx';
import { LIST_FILTER_ID } from '../../editor/commands/list-filter-field.ts';
import { ExportButton } from '../../editor/export-button.tsx';
import { exportTable } from '../../editor/export-table.ts';
import { goToPage } from '../../editor/state/navigation.ts';
import type { LibraryDialog } from './dialog.ts';
import { importOwnIncidents } from './library-actions.ts';
import { LIBRARY_COLUMNS } from './library-columns.tsx';
import { isFiltering, type LibraryFilter, noFilter, SIZES } from './library-filter.ts';
import type { LibraryRow } from './library-row.ts';
import { type LibraryView, setFilter, showPack, useLibrary } from './library-store.ts';
import type { KnownPack } from './use-library-pack.ts';

interface LibraryToolsProps {
  readonly title: string;
  readonly packs: readonly KnownPack[];
  readonly pack: LibraryPack | undefined;
  readonly all: readonly LibraryRow[];
  /** Those that the filter leaves. */
  readonly rows: readonly LibraryRow[];
  readonly ownCount: number;
  readonly onDialog: (dialog: LibraryDialog) => void;
}

const VIEWS: readonly { readonly key: LibraryView; readonly label: string }[] = [
  { key: 'incidents', label: 'Incidents' },
  { key: 'counts', label: 'Counts and losses' },
  { key: 'fits', label: 'Fits' },
];

export function LibraryTools(props: LibraryToolsProps): ReactElement {
  const { title, packs, pack, all, rows, ownCount, onDialog } = props;
  const view = useLibrary((state) => state.view);
  const shownId = pack?.manifest.id;
  const calibratedId = packs.find(({ isCalibrated }) => isCalibrated)?.id;
  return (
    <header className="library-tools">
      <div className="spread">
        <h1 id="page-heading" tabIndex={-1}>
          {title}
        </h1>
        <div className="row">
          <ActionMenu
            label="Own incidents and packs"
            icon={<FileInput aria-hidden />}
            actions={[
              {
                id: 'import-own',
                label: 'Add incidents from a file…',
                run: () => void importOwnIncidents(),
              },
              {
                id: 'own-effect',
                label: 'Effect of your own incidents on the fits',
                isDisabled: ownCount === 0,
                run: () => onDialog({ kind: 'own-effect' }),
              },
              {
                id: 'pack-effect',
                label: `Effect of ${shownId ?? 'this pack'} on the fits of the model`,
                isDisabled: shownId === undefined || shownId === calibratedId,
                run: () => onDialog({ kind: 'pack-effect' }),
              },
              { id: 'load', label: 'Load a library pack…', run: () => onDialog({ kind: 'load' }) },
            ]}
          />
          <Button onPress={() => goToPage('calibration')}>Calibration report</Button>
          <Button tone="primary" icon={<Plus aria-hidden />} onPress={() => onDialog({ kind: 'add' })}>
            Add incident…
          </Button>
        </div>
      </div>
      <div className="row">
        <Segments
          label="Show"
          isLabelHidden
          value={view}
          choices={VIEWS}
          onChange={(next) => useLibrary.setState({ view: next })}
        />
        {packs.length > 1 && pack !== undefined && (
          <ChoiceField
            label="Library"
            isLabelHidden
            value={pack.manifest.id}
            choices={packs.map(({ id, title: detail }) => ({ key: id, label: `Library ${id}`, detail }))}
            onChange={showPack}
          />
        )}
      </div>
      {view !== 'fits' && <Filters all={all} />}
      {view !== 'fits' && all.length > 0 && (
        <div className="row">
          <p className="small faint" role="status">
            {rows.length === all.length
              ? formatCount(all.length, 'incident')
              : `${formatNumber(rows.length)} of ${formatCount(all.length, 'incident')}`}
            {', '}
            {formatUnitsShort(
              rows.reduce((sum, { row }) => sum + row.gross_loss_usd, 0),
              'USD',
            )}{' '}
            lost
          </p>
          {rows.length > 0 && <ExportButton isQuiet onPress={() => void saveRows(rows)} />}
        </div>
      )}
    </header>
  );
}

const saveRows = (rows: readonly LibraryRow[]) =>
  exportTable(
    exportedTable(
      'incident-library',
      LIBRARY_COLUMNS.flatMap(({ exported }) => exported),
      rows,
    ),
    'incident',
  );

const choices = <K extends string>(any: string, keys: readonly K[], words: Readonly<Record<K, string>>) => [
  { key: 'any' as const, label: any },
  ...keys.map((key) => ({ key, label: words[key] })),
];

const TYPES = choices('Any type', LIBRARY_SUBJECT_TYPES, TYPE_WORDS);
const CAUSES = choices('Any cause', LIBRARY_CAUSES, CAUSE_WORDS);
const CONFIDENCE_CHOICES = choices('Any confidence', CONFIDENCES, CONFIDENCE_WORDS);
const ACTOR_CHOICES: readonly { key: LibraryFilter['actor']; label: string }[] = [
  ...choices('Any actor', ACTORS, ACTOR_WORDS),
  { key: 'not-named', label: 'Nobody named' },
];
const SIZE_CHOICES: readonly { key: LibraryFilter['size']; label: string }[] = [
  { key: 'any', label: 'Any size' },
  ...(Object.keys(SIZES) as (keyof typeof SIZES)[]).map((key) => ({ key, label: SIZES[key].label })),
];
const ROW_CHOICES = [
  { key: 'any', label: 'Library and yours' },
  { key: 'own', label: 'Yours only' },
  { key: 'used', label: 'Used in the fits' },
  { key: 'not-used', label: 'Not used in the fits' },
] as const;

function Filters({ all }: { readonly all: readonly LibraryRow[] }): ReactElement {
  const filter = useLibrary((state) => state.filter);
  const years = [...new Set(all.map(({ year }) => String(year)))].toSorted().toReversed();
  return (
    <fieldset className="library-filters" aria-label="Filters">
      <FindField
        label="Filter incidents"
        id={LIST_FILTER_ID}
        placeholder="Subject, cause, chain, actor or vendor"
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      />
      <ChoiceField
        label="Type"
        isLabelHidden
        value={filter.type}
        choices={TYPES}
        onChange={(type) => setFilter({ type })}
      />
      <ChoiceField
        label="Cause"
        isLabelHidden
        value={filter.cause}
        choices={CAUSES}
        onChange={(cause) => setFilter({ cause })}
      />
      <ChoiceField
        label="Actor"
        isLabelHidden
        value={filter.actor}
        choices={ACTOR_CHOICES}
        onChange={(actor) => setFilter({ actor })}
      />
      <ChoiceField
        label="From year"
        isLabelHidden
        value={filter.fromYear}
        choices={[
          { key: 'any', label: 'From any year' },
          ...years.map((year) => ({ key: year, label: `From ${year}` })),
        ]}
        onChange={(fromYear) => setFilter({ fromYear })}
      />
      <ChoiceField
        label="To year"
        isLabelHidden
        value={filter.toYear}
        choices={[
          { key: 'any', label: 'To any year' },
          ...years.map((year) => ({ key: year, label: `To ${year}` })),
        ]}
        onChange={(toYear) => setFilter({ toYear })}
      />
      <ChoiceField
        label="Size"
        isLabelHidden
        value={filter.size}
        choices={SIZE_CHOICES}
        onChange={(size) => setFilter({ size })}
      />
      <ChoiceField
        label="Confidence"
        isLabelHidden
        value={filter.confidence}
        choices={CONFIDENCE_CHOICES}
        onChange={(confidence) => setFilter({ confidence })}
      />
      <ChoiceField
        label="Rows"
        isLabelHidden
        value={filter.rows}
        choices={ROW_CHOICES}
        onChange={(rows) => setFilter({ rows })}
      />
      {isFiltering(filter) && (
        <Button tone="quiet" onPress={() => setFilter(noFilter)}>
          Clear filter
        </Button>
      )}
    </fieldset>
  );
}
