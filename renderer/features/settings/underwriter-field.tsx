import { type ReactElement, useEffect, useRef, useState } from 'react';
import { changeSettings } from '../../app/actions.ts';
import { TextEntry } from '../../components/text-entry.tsx';
import { settingsWords as words } from './settings.strings.ts';

const REST_MS = 400;

/** Kept as soon as typing rests. */
export function UnderwriterField({ value }: { readonly value: string }): ReactElement {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string | null) => {
    const underwriter = text ?? '';
    setTyped(underwriter);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void changeSettings({ underwriter: underwriter.trim() }), REST_MS);
  };
  return (
    <TextEntry
      label={words.underwriter}
      help={words.underwriterHelp}
      value={typed === '' ? null : typed}
      onChange={type}
      maximumLength={200}
    />
  );
}
