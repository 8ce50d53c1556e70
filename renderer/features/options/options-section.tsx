import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { nextOptionId } from '#shared/domain/option-edits.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { commandFacts, runCommand, titleOf } from '../../editor/commands/command.ts';
import { addOptionCommand } from '../../editor/commands/option-commands.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { useShare } from '../../editor/draft/share.ts';
import { OptionsTable } from './options-table.tsx';
import './options.css';

/** Structures side by side, from one set of answers. */
export function OptionsSection({ title }: { readonly title: string }): ReactElement {
  const { whole, isReadOnly } = useEditor('whole', 'isReadOnly', 'shown');
  const share = useShare();
  const add =
    isReadOnly || nextOptionId(whole) === null ? null : (
      <Button icon={<Plus aria-hidden />} onPress={() => runCommand(addOptionCommand)}>
        {titleOf(addOptionCommand, commandFacts())}
      </Button>
    );
  return (
    <section aria-labelledby="section-heading">
      <header className="section-head">
        <h2 id="section-heading" tabIndex={-1}>
          {title}
        </h2>
        <p className="soft measure">
          Up to five structures from one set of answers. Options differ in their parts of cover and premium
          terms; all else is shared. Amounts are {share.words}.
        </p>
      </header>
      {whole.options === undefined ? (
        <EmptyState title="One option so far" actions={add}>
          An option begins with the terms that are shown; change what sets it apart, and compare them here.
        </EmptyState>
      ) : (
        <>
          <OptionsTable share={share} />
          {add}
        </>
      )}
    </section>
  );
}
