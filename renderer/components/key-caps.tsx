import type { ReactElement } from 'react';
import { IS_MAC } from './platform.ts';
import './key-caps.css';

const NAMES: Readonly<Record<string, string>> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  alt: IS_MAC ? '⌥' : 'Alt',
  shift: IS_MAC ? '⇧' : 'Shift',
  enter: 'Enter',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
};

/** `mod+shift+z` as people read it: `Ctrl Shift Z`. */
const keyWords = (keys: string): string[] =>
  keys.split('+').map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));

export function KeyCaps({ keys }: { readonly keys: string }): ReactElement {
  return (
    <span className="key-caps">
      {keyWords(keys).map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  );
}
