import '../print.css';
import '../first-page.css';
import '../quotation/quotation.css';
import './letters.css';
import type { ReactElement } from 'react';
import { dealPaperTitle, mayGoToBroker } from '#shared/deal/papers/deal-paper.ts';
import type { Letter } from '#shared/deal/papers/letter.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { FactList } from '../fact-list.tsx';
import { Masthead } from '../masthead.tsx';
import { PaperBlock } from '../report-pages.tsx';
import { RunningHead } from '../running-head.tsx';
import { Sheet } from '../sheet.tsx';
import { missing, ValueOrMissing } from '../value-or-missing.tsx';
import { Watermark } from '../watermark.tsx';

/** A letter to the broker, or the memo of a referral: whom it is about, what it says, and who signs. */
export function LetterPages({ letter }: { readonly letter: Letter }): ReactElement {
  const mark = { status: letter.isDraft ? 'draft' : 'quote' } as const;
  return (
    <main className="document quotation letter" data-paper={letter.paper} data-status={mark.status}>
      <Watermark document={mark} className="page-mark" />
      <RunningHead insured={letter.insured} />
      <Sheet id={letter.kind} document={mark}>
        <LetterHead letter={letter} />
        {letter.blocks.map((block, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity of their own and never move
          <PaperBlock key={position} block={block} />
        ))}
        {letter.kind === 'referral-memo' ? <Decision /> : <Signature letter={letter} />}
      </Sheet>
    </main>
  );
}

function LetterHead({ letter }: { readonly letter: Letter }): ReactElement {
  const { insurer, broker, insured, business, reference, umr, writer, preparedAt, kind } = letter;
  const isForBroker = mayGoToBroker(kind);
  return (
    <>
      <Masthead
        insurer={insurer}
        eyebrow={
          isForBroker ? dealPaperTitle(kind) : `${dealPaperTitle(kind)}: confidential, for the insurer only`
        }
        insured={insured}
        reference={reference ?? ''}
        notes={[formatDate(preparedAt.slice(0, 10)), ...(umr === null ? [] : [`UMR ${umr}`])]}
      />
      <FactList
        facts={[
          ...(isForBroker
            ? [{ name: 'To', value: <ValueOrMissing value={broker} missing="The broker, not named" /> }]
            : []),
          {
            name: 'From',
            value: (
              <>
                {writer.name === '' ? missing('Not named') : isolated(writer.name)}
                {writer.role === null ? '' : `, ${writer.role}`}
                {insurer === null ? '' : `, ${isolated(insurer.name)}`}
              </>
            ),
          },
          { name: 'About', value: `${isolated(insured)}, ${business}: digital-asset insurance` },
        ]}
      />
    </>
  );
}

function Signature({ letter: { writer, insurer } }: { readonly letter: Letter }): ReactElement {
  return (
    <section className="signed">
      <p>Yours sincerely</p>
      <p className="signed-name">
        <strong>{writer.name === '' ? missing('Not named') : isolated(writer.name)}</strong>
        {writer.role === null ? '' : `, ${writer.role}`}
      </p>
      {insurer === null ? null : <p>{isolated(insurer.name)}</p>}
    </section>
  );
}

/** Where whoever decides ticks, names themselves and signs. */
function Decision(): ReactElement {
  return (
    <section className="acceptance">
      <h2>Decision</h2>
      <p className="choices">
        {['Approve', 'Send back', 'Decline'].map((choice) => (
          <span key={choice}>
            <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
              <rect x="0.5" y="0.5" width="9" height="9" fill="none" stroke="currentColor" />
            </svg>
            {choice}
          </span>
        ))}
      </p>
      <div className="acceptance-lines">
        {['Name', 'Signature', 'Date', 'Remarks'].map((label) => (
          <p key={label}>{label}</p>
        ))}
      </div>
    </section>
  );
}
