import { ChevronUp } from 'lucide-react';
import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { Button } from '../../components/button.tsx';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { priceViewAt, useShare } from '../../editor/draft/share.ts';
import { NO_PRICE_YET } from '../../features/pricing/price-words.ts';
import { JUDGING } from './decision-words.ts';
import { NextSteps } from './quote-button.tsx';
import { VerdictPanel } from './verdict-panel.tsx';
import './verdict-dock.css';

const NARROW = '(max-width: 1099px)';

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(NARROW);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
}

/** The verdict beside the work where there is room, else a bar at the foot that opens it. */
export function VerdictDock(): ReactElement {
  const isNarrow = useIsNarrow();
  if (isNarrow) return <VerdictBar />;
  return (
    <aside className="verdict-side" aria-label="Verdict">
      <VerdictPanel />
    </aside>
  );
}

const ScoreInBar = ({
  score: { outcome, overall, range },
}: {
  readonly score: ScoreResult;
}): ReactElement => (
  <>
    <GradeBadge
      grade={outcome.grade}
      isKnockedOut={outcome.kind === 'knocked-out'}
      isJudged={outcome.kind === 'graded' && outcome.judged !== undefined}
    />
    <p className="figures">
      <strong>{formatScore(overall)}</strong>{' '}
      {formatScore(range.low) !== formatScore(range.high) && (
        <span className="faint">
          {formatScore(range.low)} to {formatScore(range.high)}
        </span>
      )}
    </p>
  </>
);

/** Until the first judgement is there: the figures of the last save, marked as such. */
function StoredScoreInBar(): ReactElement {
  const { overall, grade, isKnockedOut } = useEditorPart(({ stored }) => stored.summary);
  return (
    <>
      <GradeBadge grade={grade} isKnockedOut={isKnockedOut} />
      <p className="figures is-stale">
        <strong>{formatScore(overall)}</strong>
      </p>
    </>
  );
}

interface NoPriceInBarProps {
  /** Not known yet whether there is a price. */
  readonly isOpen: boolean;
  readonly currency: string;
}

function NoPriceInBar({ isOpen, currency }: NoPriceInBarProps): ReactElement {
  const storedMinor = useEditorPart(({ stored }) => stored.summary.quotedMinor);
  return (
    <>
      {isOpen && storedMinor !== null && <strong>{formatMoneyPlain(storedMinor, currency)} </strong>}
      <span className="faint">{isOpen ? JUDGING : NO_PRICE_YET}</span>
    </>
  );
}

function VerdictBar(): ReactElement {
  const { score, price: view, referrals: flagged } = useEditor('score', 'price', 'referrals');
  const currency = useEditorPart(({ content }) => content.currency);
  const [isOpen, setIsOpen] = useState(false);
  const share = useShare();
  const { price, isCurrent, whyNone, failure } = priceViewAt(view, share.percent);
  const flags = score?.knockOuts.length ?? 0;
  const referrals = flagged.length;
  return (
    <aside className="verdict-bar" aria-label="Verdict">
      {score === null ? <StoredScoreInBar /> : <ScoreInBar score={score} />}
      <p className={isCurrent ? 'figures' : 'figures is-stale'}>
        {price === null ? (
          <NoPriceInBar isOpen={whyNone === null && failure === null} currency={currency} />
        ) : (
          <>
            <strong>{formatMoneyPlain(price.quotedMinor, currency)}</strong>{' '}
            <span className="faint">
              {share.words}, {formatRateOnLine(price.rateOnLine)} on line
            </span>
          </>
        )}
      </p>
      <p className="verdict-bar-flags small">
        {flags > 0 && (
          <span className="is-stop">
            {flags} knock-out{flags > 1 ? 's' : ''}
          </span>
        )}
        {referrals > 0 && (
          <span className="is-refer">
            {referrals} referral{referrals > 1 ? 's' : ''}
          </span>
        )}
      </p>
      <div className="verdict-bar-actions">
        <Button icon={<ChevronUp aria-hidden />} onPress={() => setIsOpen(true)}>
          Verdict
        </Button>
        <NextSteps most={1} />
      </div>
      {isOpen && (
        <WindowDialog title="Verdict" width="narrow" onClose={() => setIsOpen(false)}>
          <VerdictPanel />
        </WindowDialog>
      )}
    </aside>
  );
}
