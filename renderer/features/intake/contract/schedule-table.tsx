import { type ReactElement, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ScheduledAsset } from '#shared/domain/deal-content.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { type LineFault, MOST_SCHEDULE_BYTES, readSchedule } from '#shared/domain/read-schedule.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { useEditorNow } from '../../../editor/draft/editor-context.tsx';
import { sayDone } from '../../../editor/state/messages.ts';
import { editSchedule } from './schedule-edit.ts';

/** So many bad lines are listed; the others are counted. */
const LISTED_FAULTS = 20;

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Lines from a spreadsheet, by the clipboard or as a CSV file: all of them, or none and what is wrong with each. */
export function ScheduleTable({ lines }: { readonly lines: readonly ScheduledAsset[] }): ReactElement {
  const editorNow = useEditorNow();
  const [pasted, setPasted] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly LineFault[]>([]);
  const take = (text: string): boolean => {
    const read = readSchedule(text, lines, editorNow().model);
    if (!read.ok) {
      setFaults(read.faults);
      return false;
    }
    setFaults([]);
    editSchedule('add lines to the schedule', (all) => [...all, ...read.lines]);
    sayDone(`Added ${formatCount(read.lines.length, 'line')} to the schedule.`);
    return true;
  };
  const takeFile = async (file: File) => {
    if (file.size > MOST_SCHEDULE_BYTES)
      return setFaults([{ line: 0, sentence: `“${file.name}” is above 2 MB, so it is no schedule.` }]);
    const text = await textOf(file);
    if (text === null)
      return setFaults([
        { line: 0, sentence: `“${file.name}” is not UTF-8 text. Save it as CSV in UTF-8 and try again.` },
      ]);
    take(text);
  };
  return (
    <>
      <div className="line-form">
        <div className="schedule-paste">
          <TextEntry
            label="Lines of a table"
            help="Paste them from a spreadsheet: kind, chain, address, used for, part; with or without titles."
            value={pasted}
            onChange={(text) => {
              setPasted(text);
              setFaults([]);
            }}
            maximumLength={MOST_SCHEDULE_BYTES}
            isLong
          />
        </div>
        <Button
          isDisabled={(pasted ?? '').trim() === ''}
          onPress={() => {
            if (take(pasted ?? '')) setPasted(null);
          }}
        >
          Add these lines
        </Button>
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt']}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) void takeFile(file);
          }}
        >
          <Button>Import CSV…</Button>
        </FileTrigger>
      </div>
      {faults.length > 0 && (
        <Notice tone="stop" role="alert" title="Nothing was added to the schedule">
          <ul className="schedule-faults">
            {faults.slice(0, LISTED_FAULTS).map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {faults.length > LISTED_FAULTS && (
              <li>{`And ${formatCount(faults.length - LISTED_FAULTS, 'more line is', 'more lines are')} not right.`}</li>
            )}
          </ul>
        </Notice>
      )}
    </>
  );
}
