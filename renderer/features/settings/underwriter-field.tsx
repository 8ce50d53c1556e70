import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { TextEntry } from '../../components/text-entry.tsx';
import { changeSettings } from '../../editor/actions.ts';

const REST_MS = 400;

/** Kept as soon as typing rests, and when the field is left, however it is left. */
export function UnderwriterField({ value }: { readonly value: string }): ReactElement {
  const [typed, setTyped] = useState(value);
  const pending = useRef<{ readonly name: string; readonly timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const keep = useCallback(() => {
    if (pending.current === null) return;
    clearTimeout(pending.current.timer);
    void changeSettings({ underwriter: pending.current.name });
    pending.current = null;
  }, []);
  useEffect(() => keep, [keep]);
  const type = (text: string | null) => {
    setTyped(text ?? '');
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = { name: (text ?? '').trim(), timer: setTimeout(keep, REST_MS) };
  };
  return (
    <TextEntry
      label="Underwriter"
      help="Shown on quotes and in the audit trail. Leave empty to use your account on this computer."
      value={typed === '' ? null : typed}
      onChange={type}
      maximumLength={200}
    />
  );
}
