import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useIdleValue } from '../../components/use-idle-value.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import type { LastChange } from '../../editor/draft/last-change.ts';
import { changeLines } from './change-lines.ts';
import './change-note.css';

/** What the last change did, old beside new: until the next one rests, or until it is dismissed. */
export function ChangeNote(): ReactElement | null {
  const { lastChange } = useEditor('lastChange');
  const currency = useEditorPart(({ content }) => content.currency);
  const [dismissed, setDismissed] = useState<LastChange | null>(null);
  // After the figures themselves, in a task and a frame of their own.
  const change = useIdleValue(lastChange);
  if (change === null || change === dismissed) return null;
  const lines = changeLines(change, currency);
  if (lines.length === 0) return null;
  return (
    <section className="change-note" aria-label="Last change" aria-live="polite">
      <div className="spread">
        <h3>Last change</h3>
        <IconButton label="Dismiss the last change" onPress={() => setDismissed(change)}>
          <X aria-hidden />
        </IconButton>
      </div>
      <dl>
        {lines.map(({ label, was, now, by }) => (
          <div key={label} className="change-line figures">
            <dt>{label}</dt>
            <dd>
              <span className="visually-hidden">was </span>
              <span className="faint">{was}</span> <span aria-hidden>→</span>
              <span className="visually-hidden">, now </span> <strong>{now}</strong>
              {by !== undefined && <span className="change-by small soft">{by}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
