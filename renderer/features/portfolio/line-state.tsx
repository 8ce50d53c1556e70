import { type Check, CircleSlash, Diff, Equal, FileX, Minus, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { BookLine, BookLineState } from '#shared/domain/book.ts';
import { LINE_WORDS } from './line-words.ts';

const ICONS: Readonly<Record<BookLineState, typeof Check>> = {
  changed: Diff,
  'inputs-altered': TriangleAlert,
  'cannot-be-priced': CircleSlash,
  gone: FileX,
  reproduced: Equal,
  'not-issued': Minus,
};

/** A mark, the state in words, and why. */
export function LineState({ line }: { readonly line: BookLine }): ReactElement {
  const Icon = ICONS[line.line];
  const remarks = line.remarks.join(' ');
  return (
    <span className={`line-state line-${line.line}`}>
      <Icon aria-hidden />
      <span className="line-words">
        <span>{LINE_WORDS[line.line]}</span>
        {remarks !== '' && (
          <span className="line-remark" title={remarks}>
            {remarks}
          </span>
        )}
      </span>
    </span>
  );
}
