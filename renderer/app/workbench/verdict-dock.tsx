import { ChevronUp } from 'lucide-react';
import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { Button } from '../../components/button.tsx';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { issueQuoteCommand } from '../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { NO_PRICE_YET } from '../../features/pricing/price-words.ts';
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

function VerdictBar(): ReactElement {
  const {
    score,
    price: view,
    referrals: flagged,
    isReadOnly,
  } = useEditor('score', 'price', 'referrals', 'isReadOnly');
  const currency = useEditorPart(({ content }) => content.currency);
  const [isOpen, setIsOpen] = useState(false);
  const { price, isCurrent } = view;
  const flags = score.knockOuts.length;
  const referrals = flagged.length;
  return (
    <aside className="verdict-bar" aria-label="Verdict">
      <GradeBadge grade={score.outcome.grade} isKnockedOut={score.outcome.kind === 'knocked-out'} />
      <p className="figures">
        <strong>{formatScore(score.overall)}</strong>{' '}
        {formatScore(score.range.low) !== formatScore(score.range.high) && (
          <span className="faint">
            {formatScore(score.range.low)} to {formatScore(score.range.high)}
          </span>
        )}
      </p>
      <p className={isCurrent ? 'figures' : 'figures is-stale'}>
        {price === null ? (
          <span className="faint">{NO_PRICE_YET}</span>
        ) : (
          <>
            <strong>{formatMoneyPlain(price.quotedMinor, currency)}</strong>{' '}
            <span className="faint">{formatPercent(price.rateOnLine)} on line</span>
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
        {!isReadOnly && (
          <Button tone="primary" onPress={() => runCommand(issueQuoteCommand)}>
            {issueQuoteCommand.title}
          </Button>
        )}
      </div>
      {isOpen && (
        <WindowDialog title="Verdict" width="narrow" onClose={() => setIsOpen(false)}>
          <VerdictPanel />
        </WindowDialog>
      )}
    </aside>
  );
}
