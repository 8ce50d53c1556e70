import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { checkWorkbookCommand } from './commands/workbook-commands.ts';
import { damagedQuery } from './queries.ts';
import { openDialog } from './state/dialogs.ts';

/** The assessments that the table cannot show, by name; nothing where there are none. */
export function DamagedAssessments(): ReactElement | null {
  const { data } = useQuery(damagedQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <Notice
      tone="stop"
      role="alert"
      title={
        data.length === 1 ? 'One assessment cannot be shown' : `${data.length} assessments cannot be shown`
      }
    >
      <p>Another program has altered what the workbook says of:</p>
      <ul>
        {data.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <Button isSmall onPress={() => openDialog('workbook-check')}>
        {checkWorkbookCommand.title}
      </Button>
    </Notice>
  );
}
