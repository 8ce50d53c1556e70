import { Copy, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { QuoteOption } from '#shared/domain/assessment-content.ts';
import { nextOptionId } from '#shared/domain/option-edits.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { showOption } from '../../editor/draft/draft-store.ts';
import { problemAt, useEditor } from '../../editor/draft/editor-context.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { addOptionFrom, nameOption, putOnPaper, takeOption } from '../../editor/draft/option-actions.ts';
import type { Share } from '../../editor/draft/share.ts';
import { useOwnLimits } from '../../editor/own-limits.ts';
import { type OptionGroup, optionGroups } from './option-lines.ts';

/** The options in columns, what is other than in A marked. */
export function OptionsTable({ share }: { readonly share: Share }): ReactElement {
  const editor = useEditor('whole', 'judged', 'model', 'problems');
  const walkAwayPercent = useOwnLimits()?.walkAwayPercent ?? null;
  const { whole, judged, model } = editor;
  const options = whole.options ?? [];
  const groups = optionGroups({ whole, options: judged.options, model, share, walkAwayPercent });
  const isStale = options.map(({ id }) => !judged.options.some((view) => view.id === id && view.isCurrent));
  const problem = problemAt(editor, 'options');
  return (
    <div className="section-block">
      {problem !== undefined && <Notice tone="stop">{problem}</Notice>}
      <section className="data-table-room" aria-label="Options side by side" id={fieldId('options')}>
        <table className="data-table options-table">
          <thead>
            <tr>
              <th scope="col">
                {whole.currency}, {share.words}, unless stated
              </th>
              {options.map((option) => (
                <th key={option.id} scope="col" className="is-figure">
                  <OptionHead option={option} />
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.title} group={group} options={options} isStale={isStale} />
          ))}
        </table>
      </section>
      <p className="small soft">
        <Other /> marks what is other than in option A.
      </p>
    </div>
  );
}

const Other = (): ReactElement => (
  <span className="option-mark">
    <span aria-hidden>≠</span>
    <span className="visually-hidden">The sign</span>
  </span>
);

interface GroupProps {
  readonly group: OptionGroup;
  readonly options: readonly QuoteOption[];
  readonly isStale: readonly boolean[];
}

const Group = ({ group, options, isStale }: GroupProps): ReactElement => (
  <tbody>
    <tr className="options-group">
      <th scope="rowgroup" colSpan={options.length + 1}>
        {group.title}
      </th>
    </tr>
    {group.lines.map(({ key, label, cells, isPrice, isTotal }) => (
      <tr key={key} className={isTotal ? 'is-total' : undefined}>
        <th scope="row">{label}</th>
        {cells.map((cell, index) => (
          <Cell
            key={options[index]?.id ?? index}
            text={cell}
            isOther={index > 0 && cell !== cells[0]}
            isStale={isPrice && isStale[index] === true}
          />
        ))}
      </tr>
    ))}
  </tbody>
);

interface CellProps {
  readonly text: string;
  readonly isOther: boolean;
  readonly isStale: boolean;
}

const Cell = ({ text, isOther, isStale }: CellProps): ReactElement => (
  <td className={`is-figure${isOther ? ' is-other' : ''}${isStale ? ' is-stale' : ''}`}>
    {isOther && (
      <span className="option-mark">
        <span aria-hidden>≠</span>
        <span className="visually-hidden">other than A: </span>
      </span>
    )}
    {text}
  </td>
);

/** What an option is called, whether it goes on the paper, and what can be done with it. */
function OptionHead({ option }: { readonly option: QuoteOption }): ReactElement {
  const { shown, whole, isReadOnly, document } = useEditor('shown', 'whole', 'isReadOnly', 'document');
  const { id, label, isOffered } = option;
  return (
    <div className="option-head">
      <div className="option-head-line">
        <Button
          isSmall
          tone={shown === id ? 'plain' : 'quiet'}
          aria-pressed={shown === id}
          isDisabled={document !== null}
          onPress={() => showOption(id)}
        >
          {`Option ${id}`}
        </Button>
        {!isReadOnly && (
          <>
            <IconButton
              label={`Duplicate option ${id}`}
              isDisabled={nextOptionId(whole) === null}
              onPress={() => addOptionFrom(id)}
            >
              <Copy aria-hidden />
            </IconButton>
            <IconButton label={`Remove option ${id}`} onPress={() => takeOption(id)}>
              <X aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      {isReadOnly ? (
        <span className="small soft">{label ?? ''}</span>
      ) : (
        <TextEntry
          id={fieldId(`options.${id}.label`)}
          label={`What sets ${id} apart`}
          value={label ?? null}
          maximumLength={100}
          onChange={(text) => nameOption(id, text)}
        />
      )}
      <TickBox
        id={fieldId(`options.${id}.isOffered`)}
        label="On the paper"
        isChecked={isOffered}
        isReadOnly={isReadOnly}
        onChange={(isTicked) => putOnPaper(id, isTicked)}
      />
    </div>
  );
}
