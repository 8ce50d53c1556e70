import { Circle, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { Notice } from '../../components/notice.tsx';
import { askForParty } from '../../editor/commands/people-commands.ts';
import { showOption } from '../../editor/draft/draft-store.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { TO_DO_KINDS, type ToDo, type ToDoKind } from '../../editor/draft/to-do.ts';
import './to-do-lists.css';

/** The lists in their order, with what each means for a quote. */
const LISTS: Readonly<Record<ToDoKind, { readonly title: string; readonly meaning: string }>> = {
  stop: { title: 'Cannot proceed', meaning: 'No quote can be issued until these are settled.' },
  refer: {
    title: 'Needs authority',
    meaning: 'Until someone with authority signs these off, only an indication can be issued.',
  },
  needed: { title: 'Needed for a quote', meaning: 'Without these only an indication can be issued.' },
  missing: {
    title: 'Missing',
    meaning: 'A quote can be issued without these; it then says what is missing.',
  },
  unusual: { title: 'Unusual', meaning: 'A quote can be issued all the same; look at these again first.' },
  open: {
    title: 'Open questions',
    meaning: 'Unproven answers, starting with those that could add most to the score.',
  },
};
const ICONS: Readonly<Record<ToDoKind, typeof Info>> = {
  stop: OctagonX,
  refer: TriangleAlert,
  needed: TriangleAlert,
  missing: Info,
  unusual: Info,
  open: Circle,
};
/** How the lists look, where that is not by kind alone. */
const LOOKS: Readonly<Record<ToDoKind, string>> = {
  stop: 'stop',
  refer: 'refer',
  needed: 'refer',
  missing: 'remark',
  unusual: 'remark',
  open: 'open',
};
const IN_THE_WAY: readonly ToDoKind[] = ['stop', 'refer', 'needed'];

/** Everything that is open, by what it stands in the way of: lists that are never mixed. */
export function ToDoLists(): ReactElement {
  const { toDo, isReadOnly } = useEditor('toDo', 'isReadOnly');
  if (toDo === null)
    return (
      <p className="to-do soft" role="status">
        Working out where it stands…
      </p>
    );
  return (
    <div className="to-do">
      {!isReadOnly && !toDo.some(({ kind }) => IN_THE_WAY.includes(kind)) && (
        <Notice tone="done" title="Ready to quote">
          {toDo.length === 0
            ? 'Every answer is proven.'
            : toDo.some(({ kind }) => kind === 'open')
              ? 'Answering the open questions below may still raise the score.'
              : 'Nothing below keeps a quote from going out.'}
        </Notice>
      )}
      {TO_DO_KINDS.map((kind) => (
        <ToDoList key={kind} kind={kind} items={toDo.filter((item) => item.kind === kind)} />
      ))}
    </div>
  );
}

interface ToDoListProps {
  readonly kind: ToDoKind;
  readonly items: readonly ToDo[];
}

function ToDoList({ kind, items }: ToDoListProps): ReactElement | null {
  const { goToField } = useEditor('goToField');
  if (items.length === 0) return null;
  const Icon = ICONS[kind];
  const { title, meaning } = LISTS[kind];
  return (
    <div className={`to-do-list to-do-${LOOKS[kind]}`}>
      <h3>
        {title} <span className="figures">{items.length}</span>
      </h3>
      <p className="small faint">{meaning}</p>
      <ul>
        {items.map(({ key, label, detail, paths: [path], option, names }) => (
          <li key={key}>
            <Button
              className="to-do-item"
              isDisabled={path === undefined && option === undefined && names === undefined}
              onPress={() => {
                if (names !== undefined) return askForParty(names);
                if (option !== undefined) showOption(option);
                goToField(path ?? 'terms.parts');
              }}
            >
              <Icon aria-hidden />
              <span className="to-do-label">{label}</span>
              <span className="to-do-detail">{detail}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
