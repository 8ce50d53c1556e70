import type { ReactElement } from 'react';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { runCommand } from '../../editor/commands/command.ts';
import {
  newWorkbookCommand,
  openWorkbookCommand,
  restoreCommand,
  salvageCommand,
} from '../../editor/commands/workbook-commands.ts';

const TITLES: Readonly<Record<string, string>> = {
  'workbook-locked': 'The workbook is open elsewhere',
  'workbook-newer': 'The workbook was made by a newer version of Ballast',
  'workbook-foreign': 'This file is not a Ballast workbook',
  'workbook-damaged': 'The workbook is damaged',
  'workbook-read-only': 'The workbook is read-only',
  'disk-full': 'The disk is full',
};

/** Why no workbook is open, and what can be done instead. The file itself was not touched. */
export const WorkbookProblem = ({
  problem,
}: {
  readonly problem: NonNullable<WorkbookInfo['problem']>;
}): ReactElement => (
  <div className="workbook-problem">
    <EmptyState
      title={TITLES[problem.code] ?? 'No workbook is open'}
      actions={
        <>
          <Button tone="primary" onPress={() => runCommand(openWorkbookCommand)}>
            {openWorkbookCommand.title}
          </Button>
          <Button onPress={() => runCommand(newWorkbookCommand)}>{newWorkbookCommand.title}</Button>
          {problem.code === 'workbook-damaged' &&
            [restoreCommand, salvageCommand].map((command) => (
              <Button key={command.id} onPress={() => runCommand(command)}>
                {command.title}
              </Button>
            ))}
        </>
      }
    >
      {problem.message}
    </EmptyState>
  </div>
);
