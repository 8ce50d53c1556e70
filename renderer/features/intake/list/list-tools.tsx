import { useQuery } from '@tanstack/react-query';
import { FileDown, FileInput, Plus, RefreshCw, Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { formatCount } from '#shared/domain/format-date.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { importCommand, newAssessmentCommand } from '../../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../../editor/commands/command.ts';
import { LIST_FILTER_ID } from '../../../editor/commands/list-filter-field.ts';
import { repriceCommand } from '../../../editor/commands/workbook-commands.ts';
import { currentModelQuery } from '../../../editor/queries.ts';
import { listWords as words } from './list.strings.ts';
import type { ListFilter } from './list-filter.ts';
import { setFilter, useListState } from './list-state.ts';

interface ListToolsProps {
  readonly title: string;
  readonly isBin: boolean;
  readonly shown: number;
  readonly total: number;
  readonly onExport: () => void;
}

export function ListTools({ title, isBin, shown, total, onExport }: ListToolsProps): ReactElement {
  return (
    <header className="list-tools">
      <div className="spread">
        <h1 id="page-heading" tabIndex={-1}>
          {title}
        </h1>
        {!isBin && (
          <div className="row">
            {total > 0 && (
              <Button icon={<RefreshCw aria-hidden />} onPress={() => runCommand(repriceCommand)}>
                {repriceCommand.title}
              </Button>
            )}
            <Button icon={<FileInput aria-hidden />} onPress={() => runCommand(importCommand)}>
              {importCommand.title}
            </Button>
            <Button
              tone="primary"
              icon={<Plus aria-hidden />}
              onPress={() => runCommand(newAssessmentCommand)}
            >
              {newAssessmentCommand.title}
            </Button>
          </div>
        )}
      </div>
      {total > 0 && <Filters isBin={isBin} />}
      {total > 0 && (
        <div className="row">
          <p className="small faint" role="status">
            {shown === total
              ? formatCount(total, 'assessment')
              : `${shown} of ${formatCount(total, 'assessment')}`}
          </p>
          {shown > 0 && (
            <Button tone="quiet" isSmall icon={<FileDown aria-hidden />} onPress={onExport}>
              Export CSV
            </Button>
          )}
        </div>
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
        <Input id={LIST_FILTER_ID} placeholder={words.findHint} />
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
