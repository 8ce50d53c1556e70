import type { ReactElement } from 'react';
import { formatChange, formatMoney } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercentChange, NOT_A_FIGURE } from '#shared/domain/format-number.ts';
import { DislocationChart } from '../../charts/dislocation-chart.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import type { BookSummary, BookTotal } from './book-summary.ts';
import { findingOf, repriceWords as words } from './reprice.strings.ts';
import type { RepriceRun } from './reprice-run.ts';
import './book-findings.css';

interface BookFindingsProps {
  readonly summary: BookSummary;
  readonly phase: RepriceRun['phase'];
}

/** The finding, the sums behind it, and how far the changed premiums move where any has. */
export function BookFindings({ summary, phase }: BookFindingsProps): ReactElement {
  const hasChart = summary.changes.length > 0 && phase !== 'running';
  return (
    <section className={hasChart ? 'book-findings has-chart' : 'book-findings'} aria-label={words.findings}>
      <div className="stack-tight">
        <h2>{findingOf(summary, phase)}</h2>
        {summary.unexplained > 0 && phase !== 'running' && (
          <Notice tone="stop" title={words.unexplained(summary.unexplained)}>
            {words.unexplainedMeaning}
          </Notice>
        )}
        {summary.totals.map((total) => (
          <Totals key={total.currency} total={total} />
        ))}
        {summary.gradeChanges > 0 && <p className="dense soft">{words.gradeChanges(summary.gradeChanges)}</p>}
      </div>
      {hasChart && <DislocationChart changes={summary.changes} reproduced={summary.reproduced} />}
    </section>
  );
}

function Totals({ total }: { readonly total: BookTotal }): ReactElement {
  const { currency, issuedMinor, nowMinor, changeMinor, changePercent } = total;
  const money = (minor: number | null) => (minor === null ? NOT_A_FIGURE : formatMoney(minor, currency));
  const percent =
    changePercent === null || changePercent === 0 ? '' : ` (${formatPercentChange(changePercent)})`;
  return (
    <div className="book-totals">
      <Facts
        facts={[
          { label: words.compared, value: formatNumber(total.count) },
          { label: words.issuedTotal, value: money(issuedMinor) },
          { label: words.nowTotal, value: money(nowMinor) },
          {
            label: words.change,
            value: changeMinor === null ? NOT_A_FIGURE : `${formatChange(changeMinor)}${percent}`,
          },
        ]}
      />
    </div>
  );
}
