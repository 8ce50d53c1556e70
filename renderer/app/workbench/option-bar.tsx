import type { ReactElement } from 'react';
import { optionIds, optionName } from '#shared/domain/options.ts';
import { Segments } from '../../components/segments.tsx';
import { showOption } from '../../editor/draft/draft-store.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import './option-bar.css';

/** Which of several options the editor shows; nothing where there is one. */
export function OptionBar(): ReactElement | null {
  const { whole, shown, document } = useEditor('whole', 'shown', 'document');
  if (whole.options === undefined) return null;
  const option = whole.options.find(({ id }) => id === shown);
  const name = option === undefined ? `Option ${shown}` : optionName(option);
  if (document !== null) return <p className="option-bar small soft">{name}, as issued</p>;
  return (
    <div className="option-bar">
      <Segments
        label="Option shown"
        isLabelHidden
        value={shown}
        choices={optionIds(whole).map((id) => ({ key: id, label: id }))}
        onChange={showOption}
      />
      <p className="small soft">
        {name}
        {option?.isOffered === false ? ', not on the paper' : ''}
      </p>
    </div>
  );
}
