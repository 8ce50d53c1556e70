import type { ReactElement } from 'react';
import { Button } from '../components/button.tsx';
import { importCommand, newAssessmentCommand } from './commands/assessment-commands.ts';
import { runCommand } from './commands/command.ts';

/** What an empty workbook offers. */
export const FirstSteps = (): ReactElement => (
  <>
    <Button tone="primary" onPress={() => runCommand(newAssessmentCommand)}>
      {newAssessmentCommand.title}
    </Button>
    <Button onPress={() => runCommand(importCommand)}>{importCommand.title}</Button>
  </>
);
