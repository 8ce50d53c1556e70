import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CrashScreen } from '#renderer/app/crash/crash-screen.tsx';
import { GradeBadge } from '#renderer/components/grade-badge.tsx';
import { notJudgedYet, priceIn } from '#renderer/editor/draft/judgement-view.ts';
import { PremiumSummary } from '#renderer/features/pricing/premium-summary.tsx';
import { FlagList } from '#renderer/features/scoring/flag-list.tsx';
import { GradeSummary } from '#renderer/features/scoring/grade-summary.tsx';
import { QuestionCard } from '#renderer/features/scoring/question-card.tsx';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';
import { draftContent } from './content.ts';

const model = bundledModel;
const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

describe('a question', () => {
  const content = draftContent({ answers: { 'cu-quorum': { evidence: 'asserted', level: 'delayed' } } });
  const score = scoreAssessment(content, model);
  const drawn = (id: string) => {
    const factor = model.factors.find((candidate) => candidate.id === id);
    if (!factor) throw new Error(`no factor ${id}`);
    return textOf(
      renderToStaticMarkup(
        <QuestionCard
          factor={factor}
          model={model}
          answer={content.answers[id]}
          scored={score.pillars[factor.pillar].factors.find(({ factorId }) => factorId === id)}
          isReadOnly={false}
        />,
      ),
    );
  };

  it.each(
    model.factors.filter(({ kind }) => kind === 'ordinal').map((factor) => [factor.id, factor] as const),
  )('%s shows its whole published scale in the form', (id, factor) => {
    const text = drawn(id);
    expect(text).toContain(factor.question);
    if (factor.kind !== 'ordinal') return;
    for (const { label, score: points } of factor.levels)
      expect(text.replaceAll(' ', '')).toContain(`${points}${label}`.replaceAll(' ', ''));
  });

  it('shows answer × weight = points, and why it was capped', () => {
    const text = drawn('cu-quorum');
    expect(text).toMatch(/60\.0 × 10\.0% = 6\.00 of 10\.00 points/);
    expect(text).toContain('100.0 capped at 60: asserted only');
  });

  it('a numeric one shows the points of its mapping', () => {
    const text = drawn('cu-hot-ratio');
    expect(text).toContain('% of assets 0 2 5 10 20 40 60');
    expect(text).toContain('score 100 95 80 60 35 10 0');
  });
});

describe('the verdict', () => {
  it('shows the premium of the last save, marked, until the first judgement is there', () => {
    const drawnWith = (storedMinor: number | null) =>
      renderToStaticMarkup(
        <PremiumSummary
          view={priceIn(notJudgedYet)}
          storedMinor={storedMinor === null ? null : cents(storedMinor)}
          currency="USD"
          share="at 100%"
          terms={{ parts: [] }}
          walkAwayPercent={null}
          isQuotable
        />,
      );
    expect(textOf(drawnWith(218_770_000))).toContain('2,187,700');
    expect(drawnWith(218_770_000)).toContain('is-stale');
    for (const stored of [null, 218_770_000]) {
      expect(textOf(drawnWith(stored))).not.toContain('No price yet');
      expect(textOf(drawnWith(stored))).toContain('Working it out');
    }
  });

  it('a knock-out gives D and leaves the ungated score to be seen', () => {
    const content = draftContent({ answers: { 'cu-quorum': { evidence: 'verified', level: 'single' } } });
    const score = scoreAssessment(content, model);
    const markup = renderToStaticMarkup(<GradeSummary score={score} model={model} />);
    expect(markup).toContain('aria-label="Grade D, knocked out"');
    expect(textOf(markup)).toContain(
      `Knocked out. Without the knock-out: ${score.overall.toFixed(1)}, ${score.ungatedGrade}.`,
    );
  });

  it('stops and referrals differ in shape, not only in colour', () => {
    const flags = [{ id: 'x', label: 'A flag', reason: 'Its facts.', fields: [] }];
    const shape = (kind: 'stop' | 'refer') =>
      /<svg[^>]*class="([^"]*)"/.exec(
        renderToStaticMarkup(<FlagList label="L" kind={kind} flags={flags} onOpen={() => undefined} />),
      )?.[1];
    expect(shape('stop')).toContain('octagon');
    expect(shape('refer')).toContain('triangle');
  });

  it('a grade has its letter and ten steps filled up to it', () => {
    const markup = renderToStaticMarkup(<GradeBadge grade="BBB" />);
    expect(markup).toContain('aria-label="Grade BBB"');
    expect(markup.match(/is-filled/g)).toHaveLength(7);
    expect(markup.match(/is-open/g)).toHaveLength(3);
    expect(renderToStaticMarkup(<GradeBadge grade={null} />)).toContain('aria-label="No grade"');
  });
});

describe('the crash screen', () => {
  it('says what happened, what it means, what to do, and the log entry', () => {
    const text = textOf(
      renderToStaticMarkup(<CrashScreen error={new TypeError('x is not a chart')} logId="ab12" />),
    );
    expect(text).toContain('This window could not be displayed');
    expect(text).toContain('Your work is in the workbook');
    expect(text).toContain('Reload the window');
    expect(text).toContain('TypeError: x is not a chart (log entry ab12)');
  });
});
