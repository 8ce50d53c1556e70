import type { ReactElement } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import type { PaperVerdict } from '#shared/quote/paper-verdict.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { openAssessment } from '../../editor/actions.ts';
import {
  type CheckedPaper,
  choosePapersToCheck,
  reopenFromPaper,
  useCheckedPapers,
} from '../../editor/check-papers.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';
import './check-papers-dialog.css';

const TONES: Readonly<Record<PaperVerdict['kind'], 'done' | 'stop' | 'refer' | 'note'>> = {
  matches: 'done',
  'matches-older': 'done',
  intact: 'done',
  altered: 'stop',
  'signed-unknown': 'refer',
  'unknown-here': 'refer',
  'not-ours': 'note',
};

/** Says of each paper that was handed in what it is, why, and what to do. */
export function CheckPapersDialog(): ReactElement {
  const papers = useCheckedPapers((state) => state.papers);
  const done = papers.filter(({ verdict }) => verdict !== null).length;
  const isRunning = done < papers.length;
  return (
    <WindowDialog
      title={papers.length === 1 ? 'Check of a paper' : `Check of ${papers.length} papers`}
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={() => void choosePapersToCheck()}>Check another…</Button>
          <Button tone="primary" onPress={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many results are scrolled, by keys too */}
      <section className="checked-papers" aria-label="Results" tabIndex={0}>
        {isRunning && (
          <ProgressLine
            label="Check of the papers"
            done={done}
            total={papers.length === 1 ? null : papers.length}
            words={`${done} of ${formatCount(papers.length, 'paper', 'papers')} checked…`}
          />
        )}
        <div className="stack" aria-live="polite" aria-busy={isRunning}>
          {papers.map((paper, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none changes its place
            <Result key={index} paper={paper} />
          ))}
        </div>
      </section>
    </WindowDialog>
  );
}

function Result({ paper }: { readonly paper: CheckedPaper }): ReactElement | null {
  const { name, verdict } = paper;
  if (verdict === null) return null;
  const { assessmentId } = verdict;
  return (
    <article className="checked-paper" aria-label={name}>
      <h3 className="checked-paper-name">{name}</h3>
      <Notice tone={TONES[verdict.kind]} title={verdict.title}>
        <ul className="checked-paper-findings">
          {verdict.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      </Notice>
      <p>{verdict.next}</p>
      {assessmentId !== null && (
        <div className="row">
          <Button
            onPress={() => {
              closeDialog();
              openAssessment(assessmentId);
            }}
          >
            Open its assessment
          </Button>
        </div>
      )}
      {assessmentId === null && verdict.canReopen && (
        <div className="row">
          <Button onPress={() => void reopenFromPaper(paper)}>Reopen as a draft</Button>
          <span className="small soft">Takes its inputs and model over into this workbook.</span>
        </div>
      )}
    </article>
  );
}
