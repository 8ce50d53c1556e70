import { Circle, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { Notice } from '../../components/notice.tsx';
import { type Editor, useEditor } from '../../editor/draft/editor-context.tsx';
import { pathOfReference } from '../../editor/draft/field-path.ts';
import './to-do-lists.css';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly path: string | null;
}

const PARTS = ['isReadOnly', 'problems', 'remarks', 'referrals', 'score', 'content', 'model'] as const;
type Shown = Pick<Editor, Exclude<(typeof PARTS)[number], 'score'>> & { readonly score: ScoreResult };
type Kind = 'stop' | 'refer' | 'remark' | 'open';
const ICONS = { stop: OctagonX, refer: TriangleAlert, remark: Info, open: Circle } as const;

/** Cannot proceed, needs authority, and what is open: three lists that are never mixed. */
export function ToDoLists(): ReactElement {
  const editor = useEditor(...PARTS);
  const { score } = editor;
  return score === null ? (
    <p className="to-do soft" role="status">
      Working out where it stands…
    </p>
  ) : (
    <Lists {...editor} score={score} />
  );
}

function Lists(editor: Shown): ReactElement {
  const { isReadOnly } = editor;
  const stops = stopItems(editor);
  const referrals = referralItems(editor);
  const remarks = isReadOnly ? [] : remarkItems(editor);
  const open = isReadOnly ? [] : openItems(editor);
  const isClear = stops.length + referrals.length + remarks.length + open.length === 0;
  return (
    <div className="to-do">
      {!isReadOnly && stops.length + referrals.length === 0 && (
        <Notice tone="done" title="Ready to quote">
          {isClear
            ? 'Every answer is proven.'
            : 'Answering the open questions below may still raise the score.'}
        </Notice>
      )}
      <ToDoList
        kind="stop"
        title="Cannot proceed"
        meaning="No quote can be issued until these are settled."
        items={stops}
      />
      <ToDoList
        kind="refer"
        title="Needs authority"
        meaning="Until someone with authority signs these off, only an indication can be issued."
        items={referrals}
      />
      <ToDoList
        kind="remark"
        title="Missing or unusual"
        meaning="A quote can be issued without these; it then says what is missing."
        items={remarks}
      />
      <ToDoList
        kind="open"
        title="Open questions"
        meaning="Unproven answers, starting with those that could add most to the score."
        items={open}
      />
    </div>
  );
}

interface ToDoListProps {
  readonly kind: Kind;
  readonly title: string;
  readonly meaning: string;
  readonly items: readonly Item[];
}

function ToDoList({ kind, title, meaning, items }: ToDoListProps): ReactElement | null {
  const { goToField } = useEditor('goToField');
  if (items.length === 0) return null;
  const Icon = ICONS[kind];
  return (
    <div className={`to-do-list to-do-${kind}`}>
      <h3>
        {title} <span className="figures">{items.length}</span>
      </h3>
      <p className="small faint">{meaning}</p>
      <ul>
        {items.map(({ key, label, detail, path }) => (
          <li key={key}>
            <Button
              className="to-do-item"
              isDisabled={path === null}
              onPress={() => path !== null && goToField(path)}
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

function stopItems({ problems, score, content, model }: Shown): Item[] {
  return [
    ...problems.map(({ path, message }) => ({ key: `${path}${message}`, label: message, detail: '', path })),
    ...score.knockOuts.map(({ id, label, reason, fields }) => ({
      key: id,
      label,
      detail: reason,
      path: fields[0] === undefined ? null : pathOfReference(fields[0], content, model),
    })),
  ];
}

function referralItems({ referrals, content, model }: Shown): Item[] {
  return referrals.map(({ id, label, reason, fields }) => ({
    key: `${id}${reason}`,
    label,
    detail: reason,
    path: fields[0] === undefined ? null : pathOfReference(fields[0], content, model),
  }));
}

const remarkItems = ({ remarks }: Shown): Item[] =>
  remarks.map(({ path, message }) => ({ key: `${path}${message}`, label: message, detail: '', path }));

function openItems({ score, content, model }: Shown): Item[] {
  return score.askNext.map(({ factorId, label, couldAdd }) => ({
    key: factorId,
    label,
    detail: `${stateOf(factorId)}, could add ${formatNumber(couldAdd, 1)}`,
    path: pathOfReference(factorId, content, model),
  }));

  function stateOf(factorId: string): string {
    const isFactor = model.factors.some(({ id }) => id === factorId);
    const evidence = isFactor ? content.answers[factorId]?.evidence : content.incidentRegister.evidence;
    return evidence === 'asserted' ? 'asserted only' : 'not answered';
  }
}
