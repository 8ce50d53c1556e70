import { readFileSync } from 'node:fs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import { editorOf } from '#renderer/app/workbench/editor-of.ts';
import { IncidentsSection } from '#renderer/app/workbench/sections/incidents-section.tsx';
import { ModelWordsProvider } from '#renderer/charts/model-words.tsx';
import { type Editor, EditorProvider } from '#renderer/editor/draft/editor-context.tsx';
import { notJudgedYet } from '#renderer/editor/draft/judgement-view.ts';
import { DeclarationsSection } from '#renderer/features/intake/sections/declarations-section.tsx';
import { SubjectSection } from '#renderer/features/intake/sections/subject-section.tsx';
import { TermsSection } from '#renderer/features/intake/sections/terms-section.tsx';
import { PriceNotes } from '#renderer/features/pricing/price-notes.tsx';
import { PillarSection } from '#renderer/features/scoring/pillar-section.tsx';
import { QuoteDocumentPages } from '#renderer/print/quote-document-pages.tsx';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { modelFaults } from '#shared/domain/check-model.ts';
import { wordingFaults } from '#shared/domain/check-wording.ts';
import { formatSignificant } from '#shared/domain/format-number.ts';
import { modelWords } from '#shared/domain/model-words.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { EVIDENCE_STATES, FIX_STATUSES, POSTMORTEMS } from '#shared/domain/vocabulary.ts';
import { engineFaults } from '#shared/pricing/engine-faults.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel, workedExample } from './bundled-model.ts';
import { changedContent, changedId, changedModel } from './changed-model.ts';

const { model, oldIds, oldWords } = changedModel();

function sample(name: string): AssessmentContent {
  const url = new URL(`../../resources/samples/${name}`, import.meta.url);
  const {
    format: _,
    $schema: __,
    insurer: ___,
    underwriter: ____,
    ...content
  } = JSON.parse(readFileSync(url, 'utf8'));
  return assessmentContentSchema.parse(content);
}

/** Free text of a person may say what it likes, so it is taken out. */
const silent = (content: AssessmentContent): AssessmentContent => ({
  ...content,
  subject: {
    ...content.subject,
    name: 'Zyx',
    legalName: null,
    jurisdiction: null,
    website: null,
    group: null,
  },
  exposures: { ...content.exposures, note: null, source: null },
  answers: Object.fromEntries(
    Object.entries(content.answers).map(([id, answer]) => [
      id,
      { ...answer, reason: answer.reason === null ? null : 'Zyx', note: null, source: null },
    ]),
  ),
  incidentRegister: { ...content.incidentRegister, note: null, source: null },
  incidents: content.incidents.map((i) => ({ ...i, title: null, note: null, source: null })),
  terms: {
    ...content.terms,
    insured: null,
    broker: null,
    note: null,
    scheduleNote: 'Zyx',
    ...(content.terms.contract === undefined
      ? {}
      : {
          contract: {
            ...content.terms.contract,
            law: 'Zyx',
            jurisdiction: 'Zyx',
            territory: 'Zyx',
            paymentTerms: 'Zyx',
          },
        }),
    ownSubjectivities: [],
  },
});

/** Contents that between them reach every state, clause and status. */
const contents: readonly AssessmentContent[] = [
  workedExample,
  sample('bridge-with-past-loss.json'),
  sample('weak-exchange.json'),
  sample('declined-yield-vault.json'),
  sample('lending-protocol.json'),
].map((content, i) => {
  const { cyberClauses, signingWordings, scheduleReasons } = bundledModel.wording;
  const { terms } = content;
  return changedContent(
    silent({
      ...content,
      answers: Object.fromEntries(
        Object.entries(content.answers).map(([id, answer], j) => [
          id,
          {
            ...answer,
            evidence: EVIDENCE_STATES[(i + j) % EVIDENCE_STATES.length] ?? 'verified',
            isUnchangedSinceReview: id === bundledModel.aggregation.freshnessFloor.factorId,
            hasSocialisedLoss: id === bundledModel.wording.socialisedLoss?.factorId,
          },
        ]),
      ),
      incidents: content.incidents.map((incident, j) => ({
        ...incident,
        fixStatus: FIX_STATUSES[(i + j) % FIX_STATUSES.length] ?? 'none',
        postmortem: POSTMORTEMS[(i + j) % POSTMORTEMS.length] ?? 'none',
      })),
      terms: {
        ...terms,
        cyberClause: cyberClauses.clauses[i]?.id ?? null,
        signingWording: signingWordings.wordings[i]?.id ?? null,
        schedulePercent: 5,
        scheduleReason: scheduleReasons[i]?.id ?? null,
        subjectivities: bundledModel.subjectivities.map(({ id }) => ({ id, dueOn: null })),
        buyBacks: [{ exclusionId: bundledModel.exclusions[0]!.id, reason: 'Zyx' }],
      },
    }),
  );
});

const judged = (content: AssessmentContent, of: RatingModel) =>
  judge({ content, model: of, today: content.asOf, grid: 'draft' });

function editorFor(content: AssessmentContent, of: RatingModel, isReadOnly: boolean): Editor {
  const judgement = judged(content, of);
  const stored = {
    summary: { id: '', state: isReadOnly ? 'finalised' : 'draft' },
    deal: { approval: null },
  } as Editor['stored'];
  return editorOf(
    {
      stored,
      content,
      whole: content,
      shown: 'A',
      judged: { ...notJudgedYet, judgement, content, isCurrent: true },
      lastChange: null,
    },
    { model: of, hash: '', document: null },
    null,
  );
}

function drawn(section: ReactElement, editor: Editor): string {
  const store = createStore(() => editor);
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <EditorProvider value={store}>
        <ModelWordsProvider value={modelWords(editor.model)}>{section}</ModelWordsProvider>
      </EditorProvider>
    </QueryClientProvider>,
  );
}

function form(content: AssessmentContent, of: RatingModel): string {
  return [false, true]
    .map((isReadOnly) => editorFor(content, of, isReadOnly))
    .flatMap((editor) =>
      [
        <SubjectSection key="subject" title="Zyx" />,
        <PillarSection key="custody" pillar="custody" />,
        <PillarSection key="audits" pillar="audits" />,
        <IncidentsSection key="incidents" />,
        <DeclarationsSection key="declarations" title="Zyx" />,
        <TermsSection key="terms" title="Zyx" />,
        ...(editor.price.price === null
          ? []
          : [<PriceNotes key="price" price={editor.price.price} notes={editor.notes} />]),
      ].map((section) => drawn(section, editor)),
    )
    .join('\n');
}

const forms = new Map<AssessmentContent, string>();

/** The form of a content on the changed model, drawn once. */
function changedForm(content: AssessmentContent): string {
  const markup = forms.get(content) ?? form(content, model);
  forms.set(content, markup);
  return markup;
}

function paper(content: AssessmentContent, of: RatingModel): string {
  const judgement = judged(content, of);
  const bridge = premiumBridge({ content, score: judgement.score, model: of, options: { grid: 'draft' } });
  return renderToStaticMarkup(
    <QuoteDocumentPages
      document={buildQuoteDocument({
        rating: { content, judgement, bridge: bridge.ok ? bridge.value : null, effects: null, range: null },
        activeModel: { model: of, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
        designation: { status: 'draft' },
        preparation: { paper: 'a4', preparedAt: '2026-11-22T14:05:00.000Z', preparedBy: 'Zyx' },
      })}
    />,
  );
}

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...strings(item)]);
};

/** The texts of a page: what stands between tags, and what labels, ids and titles say. */
const textsOf = (markup: string): string[] =>
  [
    ...markup.split(/<[^>]*>/),
    ...[...markup.matchAll(/ (?:aria-label|title|alt|id|d?for)="([^"]*)"/g)].map(([, value]) => value ?? ''),
  ]
    .map((text) =>
      text
        .replaceAll('&#x27;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('\u00a0', ' ')
        .trim(),
    )
    .filter((text) => text !== '');

/** Plain words of the trade that the house uses too: standing alone they need not be the model's. */
const COMMON = new Set([
  ...['Standard deviation', 'None', 'Other', 'Partial', 'Unknown', 'Recovery', 'Covered', 'Not covered'],
  ...['Users made whole', 'Register', 'hours', 'points'],
]);

/** Old ids and words that a list of texts still holds. */
function remainsIn(texts: readonly string[]): string[] {
  const whole = new Set(texts);
  const all = texts.join('\n');
  const long = (text: string) => text.length >= 12 && text.includes(' ');
  return [
    ...oldIds.filter((id) => id.includes('-') && new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(all)),
    ...oldWords.filter(
      (word) => !COMMON.has(word) && (whole.has(word) || (long(word) && all.includes(word))),
    ),
  ];
}

describe('a model with every id, word and number changed', () => {
  it('holds together, by its own checks', () => {
    const { wording, ...data } = model;
    expect([...modelFaults(data), ...wordingFaults(wording, data), ...engineFaults(model)]).toEqual([]);
    expect(oldIds.length).toBeGreaterThan(250);
    expect(oldWords.length).toBeGreaterThan(800);
    for (const content of contents)
      expect(checkContentAgainstModel({ content, model, purpose: 'draft' })).toEqual([]);
  });

  it('is what the test would find: the bundled one is full of its own ids and words', () => {
    expect(remainsIn(textsOf(paper(workedExample, bundledModel))).length).toBeGreaterThan(100);
    expect(remainsIn(textsOf(form(workedExample, bundledModel))).length).toBeGreaterThan(100);
  });

  it.each(contents.map((content, i) => [i, content] as const))('scores and prices, case %i', (_, content) => {
    const evaluation = judged(content, model);
    const parts = [
      strings(evaluation),
      strings(premiumBridge({ content, score: evaluation.score, model, options: { grid: 'draft' } })),
    ];
    expect(remainsIn(parts.flat())).toEqual([]);
    for (const pillar of Object.values(evaluation.score.pillars))
      for (const factor of pillar.factors) expect(factor.factorId).toMatch(/^zz-/);
  });

  it.each(contents.map((content, i) => [i, content] as const))(
    'stands on the form, case %i',
    (_, content) => {
      expect(remainsIn(textsOf(changedForm(content)))).toEqual([]);
    },
  );

  it.each(contents.map((content, i) => [i, content] as const))(
    'stands on the paper, case %i',
    (_, content) => {
      expect(remainsIn(textsOf(paper(content, model)))).toEqual([]);
    },
  );

  it('gives the form its caps and floors', () => {
    const markup = textsOf(contents.map(changedForm).join('\n')).join('\n');
    const { evidenceStates, aggregation, incidentModel } = model;
    const said = [
      ...evidenceStates.map(({ id, label, cap }) => {
        const { effect = '' } = model.wording.evidenceStates.find((state) => state.id === id) ?? {};
        return `${label}: ${effect.replace('{cap}', formatSignificant(cap ?? 0))}`;
      }),
      ` ${formatSignificant(aggregation.freshnessFloor.score)} `,
      ` ${formatSignificant(incidentModel.socialisedLossCap)} `,
      `heading:answers.${changedId('cu-quorum')}`,
    ];
    expect(said.filter((text) => !markup.includes(text))).toEqual([]);
    expect(markup.match(/\b(up to (90|60)|at least 70|at 20)\b/)).toBeNull();
  });
});
