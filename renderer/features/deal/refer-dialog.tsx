import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { listText } from '#shared/domain/list-text.ts';
import { ask, BridgeError, failureOf, failureText } from '../../bridge.ts';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { makeMove, standsNow } from '../../editor/deal-actions.ts';
import { flushDraft } from '../../editor/draft/draft-store.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { missingNames, whyNotReferred } from '../../editor/draft/refer-held.ts';
import { DealDialog } from './deal-dialog.tsx';
import { MemoView } from './memo-view.tsx';

type Preview = Awaited<ReturnType<typeof readPreview>>;

async function readPreview(id: Parameters<typeof memoOf>[0]) {
  const failure = await flushDraft();
  if (failure !== null) throw new BridgeError(failure);
  return memoOf(id);
}

const memoOf = (id: ReturnType<typeof useEditor>['stored']['summary']['id']) =>
  ask((client) => client.deal.memo({ id }));

/** The referral as it will be made: its memo, who may approve it, and words for them. */
export function ReferDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { stored } = useEditor('stored');
  const { id } = stored.summary;
  const [words, setWords] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['memo', id],
    queryFn: () => readPreview(id),
    gcTime: 0,
    staleTime: 0,
  });
  const whyNot = useEditorPart(({ judged, model }) => whyNotReferred(judged, model));
  const isReferable = data !== undefined && data.memo.rules.length > 0 && data.obstacles.length === 0;
  return (
    <DealDialog
      title="Refer"
      verb="Refer"
      width="wide"
      isHeld={!isReferable}
      onClose={onClose}
      move={() =>
        makeMove((deal, { summary, version }) => deal.refer({ id: summary.id, version, words }), standsNow)
      }
    >
      {data === undefined && error === null && (
        <p className="soft" role="status">
          Writing the memo…
        </p>
      )}
      {error !== null && (
        <Notice tone="stop" role="alert" title="The memo could not be made">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {data !== undefined && <Found preview={data} whyNot={whyNot} />}
      {isReferable && <Lacking />}
      {isReferable && (
        <>
          <TextEntry
            label="Words for whoever approves"
            help="May be left out; the memo says what was found."
            value={words}
            onChange={setWords}
            maximumLength={4000}
            isLong
          />
          <p className="small soft measure">
            Referring makes this assessment read-only until it is approved, sent back or declined.
          </p>
        </>
      )}
    </DealDialog>
  );
}

/** What a quote lacks though it could be referred: it stays missing once the answers are locked. */
function Lacking(): ReactElement | null {
  const { judged, model, isReadOnly } = useEditor('judged', 'model', 'isReadOnly');
  const missing = missingNames(judged, model);
  if (isReadOnly || missing.length === 0) return null;
  return (
    <Notice tone="refer" title="Something is missing for a quote">
      Referring locks the answers. Once approved it could go out as an indication only, without{' '}
      {listText(missing)}.
    </Notice>
  );
}

function Found({
  preview: { memo, obstacles, people },
  whyNot,
}: {
  readonly preview: Preview;
  readonly whyNot: string | null;
}): ReactElement {
  if (memo.rules.length === 0 && whyNot !== null)
    return (
      <Notice tone="refer" title="There is nothing to refer yet">
        {whyNot}
      </Notice>
    );
  if (memo.rules.length === 0) {
    return (
      <Notice tone="done" title="There is nothing to refer">
        No rule refers this. Issue the quote.
      </Notice>
    );
  }
  return (
    <>
      {obstacles.length > 0 && (
        <Notice tone="stop" title="No approval could let this go out">
          <ul className="deal-memo">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </Notice>
      )}
      <MemoView memo={memo} />
      <WhoMayApprove people={people} />
    </>
  );
}

function WhoMayApprove({ people }: Pick<Preview, 'people'>): ReactElement {
  const able = people.filter(({ refusals }) => refusals.length === 0);
  if (able.length === 0) {
    return (
      <Notice tone="refer" title="Nobody in this workbook could approve it">
        {people.length === 0
          ? 'No person is entered yet. Add the people in Settings.'
          : people.flatMap(({ refusals }) => refusals[0] ?? []).join(' ')}
      </Notice>
    );
  }
  return (
    <section aria-label="Who may approve it">
      <h3>Who may approve it</h3>
      <ul className="deal-people">
        {able.map(({ id, name, role }) => (
          <li key={id}>{`${name}, ${role}`}</li>
        ))}
      </ul>
    </section>
  );
}
