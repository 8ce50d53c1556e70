import type { ReactElement } from 'react';
import { formatChange, formatMoney } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercentChange, NOT_A_FIGURE } from '#shared/domain/format-number.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { DislocationChart } from '../../charts/dislocation-chart.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import type { BookEstimate } from './book-estimate.ts';
import type { BookSummary, BookTotal } from './book-summary.ts';
import { findingOf } from './finding.ts';
import type { RepriceRun } from './run.ts';
import './book-findings.css';

interface BookFindingsProps {
  readonly summary: BookSummary;
  readonly phase: RepriceRun['phase'];
  readonly estimates: readonly BookEstimate[];
}

/** The finding, the sums behind it, and how far the changed premiums move where any has. */
export function BookFindings({ summary, phase, estimates }: BookFindingsProps): ReactElement {
  const hasChart = summary.changes.length > 0 && phase !== 'running';
  return (
    <section className={hasChart ? 'book-findings has-chart' : 'book-findings'} aria-label="Findings">
      <div className="stack-tight">
        <h2>{findingOf(summary, phase)}</h2>
        {estimates.map((estimate) => (
          <p key={estimate.currency} className="dense">
            {estimateText(estimate)}
          </p>
        ))}
        {summary.unexplained > 0 && phase !== 'running' && (
          <Notice
            tone="stop"
            title={`${counted(summary.unexplained, 'premium has', 'premiums have')} changed without a reason`}
          >
            Model, engine and inputs are the same as on the day of issue. Open the assessment and verify its
            quote.
          </Notice>
        )}
        {summary.totals.map((total) => (
          <Totals key={total.currency} total={total} />
        ))}
        {summary.gradeChanges > 0 && (
          <p className="dense soft">{counted(summary.gradeChanges, 'grade has', 'grades have')} changed.</p>
        )}
      </div>
      {hasChart && <DislocationChart changes={summary.changes} reproduced={summary.reproduced} />}
    </section>
  );
}

const estimateText = ({ currency, compared, issued, changePercent, pointsEitherWay }: BookEstimate) =>
  `First answer: all ${formatNumber(issued)} issued premiums in ${currency} together change by ${formatPercentChange(changePercent)}, give or take ${formatNumber(pointsEitherWay, 1)} percentage points in about 19 of 20 cases, judging by ${formatNumber(compared)} of them drawn at random.`;

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatNumber(count)} ${many}`;

function Totals({ total }: { readonly total: BookTotal }): ReactElement {
  const { currency, issuedMinor, nowMinor, changeMinor, changePercent } = total;
  const money = (minor: MinorUnits | null) => (minor === null ? NOT_A_FIGURE : formatMoney(minor, currency));
  const percent =
    changePercent === null || changePercent === 0 ? '' : ` (${formatPercentChange(changePercent)})`;
  return (
    <div className="book-totals">
      <Facts
        facts={[
          { label: 'Premiums compared', value: formatNumber(total.count) },
          { label: 'As issued', value: money(issuedMinor) },
          { label: 'Re-priced now', value: money(nowMinor) },
          {
            label: 'Change',
            value: changeMinor === null ? NOT_A_FIGURE : `${formatChange(changeMinor)}${percent}`,
          },
        ]}
      />
    </div>
  );
}
