import { type ReactElement, useState } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { OPTION_IDS, type OptionId } from '#shared/domain/deal-content.ts';
import type { Acceptance } from '#shared/domain/deal-records.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { today } from '../../components/format/dates.ts';
import { NumberField } from '../../components/number-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { makeMove, standsNow } from '../../editor/deal-actions.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { DealDialog } from './deal-dialog.tsx';
import { ReasonFields, useWhy } from './reason-fields.tsx';

interface OfferDialogProps {
  readonly quote: QuoteSummary;
  readonly onClose: () => void;
}

const nameOf = ({ reference, version }: QuoteSummary): string => `${reference} v${version}`;

type Talk = Omit<Acceptance, 'signedLinePercent' | 'by' | 'how' | 'option'> & {
  readonly by: string | null;
  readonly how: string | null;
  readonly option: OptionId;
};

/** Who, when, how and about which option. */
function useTalk() {
  const { stored } = useEditor('stored');
  const { broker } = stored.content.terms;
  const offered = (stored.content.options ?? []).map(({ id }) => id);
  const [talk, setTalk] = useState<Talk>({ by: broker, on: today(), how: 'by e-mail', option: 'A' });
  return { talk, offered, set: (change: Partial<Talk>) => setTalk((before) => ({ ...before, ...change })) };
}

function TalkFields({ talk, offered, set }: ReturnType<typeof useTalk>): ReactElement {
  const options = OPTION_IDS.filter((id) => id === 'A' || offered.includes(id));
  return (
    <>
      <TextEntry label="By whom" value={talk.by} onChange={(by) => set({ by })} maximumLength={200} />
      <DateField
        id="deal-talk-on"
        label="On"
        value={talk.on}
        emptyError="On: give the day."
        onChange={(on) => on !== null && set({ on: on as IsoDate })}
      />
      <TextEntry
        label="How"
        help="By e-mail, on the platform, by telephone …"
        value={talk.how}
        onChange={(how) => set({ how })}
        maximumLength={200}
      />
      {options.length > 1 && (
        <ChoiceField
          label="Option"
          value={talk.option}
          choices={options.map((id) => ({ key: id, label: `Option ${id}` }))}
          onChange={(option) => set({ option })}
        />
      )}
    </>
  );
}

const isSaid = ({ by, how }: Talk): boolean => by !== null && how !== null;
const said = ({ by, how, on, option }: Talk) => ({ by: by ?? '', how: how ?? '', on, option });

/** What was asked for instead; the offer stays open. */
export function CounterOfferDialog({ quote, onClose }: OfferDialogProps): ReactElement {
  const form = useTalk();
  const [words, setWords] = useState<string | null>(null);
  return (
    <DealDialog
      title={`Counter-offer to ${nameOf(quote)}`}
      verb="Record counter-offer"
      isHeld={words === null || !isSaid(form.talk)}
      onClose={onClose}
      move={() =>
        makeMove(
          (deal) => deal.counterOffer({ id: quote.id, counter: said(form.talk), words: words ?? '' }),
          () => `Recorded the counter-offer to ${nameOf(quote)}. It stays open.`,
        )
      }
    >
      <TextEntry label="What is asked for" value={words} onChange={setWords} maximumLength={4000} isLong />
      <TalkFields {...form} />
    </DealDialog>
  );
}

/** Who accepted, when and how; the hash of the accepted paper is kept with it. */
export function AcceptDialog({ quote, onClose }: OfferDialogProps): ReactElement {
  const form = useTalk();
  const [line, setLine] = useState<number | null>(null);
  return (
    <DealDialog
      title={`Acceptance of ${nameOf(quote)}`}
      verb="Record acceptance"
      isHeld={!isSaid(form.talk)}
      onClose={onClose}
      move={() =>
        makeMove(
          (deal) =>
            deal.accept({
              id: quote.id,
              acceptance: { ...said(form.talk), signedLinePercent: line },
              words: null,
            }),
          () => `Recorded the acceptance of ${nameOf(quote)}. It can be bound now.`,
        )
      }
    >
      <TalkFields {...form} />
      <NumberField
        id="deal-signed-line"
        label="Signed line"
        help="Of the whole, per cent; empty where no line was signed down."
        unit="%"
        low={0}
        high={100}
        value={line}
        onChange={setLine}
      />
      <p className="small soft measure">
        Valid until {formatDate(quote.validUntil)}. The SHA-256 of its PDF, {quote.pdfSha256.slice(0, 16)}…,
        is kept with the acceptance.
      </p>
    </DealDialog>
  );
}

export function WithdrawDialog({ quote, onClose }: OfferDialogProps): ReactElement {
  const why = useWhy('withdrawn', false);
  return (
    <DealDialog
      title={`Withdraw ${nameOf(quote)}`}
      verb="Withdraw"
      isHeld={!why.isGiven}
      onClose={onClose}
      move={() =>
        makeMove(
          (deal) => deal.withdraw({ id: quote.id, reason: why.reason, words: why.words }),
          () => `Withdrew ${nameOf(quote)}.`,
        )
      }
    >
      <ReasonFields why={why} />
    </DealDialog>
  );
}

export function BindDialog({ quote, onClose }: OfferDialogProps): ReactElement {
  const why = useWhy(null, false);
  return (
    <DealDialog
      title={`Bind ${nameOf(quote)}`}
      verb="Bind"
      onClose={onClose}
      move={() => makeMove((deal) => deal.bind({ id: quote.id, words: why.words }), standsNow)}
    >
      <p className="measure">
        The case is bound on the terms of the accepted version. From then on it can only be cancelled.
      </p>
      <ReasonFields why={why} />
    </DealDialog>
  );
}
