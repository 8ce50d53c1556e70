import { useQuery } from '@tanstack/react-query';
import { FileInput, Plus, RefreshCw, Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { formatCount } from '#shared/domain/format-date.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { importSubmission } from '../../../editor/actions.ts';
import { FIND_FIELD_ID } from '../../../editor/commands/focus-find.ts';
import { runCommand } from '../../../editor/commands/registry.ts';
import { currentModelQuery } from '../../../editor/queries.ts';
import { goTo } from '../../../editor/state/navigation.ts';
import { listWords as words } from './list.strings.ts';
import type { ListFilter } from './list-filter.ts';
import { setFilter, useListState } from './list-state.ts';

interface ListToolsProps {
  readonly isBin: boolean;
  readonly shown: number;
  readonly total: number;
}

export function ListTools({ isBin, shown, total }: ListToolsProps): ReactElement {
  return (
    <header className="list-tools">
      <div className="spread">
        <h1 id="page-heading" tabIndex={-1}>
          {isBin ? words.bin : words.list}
        </h1>
        {!isBin && (
          <div className="row">
            {total > 0 && (
              <Button icon={<RefreshCw aria-hidden />} onPress={() => runCommand('workbook.reprice')}>
                {words.reprice}
              </Button>
            )}
            <Button icon={<FileInput aria-hidden />} onPress={() => void importSubmission()}>
              {words.importFile}
            </Button>
            <Button tone="primary" icon={<Plus aria-hidden />} onPress={() => goTo({ kind: 'new' })}>
              {words.create}
            </Button>
          </div>
        )}
      </div>
      {total > 0 && <Filters isBin={isBin} />}
      {total > 0 && (
        <p className="small faint" role="status">
          {shown === total
            ? formatCount(total, 'assessment')
            : `${shown} of ${formatCount(total, 'assessment')}`}
        </p>
      )}
    </header>
  );
}

const STATES = [
  { key: 'any', label: words.anyState },
  { key: 'draft', label: words.draft },
  { key: 'finalised', label: words.finalised },
  { key: 'quoted', label: words.quoted },
] as const;

const GRADE_CHOICES: readonly { key: ListFilter['grade']; label: string }[] = [
  { key: 'any', label: words.anyGrade },
  ...GRADES.map((grade) => ({ key: grade, label: grade })),
  { key: 'none', label: words.noGrade },
];

function Filters({ isBin }: { readonly isBin: boolean }): ReactElement {
  const filter = useListState((state) => state.filter);
  const { data: current } = useQuery(currentModelQuery);
  const types: readonly { key: ListFilter['type']; label: string }[] = [
    { key: 'any', label: words.anyType },
    ...(current?.model.subjectTypes ?? []).map(({ id, label }) => ({ key: id, label })),
  ];
  return (
    <div className="list-filters">
      <SearchField
        aria-label={words.find}
        className="list-find"
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      >
        <Search aria-hidden />
        <Input id={FIND_FIELD_ID} placeholder={words.findHint} />
      </SearchField>
      <ChoiceField
        label={words.type}
        isLabelHidden
        value={filter.type}
        choices={types}
        onChange={(type) => setFilter({ type })}
      />
      {!isBin && (
        <ChoiceField
          label={words.state}
          isLabelHidden
          value={filter.state}
          choices={STATES}
          onChange={(state) => setFilter({ state })}
        />
      )}
      <ChoiceField
        label={words.grade}
        isLabelHidden
        value={filter.grade}
        choices={GRADE_CHOICES}
        onChange={(grade) => setFilter({ grade })}
      />
      {!isBin && (
        <TickBox
          label={words.earlier}
          isChecked={filter.withEarlierRevisions}
          onChange={(withEarlierRevisions) => setFilter({ withEarlierRevisions })}
        />
      )}
    </div>
  );
}
