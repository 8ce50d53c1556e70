import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { commandFacts, titleOf } from '../../../editor/commands/command.ts';
import { sayWho, whoCommand } from '../../../editor/commands/people-commands.ts';
import { insurerQuery, presentQuery, workbookQuery } from '../../../editor/queries.ts';
import { openDialog } from '../../../editor/state/dialogs.ts';

/** Says what a quote will need and nobody has said yet: who works here, and for which insurer. It holds nobody up. */
export function WhoCard(): ReactElement | null {
  const { data: present } = useQuery(presentQuery);
  const { data: insurer } = useQuery(insurerQuery);
  const { data: workbook } = useQuery(workbookQuery);
  if (present === undefined || insurer === undefined || workbook?.isReadOnly !== false) return null;
  if (present.profile !== null && insurer !== null) return null;
  if (present.profile === null && present.isAnybodyKnown)
    return (
      <Notice
        tone="note"
        title="Nobody is signed in"
        actions={<Button onPress={sayWho}>{titleOf(whoCommand, commandFacts())}</Button>}
      >
        What you do is entered as “(not named)” until you say who you are.
      </Notice>
    );
  const isInsurerOnly = present.profile !== null;
  return (
    <Notice
      tone="note"
      title={isInsurerOnly ? 'For which insurer?' : 'Who are you, and for which insurer?'}
      actions={
        <Button onPress={() => openDialog('first-start')}>
          {isInsurerOnly ? 'Say for which insurer…' : 'Say who you are…'}
        </Button>
      }
    >
      A quote names the insurer and who prepared it. It can wait until you issue one.
    </Notice>
  );
}
