import { memo, type ReactElement, useCallback, useMemo } from 'react';
import type { Pillar } from '#shared/domain/vocabulary.ts';
import type { Flag } from '#shared/scoring/score-result.ts';
import { Segments } from '../../components/segments.tsx';
import { useIdleValue } from '../../components/use-idle-value.ts';
import { useEditor, useEditorNow, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { pathOfReference } from '../../editor/draft/field-path.ts';
import { priceViewAt, useHasLine, useShare } from '../../editor/draft/share.ts';
import { useOwnLimits } from '../../editor/own-limits.ts';
import { goTo } from '../../editor/state/navigation.ts';
import { showShare, useShareView } from '../../editor/state/share-view.ts';
import { PremiumSummary } from '../../features/pricing/premium-summary.tsx';
import { PriceNotes } from '../../features/pricing/price-notes.tsx';
import { AskNextList } from '../../features/scoring/ask-next-list.tsx';
import { EvidenceGap } from '../../features/scoring/evidence-gap.tsx';
import { FlagList } from '../../features/scoring/flag-list.tsx';
import { GradeSummary, StoredGrade } from '../../features/scoring/grade-summary.tsx';
import { PillarRows } from '../../features/scoring/pillar-rows.tsx';
import { ChangeNote } from './change-note.tsx';
import { JUDGING } from './decision-words.ts';
import { QuoteButton } from './quote-button.tsx';
import { sectionOfPillar } from './sections.ts';
import './verdict-panel.css';

/** Always in view: grade and score with its range, premium, flags, what to ask next. It moves as one types. */
export function VerdictPanel(): ReactElement {
  return (
    <div className="verdict">
      <div className="verdict-scroll">
        <Score />
        <hr />
        <Premium />
        <ChangeNote />
        <Flags />
        <hr />
        <Evidence />
        <Notes />
      </div>
      <QuoteButton />
    </div>
  );
}

// Each part is drawn again for what it shows alone: a price moves the premium and its notes, an answer the score.

function Score(): ReactElement {
  const { score, model } = useEditor('score', 'model');
  const isCurrent = useEditorPart(({ price }) => price.isCurrent);
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const openPillar = useCallback(
    (pillar: Pillar) => goTo({ kind: 'assessment', id, section: sectionOfPillar(pillar) }),
    [id],
  );
  if (score === null) return <StoredScore />;
  return (
    <div className={isCurrent ? 'verdict-score' : 'verdict-score is-stale'} aria-busy={!isCurrent}>
      <GradeSummary score={score} model={model} />
      <PillarRows score={score} onOpen={openPillar} />
    </div>
  );
}

/** Until the first judgement is there: the figures of the last save, marked as such. */
function StoredScore(): ReactElement {
  const { overall, grade, isKnockedOut } = useEditorPart(({ stored }) => stored.summary);
  return (
    <div className="verdict-score is-stale" aria-busy>
      <StoredGrade grade={grade} overall={overall} isKnockedOut={isKnockedOut} />
      <p className="soft small" role="status">
        {JUDGING}
      </p>
    </div>
  );
}

function Premium(): ReactElement {
  const { price } = useEditor('price');
  const share = useShare();
  const terms = useEditorPart(({ content }) => content.terms);
  const walkAwayPercent = useOwnLimits()?.walkAwayPercent ?? null;
  const storedMinor = useEditorPart(({ stored }) => stored.summary.quotedMinor);
  const currency = useEditorPart(({ content }) => content.currency);
  const isQuotable = useEditorPart(({ score }) => score === null || score.outcome.kind === 'graded');
  return (
    <>
      <ShareSwitch />
      <PremiumSummary
        view={priceViewAt(price, share.percent)}
        storedMinor={storedMinor === null ? null : share.of(storedMinor)}
        currency={currency}
        share={share.words}
        terms={terms}
        walkAwayPercent={walkAwayPercent}
        isQuotable={isQuotable}
      />
    </>
  );
}

const SHARES = [
  { key: 'whole', label: '100%' },
  { key: 'ours', label: 'Our line' },
] as const;

/** One switch for the whole window, where there is a line to switch to. */
function ShareSwitch(): ReactElement | null {
  const at = useShareView((state) => state.at);
  const hasLine = useHasLine();
  if (!hasLine) return null;
  return <Segments label="Amounts at" isLabelHidden value={at} choices={SHARES} onChange={showShare} />;
}

const NO_FLAGS: readonly Flag[] = [];

function Flags(): ReactElement {
  const knockOuts = useEditorPart(({ score }) => score?.knockOuts ?? NO_FLAGS);
  const { referrals } = useEditor('referrals');
  const { openFlag } = useOpening();
  return (
    <>
      <FlagList label="Knock-outs" kind="stop" flags={knockOuts} onOpen={openFlag} />
      <FlagList label="Needs authority" kind="refer" flags={referrals} onOpen={openFlag} />
    </>
  );
}

const AskNext = memo(AskNextList);

function Evidence(): ReactElement | null {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const gap = useEditorPart(({ score }) => score?.evidenceGap ?? null);
  // After the score and the premium, in a task and a frame of their own.
  const askNext = useIdleValue(useEditorPart(({ score }) => score?.askNext ?? null));
  const { openReference } = useOpening();
  if (gap === null || askNext === null) return null;
  return (
    <>
      <EvidenceGap gap={gap} model={model} />
      {!isReadOnly && <AskNext questions={askNext} onOpen={openReference} />}
    </>
  );
}

const NotesOf = memo(PriceNotes);

function Notes(): ReactElement | null {
  const price = useEditorPart((editor) => editor.price.price);
  const { notes } = useEditor('notes');
  // After the premium itself, in a task and a frame of their own.
  const shown = useIdleValue(price);
  return price === null || shown === null ? null : <NotesOf price={shown} notes={notes} />;
}

/** The way from what is said to the field that it is about. */
function useOpening() {
  const editorNow = useEditorNow();
  return useMemo(() => {
    const openReference = (reference: string) => {
      const { content, model, goToField } = editorNow();
      const path = pathOfReference(reference, content, model);
      if (path !== null) goToField(path);
    };
    const openFlag = ({ fields: [first] }: Pick<Flag, 'fields'>) => {
      if (first !== undefined) openReference(first);
    };
    return { openReference, openFlag };
  }, [editorNow]);
}
