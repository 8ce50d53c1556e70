import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { exactNumber, formatPercent } from '#shared/domain/format-number.ts';
import {
  ACTOR_WORDS,
  AUDITED_WORDS,
  CAUSE_WORDS,
  CONFIDENCE_WORDS,
  FIELD_WORDS,
  MADE_WHOLE_WORDS,
  TYPE_WORDS,
} from '#shared/library/library-words.ts';
import { Button } from '../../components/button.tsx';
import { type Fact, Facts } from '../../components/facts.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import type { LibraryDialog } from './dialog.ts';
import { removeOwnIncident } from './library-actions.ts';
import { OWN_USE } from './library-columns.tsx';
import { type LibraryRow, shareOf } from './library-row.ts';

interface RowDialogProps {
  readonly shown: LibraryRow;
  readonly packId: string;
  readonly onDialog: (dialog: LibraryDialog) => void;
  readonly onClose: () => void;
}

/** Everything that is known of one incident, and what can be done with it. */
export function RowDialog({ shown, packId, onDialog, onClose }: RowDialogProps): ReactElement {
  const { row, isOwn } = shown;
  return (
    <WindowDialog
      title={`${row.subject}, ${formatDate(row.date)}`}
      onClose={onClose}
      footer={
        <>
          {isOwn && (
            <Button
              tone="danger"
              onPress={() => {
                onClose();
                void removeOwnIncident(shown);
              }}
            >
              Remove
            </Button>
          )}
          {isOwn && <Button onPress={() => onDialog({ kind: 'edit', shown })}>Change…</Button>}
          <Button tone="primary" onPress={() => onDialog({ kind: 'pick', shown })}>
            Add to an assessment…
          </Button>
        </>
      }
    >
      <div className="stack">
        <Facts facts={factsOf(shown, packId)} />
        <p className="dense">
          <strong>Source.</strong> {row.source}
        </p>
      </div>
    </WindowDialog>
  );
}

function factsOf(shown: LibraryRow, packId: string): Fact[] {
  const { row, isOwn, assetsUsd, use } = shown;
  const share = shareOf(shown);
  const usd = (value: number | null) => (value === null ? 'Not known' : `USD ${formatUnits(value)}`);
  const given = (label: string, value: string | null): Fact[] => (value === null ? [] : [{ label, value }]);
  return [
    { label: 'Stands in', value: isOwn ? 'Your own rows, in this workbook' : `Library ${packId}` },
    { label: FIELD_WORDS.subject_type, value: TYPE_WORDS[row.subject_type] },
    ...given(FIELD_WORDS.chain_or_venue, row.chain_or_venue === '' ? null : row.chain_or_venue),
    { label: FIELD_WORDS.cause, value: CAUSE_WORDS[row.cause] },
    { label: 'Loss', value: usd(row.gross_loss_usd) },
    { label: 'Recovered', value: usd(row.recovered_usd) },
    {
      label: 'Assets just before',
      value: usd(assetsUsd),
      ...(share === null ? {} : { note: `${formatPercent(share, 1)} of them lost` }),
    },
    { label: FIELD_WORDS.users_made_whole, value: MADE_WHOLE_WORDS[row.users_made_whole] },
    { label: 'Audit', value: AUDITED_WORDS[row.audited_before_loss] },
    ...given(FIELD_WORDS.actor, actorWords(row)),
    ...given(FIELD_WORDS.vendor, row.vendor),
    ...given(
      FIELD_WORDS.first_notice_hours,
      row.first_notice_hours === null ? null : exactNumber(row.first_notice_hours),
    ),
    { label: FIELD_WORDS.confidence, value: CONFIDENCE_WORDS[row.confidence] },
    { label: 'Used for', value: isOwn ? OWN_USE : (use?.words ?? 'Not fitted yet') },
    { label: FIELD_WORDS.id, value: row.id },
  ];
}

function actorWords({ actor, actor_name, actor_confidence, actor_source }: LibraryRow['row']): string | null {
  if (actor === null) return null;
  const parts = [
    actor_name ?? ACTOR_WORDS[actor],
    actor_confidence === null ? null : `confidence ${CONFIDENCE_WORDS[actor_confidence].toLowerCase()}`,
    actor_source,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
