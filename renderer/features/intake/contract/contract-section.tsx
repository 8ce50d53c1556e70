import type { ReactElement } from 'react';
import { Button } from '../../../components/button.tsx';
import { runCommand } from '../../../editor/commands/command.ts';
import { usualTermsCommand } from '../../../editor/commands/terms-commands.ts';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { SectionHead } from '../sections/section-head.tsx';
import { ConditionsBlock } from './conditions-block.tsx';
import { ContractFields } from './contract-fields.tsx';
import { ScheduleBlock } from './schedule-block.tsx';
import { SubLimitsBlock } from './sub-limits-block.tsx';

/** What the contract says beside limits and price, and what it covers by name. */
export function ContractSection({ title }: { readonly title: string }): ReactElement {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  return (
    <section aria-labelledby="section-heading">
      <SectionHead title={title}>
        What the contract says beside limits and price. Usual words are offered; nothing stands in it that you
        did not take over.
      </SectionHead>
      {!isReadOnly && model.wording.contract !== null && (
        <div className="section-block">
          <div>
            <Button onPress={() => runCommand(usualTermsCommand)}>{usualTermsCommand.title}</Button>
          </div>
        </div>
      )}
      <ContractFields />
      <SubLimitsBlock />
      <ConditionsBlock />
      <ScheduleBlock />
    </section>
  );
}
