import { formatDate } from '#shared/domain/format-date.ts';
import { formatUnproven } from '#shared/domain/format-figures.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { causeLabel } from '#shared/domain/model-words.ts';
import { toMinor } from '#shared/domain/money.ts';
import { PILLARS } from '#shared/domain/vocabulary.ts';
import { judgementWords } from '#shared/quote/judgement-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { Flag, ScoreResult } from '#shared/scoring/score-result.ts';
import { bar, bullets, type Column, textTable } from './text-table.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };

/** Who is assessed, in two lines. */
export function subjectLines({ content, subjectTypeLabel }: QuoteDocument): string[] {
  const { subject } = content;
  const facts = [
    subjectTypeLabel,
    subject.jurisdiction ?? 'jurisdiction not given',
    subject.liveSince === null ? 'start date not given' : `live since ${formatDate(subject.liveSince)}`,
    `assessed as of ${formatDate(content.asOf)}`,
  ];
  const name = subject.legalName === null ? subject.name : `${subject.name} (${subject.legalName})`;
  return [name, facts.join(', ').replaceAll('\u00a0', ' ')];
}

/** Score by pillar, grade, range, flags and the register of incidents. */
export function scoreLines(document: QuoteDocument): string[] {
  const { score } = document;
  const rows = PILLARS.map((id) => {
    const pillar = score.pillars[id];
    const unproven = pillar.evidenceGap > 0 ? `, ${formatUnproven(pillar.evidenceGap)} unproven` : '';
    const judged =
      pillar.original === undefined ? '' : `, by judgement (${formatScore(pillar.original)} without)`;
    return [
      pillar.label,
      formatScore(pillar.score),
      bar(pillar.score),
      `weight ${formatPercent(pillar.share, 0)}${unproven}${judged}`,
    ];
  });
  return [
    'SCORE',
    ...textTable(
      [...rows, ['Overall', formatScore(score.overall), bar(score.overall), gradeText(document)]],
      [LEFT, RIGHT, LEFT, LEFT],
    ),
    rangeLine(document),
    ...judgementLines(score),
    ...flagLines('Knock-outs', score.knockOuts),
    ...flagLines('Referrals', [...score.referrals, ...(document.price?.referrals ?? [])]),
    ...incidentLines(document),
  ];
}

function rangeLine({ score: { range } }: QuoteDocument): string {
  if (range.low === range.high) return '  No unproven answer leaves the score open.';
  const low = `${formatScore(range.low)} (${range.lowGrade})`;
  return `  Between ${low} and ${formatScore(range.high)} (${range.highGrade}), as unproven answers turn out.`;
}

/** What was set by judgement, each with what stands without it. */
function judgementLines(score: ScoreResult): string[] {
  const words = judgementWords(score);
  if (words === null) return [];
  const factors = PILLARS.flatMap((pillar) => score.pillars[pillar].factors).flatMap(({ label, rules }) =>
    rules.flatMap((rule) =>
      rule.kind === 'judgement'
        ? [
            `${label}: ${formatScore(rule.to)} in place of ${formatScore(rule.from)}. ${rule.reason}. ${rule.words}`,
          ]
        : [],
    ),
  );
  return [`  ${words}`, ...bullets(factors)];
}

function gradeText({ score }: QuoteDocument): string {
  switch (score.outcome.kind) {
    case 'graded':
      return `grade ${score.outcome.grade}: ${score.outcome.action}`;
    case 'knocked-out':
      return `grade ${score.outcome.grade}, knocked out (${score.ungatedGrade} without it)`;
    case 'no-grade':
      return `no grade (${score.ungatedGrade} if all were proven as answered)`;
  }
}

function flagLines(title: string, flags: readonly Flag[]): string[] {
  if (flags.length === 0) return [`  ${title}: none`];
  return [`  ${title}:`, ...bullets(flags.map((flag) => `${flag.label}. ${flag.reason}`))];
}

function incidentLines({ content, score, wording }: QuoteDocument): string[] {
  const { incidents, registerEvidence } = score.incidentWorking;
  if (incidents.length === 0) return [`  Incidents: none on the register (${registerEvidence})`];
  const rows = incidents.map((incident) => [
    formatDate(incident.date),
    causeLabel(wording, incident.cause),
    `${formatMoneyPlain(toMinor(incident.loss), content.currency)} lost`,
    `${formatMoneyPlain(toMinor(incident.recovered), content.currency)} recovered`,
    incident.isMaterial ? `severity ${formatScore(incident.severity)}` : 'not material',
  ]);
  return [
    `  Incidents (register ${registerEvidence}):`,
    ...textTable(rows, [LEFT, LEFT, RIGHT, RIGHT, LEFT], '    '),
  ];
}
