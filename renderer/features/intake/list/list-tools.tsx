import { useQuery } from '@tanstack/react-query';
import { FileInput, Plus, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { CASE_STATE_WORDS } from '#shared/deal/state-words.ts';
import { SHOWN_CASE_STATES } from '#shared/domain/deal-states.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { FindField } from '../../../components/find-field.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { importCommand, newAssessmentCommand } from '../../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../../editor/commands/command.ts';
import { LIST_FILTER_ID } from '../../../editor/commands/list-filter-field.ts';
import { emptyBinCommand, repriceCommand } from '../../../editor/commands/workbook-commands.ts';
import { ExportButton } from '../../../editor/export-button.tsx';
import { currentModelQuery } from '../../../editor/queries.ts';
import type { ListFilter } from './list-filter.ts';
import { setFilter, useListState } from './list-state.ts';

interface ListToolsProps {
  readonly title: string;
  readonly isBin: boolean;
  readonly shown: number;
  /** Without a filter. */
  readonly total: number;
  readonly isEmpty: boolean;
  readonly onExport: () => void;
}

export function ListTools({ title, isBin, shown, total, isEmpty, onExport }: ListToolsProps): ReactElement {
  return (
    <header className="list-tools">
      <div className="spread">
        <h1 id="page-heading" tabIndex={-1}>
          {title}
        </h1>
        {isBin && !isEmpty && (
          <Button onPress={() => runCommand(emptyBinCommand)}>{emptyBinCommand.title}</Button>
        )}
        {!isBin && (
          <div className="row">
            {!isEmpty && (
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
      {!isEmpty && <Filters isBin={isBin} />}
      {!isEmpty && (
        <div className="row">
          <p className="small faint" role="status">
            {shown === total
              ? formatCount(total, 'assessment')
              : `${shown} of ${formatCount(total, 'assessment')}`}
          </p>
          {shown > 0 && <ExportButton isQuiet onPress={onExport} />}
        </div>
      )}
    </header>
  );
}

const STATES: readonly { key: ListFilter['state']; label: string }[] = [
  { key: 'any', label: 'Any state' },
  ...SHOWN_CASE_STATES.map((state) => ({ key: state, label: CASE_STATE_WORDS[state] })),
];

const GRADE_CHOICES: readonly { key: ListFilter['grade']; label: string }[] = [
  { key: 'any', label: 'Any grade' },
  ...GRADES.map((grade) => ({ key: grade, label: grade })),
  { key: 'none', label: 'No grade' },
];

function Filters({ isBin }: { readonly isBin: boolean }): ReactElement {
  const filter = useListState((state) => state.filter);
  const { data: current } = useQuery(currentModelQuery);
  const types: readonly { key: ListFilter['type']; label: string }[] = [
    { key: 'any', label: 'Any type' },
    ...(current?.model.subjectTypes ?? []).map(({ id, label }) => ({ key: id, label })),
  ];
  return (
    <div className="list-filters">
      <FindField
        label="Filter assessments"
        id={LIST_FILTER_ID}
        placeholder="Name, insured, broker, quote…"
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      />
      <ChoiceField
        label="Type"
        isLabelHidden
        value={filter.type}
        choices={types}
        onChange={(type) => setFilter({ type })}
      />
      {!isBin && (
        <ChoiceField
          label="State"
          isLabelHidden
          value={filter.state}
          choices={STATES}
          onChange={(state) => setFilter({ state })}
        />
      )}
      <ChoiceField
        label="Grade"
        isLabelHidden
        value={filter.grade}
        choices={GRADE_CHOICES}
        onChange={(grade) => setFilter({ grade })}
      />
      {!isBin && (
        <TickBox
          label="Earlier revisions"
          isChecked={filter.withEarlierRevisions}
          onChange={(withEarlierRevisions) => setFilter({ withEarlierRevisions })}
        />
      )}
    </div>
  );
}
