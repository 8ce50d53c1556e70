import type { ReactElement } from 'react';
import { formatChange, formatMoney } from '#shared/domain/format-money.ts';
import { formatScore, formatSigned } from '#shared/domain/format-number.ts';
import { type MinorUnits, minorWithout } from '#shared/domain/money.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { Flag } from '#shared/scoring/score-result.ts';
import type { MoveExplained, MoveStanding } from '#shared/underwriting/explain-move.ts';
import { DataTable } from '../../components/data-table.tsx';

interface MoveStandingsProps {
  readonly move: MoveExplained;
  readonly names: { readonly from: string; readonly to: string };
  readonly currency: string;
  /** What the pillars are called. */
  readonly pillars: Readonly<Record<Pillar, string>>;
}

const OUTCOMES = {
  quote: 'A quote',
  indication: 'An indication',
  'not-quotable': 'Cannot be quoted',
  refused: 'Cannot be issued yet',
} as const;

/** Score with the pillars that move, premiums and outcome side by side, and which knock-outs and referrals come or go. */
export function MoveStandings({ move, names, currency, pillars }: MoveStandingsProps): ReactElement {
  const { before, after, raised, dropped } = move;
  const money = (minor: MinorUnits | null) => (minor === null ? 'None' : formatMoney(minor, currency));
  const premium = (label: string, of: (one: MoveStanding) => MinorUnits | null) => {
    const [was, is] = [of(before), of(after)];
    const change = was === null || is === null ? '' : formatChange(minorWithout(is, was));
    return { key: label, cells: [label, money(was), money(is), change] };
  };
  return (
    <div className="stack-tight">
      <DataTable
        label="Before and after the move"
        columns={[
          { label: 'Figure' },
          { label: upperFirst(names.from), isFigure: true },
          { label: upperFirst(names.to), isFigure: true },
          { label: 'Change', isFigure: true },
        ]}
        rows={[
          {
            key: 'score',
            cells: ['Score', scoreText(before), scoreText(after), scoreChange(before.overall, after.overall)],
          },
          ...PILLARS.flatMap((id) => {
            const [was, is] = [before.pillars[id], after.pillars[id]];
            if (formatScore(was) === formatScore(is)) return [];
            return [
              { key: id, cells: [pillars[id], formatScore(was), formatScore(is), scoreChange(was, is)] },
            ];
          }),
          premium('Technical premium', ({ technicalMinor }) => technicalMinor),
          premium('Quoted premium', ({ quotedMinor }) => quotedMinor),
          { key: 'outcome', cells: ['Goes out as', OUTCOMES[before.decision], OUTCOMES[after.decision], ''] },
        ]}
      />
      <Flags title="Comes with the move" flags={raised} />
      <Flags title="Goes with the move" flags={dropped} />
    </div>
  );
}

const scoreText = ({ overall, grade }: MoveStanding): string =>
  `${formatScore(overall)}, ${grade ?? 'no grade'}`;

const scoreChange = (was: number, is: number): string =>
  formatScore(was) === formatScore(is) ? '' : formatSigned(is - was, 1);

const Flags = ({
  title,
  flags,
}: {
  readonly title: string;
  readonly flags: readonly Flag[];
}): ReactElement | null =>
  flags.length === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <ul className="move-flags">
        {flags.map(({ id, kind, label, reason }) => (
          <li key={id}>
            {kind === 'knock-out' ? 'Knock-out' : 'Referral'}: {label}. <span className="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
