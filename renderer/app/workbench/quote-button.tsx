import { type ReactElement, useId } from 'react';
import { Button } from '../../components/button.tsx';
import { issueQuoteCommand, reviseCommand } from '../../editor/commands/assessment-commands.ts';
import { type Command, canRun, commandFacts, runCommand, titleOf } from '../../editor/commands/command.ts';
import {
  acceptCommand,
  approveCommand,
  bindCommand,
  declineCommand,
  referCommand,
  reopenCommand,
  sendBackCommand,
} from '../../editor/commands/deal-commands.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { whyNotReferred } from '../../editor/draft/refer-held.ts';
import { decisionWords } from './decision-words.ts';
import { nextSteps } from './next-steps.ts';

const COMMANDS = {
  issue: issueQuoteCommand,
  revise: reviseCommand,
  refer: referCommand,
  approve: approveCommand,
  'send-back': sendBackCommand,
  decline: declineCommand,
  accept: acceptCommand,
  bind: bindCommand,
  reopen: reopenCommand,
} as const satisfies Record<ReturnType<typeof nextSteps>[number], Command>;

/** The primary action of the editor, those beside it, and what the first would make. */
export function QuoteButton(): ReactElement {
  const { isReadOnly, decision } = useEditor('isReadOnly', 'decision');
  const isCurrent = useEditorPart(({ price }) => price.isCurrent);
  return (
    <div className="quote-button">
      <NextSteps />
      {!isReadOnly && (
        <p className={isCurrent ? 'small soft' : 'small soft is-stale'}>{decisionWords(decision)}</p>
      )}
    </div>
  );
}

/** What the table of moves allows next, the likeliest first. */
export function NextSteps({ most = 3 }: { readonly most?: number }): ReactElement {
  const { isReadOnly, decision } = useEditor('isReadOnly', 'decision');
  const state = useEditorPart(({ stored }) => stored.summary.deal.state);
  // Which can run depends on the offers and revisions of the record too.
  useEditorPart(({ stored }) => stored.quotes);
  useEditorPart(({ stored }) => stored.summary.isLatestRevision);
  const facts = commandFacts();
  const steps = nextSteps({ state, isReadOnly, decision: decision?.kind ?? null });
  const commands = steps
    .map((step) => COMMANDS[step])
    .filter((command) => canRun(command, facts))
    .slice(0, most);
  const whyId = useId();
  const whyNot = useEditorPart(({ judged, model }) => (isReadOnly ? null : whyNotReferred(judged, model)));
  const isHeld = (command: Command) => command === referCommand && whyNot !== null;
  return (
    <div className="quote-steps">
      {commands.map((command, index) => (
        <Button
          key={command.id}
          tone={index === 0 && command !== reviseCommand ? 'primary' : 'plain'}
          isDisabled={isHeld(command)}
          {...(isHeld(command) ? { 'aria-describedby': whyId } : {})}
          onPress={() => runCommand(command)}
        >
          {titleOf(command, facts)}
        </Button>
      ))}
      {commands.some(isHeld) && (
        <p id={whyId} className="small soft quote-why">
          {whyNot}
        </p>
      )}
    </div>
  );
}
